"""python3 -m unittest discover -s train -p '*_test.py', from the root. Standard library only."""
import pathlib
import tempfile
import unittest

import markdown
import rewritten
import score
import tally
from program import Program

TEXT = '“Größe matters more than ever,” Ida Kvist told the Quay Gazette. Later she said that “two new piers” would open in July.\n'


def span(words, text=TEXT):
    return [text.index(words), text.index(words) + len(words)]


ROW = {'id': 'invented', 'text': TEXT, 'attributions': [
    {'id': 'E1', 'source': [span('Ida Kvist')], 'cue': [span('told')], 'content': [span('“Größe matters more than ever')]},
    {'id': 'E2', 'source': [span('she')], 'cue': [span('said')], 'content': [span('that “two new piers” would open in July')]}]}


def message(text, row, attribution, form, first=0):
    """What a program would answer that finds the attribution, but for the first words of its content."""
    def to(spans, skip=0):
        a, b = text.of_chars(*spans[0])
        return {'start': text.starts[a + skip], 'end': text.ends[b - 1]}
    return {'form': form, 'source': to(attribution['source']), 'cue': [to(attribution['cue'])], 'content': [to(attribution['content'], first)], 'confidence': .75}


def perfect(form):
    row, text = form(ROW)
    one, two = row['attributions']
    return row, text, {'messages': [message(text, row, one, 'direct'), {**message(text, row, two, 'mixed'), 'verbatim': [quoted(text)]}]}


def quoted(text):
    k = text.words.index('two')
    return {'start': text.starts[k], 'end': text.ends[k + 2]}


class Forms(unittest.TestCase):
    def test_what_the_program_is_given(self):
        start = lambda form: form(ROW)[1].input[:43]
        self.assertEqual(start(rewritten.flat), 'größe matters more than ever ida kvist told')
        self.assertEqual(start(rewritten.cased), 'Größe matters more than ever Ida Kvist told')
        self.assertEqual(start(rewritten.lowered), '“größe matters more than ever,” ida kvist t')
        self.assertEqual(start(rewritten.plain), TEXT[:43])

    def test_bytes_lead_back_to_words(self):
        for form in (rewritten.flat, rewritten.cased, rewritten.lowered, rewritten.plain, rewritten.misspelt_flat, rewritten.misspelt_plain):
            _, text = form(ROW)
            given = text.input.encode()
            for k, word in enumerate(text.words):
                self.assertEqual(given[text.starts[k]:text.ends[k]].decode().lower(), word)
                self.assertEqual(text.of_bytes(text.starts[k], text.ends[k]), (k, k + 1))

    def test_spoilt_words(self):
        words = [f'word{k}' if k % 7 else 'harbour' for k in range(5000)]
        text = ' '.join(words)
        row = rewritten.misspelt({'id': 'long', 'text': text, 'attributions': [
            {'id': 'E1', 'source': [[0, 7]], 'cue': [], 'content': [[text.index('word2990'), text.index('word3001')]]}]})
        left = set(row['text'].split())
        lost = sum(w not in left for w in words if w != 'harbour')
        self.assertGreater(lost, 40)
        self.assertLess(lost, 160)
        [[a, b]] = row['attributions'][0]['content']
        for k, word in enumerate(words):
            if word != 'harbour' and word in left and k not in (2990, 3001):
                self.assertEqual(f' {word} ' in f' {row["text"][a:b]} ', 2990 < k < 3001)
        self.assertEqual(row, rewritten.misspelt({'id': 'long', 'text': text, 'attributions': [
            {'id': 'E1', 'source': [[0, 7]], 'cue': [], 'content': [[text.index('word2990'), text.index('word3001')]]}]}))


class Counts(unittest.TestCase):
    def test_all_found(self):
        for form in (rewritten.flat, rewritten.plain, rewritten.cased, rewritten.lowered):
            row, text, doc = perfect(form)
            got = tally.Tally(row, text, doc)
            for line in (*tally.LINES, score.JACCARD, score.FORM):
                self.assertEqual(tally.f1(got.lines[line])[2], 100, line)
            self.assertEqual(tally.recall([got], lambda g: g['form']), {'direct': [1, 1], 'mixed': [1, 1]})

    def test_partly_found(self):
        row, text = rewritten.flat(ROW)
        got = tally.Tally(row, text, {'messages': [message(text, row, row['attributions'][1], 'indirect', first=4)]})
        self.assertEqual(got.lines['content'], [0, 1, 2])
        self.assertEqual(got.lines['source'], [1, 1, 2])
        self.assertEqual(got.lines[score.JACCARD], [.5, 2])
        self.assertEqual(got.lines[score.FORM], [0, 1])
        self.assertEqual(tally.recall([got], lambda g: g['form']), {'direct': [0, 1], 'mixed': [0, 1]})

    def test_intervals(self):
        row, text, doc = perfect(rewritten.flat)
        good, bad = tally.Tally(row, text, doc), tally.Tally(row, text, {'messages': []})
        self.assertEqual(tally.intervals([good, good], ['source']), {'source': (100, 100)})
        low, high = tally.intervals([good] * 10 + [bad] * 10, ['source'])['source']
        self.assertTrue(0 < low < tally.f1(tally.total([good] * 10 + [bad] * 10, 'source'))[2] < high < 100)


class Answers(unittest.TestCase):
    def test_kept_until_something_changes(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            script = folder / 'program'
            script.write_text(f'#!/bin/sh\necho run >> {folder}/log\nsed "s/}}$/, \\"flag\\": \\"$2\\"}}/"\n')
            script.chmod(0o755)
            runs = lambda: (folder / 'log').read_text().count('run')
            program = Program(script, folder / 'cache')
            articles = [('a', '', 'One.'), ('b', '', 'Two.')]
            self.assertEqual([d['id'] for d in program.answers('set', articles[::-1])], ['b', 'a'])
            program.answers('set', articles[::-1])
            self.assertEqual(runs(), 1)
            self.assertEqual(program.answers('set', articles[::-1], ('-light',))[0]['flag'], '-light')
            program.answers('set', articles[:1])
            self.assertEqual(runs(), 3)
            script.write_text(script.read_text() + '#\n')
            Program(script, folder / 'cache').answers('set', articles[:1])
            self.assertEqual(runs(), 4)

    def test_missing_answer_stops(self):
        with tempfile.TemporaryDirectory() as folder:
            script = pathlib.Path(folder) / 'program'
            script.write_text('#!/bin/sh\nhead -n 1\n')
            script.chmod(0o755)
            with self.assertRaisesRegex(SystemExit, '1 of 2'):
                Program(script, folder).answers('set', [('a', '', 'One.'), ('b', '', 'Two.')])


class Page(unittest.TestCase):
    def test_update(self):
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / 'page.md'
            page.write_text('a\n<!-- table x -->\nold\n<!-- end of table -->\nb\n<!-- table y -->\n<!-- end of table -->\n')
            markdown.update(page, {'x': markdown.table(['of', 'n'], [['all', 2.04], ['none', None]])})
            want = 'a\n<!-- table x -->\n\n| of | n |\n| --- | ---: |\n| all | 2.0 |\n| none | – |\n\n<!-- end of table -->\nb\n<!-- table y -->\n<!-- end of table -->\n'
            self.assertEqual(page.read_text(), want)
            with self.assertRaises(SystemExit):
                markdown.update(page, {'z': ''})
            self.assertEqual(page.read_text(), want)


if __name__ == '__main__':
    unittest.main()

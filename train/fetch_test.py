"""Tests of fetch.py with a repository of its own; see accuracy_test.py for how to run them."""
import pathlib
import subprocess
import tempfile
import unittest

import fetch
import score
import timeml

FILES = {
    'data/dev/text/quay_2016-09-12_ferry.txt': 'Ida Kvist told the Gazette:\r\n“It’s late,” she said.\n',
    'data/dev/attributions/quay_2016-09-12_ferry_b.ann': 'T1\tSource 0 3\tIda\nT2\tCue 10 14\ttold\nT3\tContent 30 39\tx\nE1\tAttribution:T9 Cue:T2 Source:T1 Content:T3\n',
    'data/dev/attributions/quay_2016-09-12_ferry_a.ann': 'T1\tCue 10 14\ttold\nT2\tContent 30 33;36 39\tx\nE1\tAttribution-no-source:T9 Cue:T1 Content:T2\nT4\tDiscuss 0 3\tIda\n',
    'data/dev/corenlp/quay_2016-09-12_ferry.txt.xml': 'large',
    'data/test/text/quay_2016-09-13_kept.txt': 'Nobody reads this.',
}


class Fetch(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.upstream = self.folder / 'upstream'
        for name, content in FILES.items():
            path = self.upstream / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode())
        git = lambda *command: subprocess.run(['git', '-C', str(self.upstream), *command], check=True, capture_output=True, text=True).stdout.strip()
        git('init')
        for key in ('uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant'):
            git('config', key, 'true')
        git('add', '.')
        git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-m', 'x')
        self.commit = git('rev-parse', 'HEAD')

    def test_only_what_is_named_reaches_the_disk(self):
        target = self.folder / 'checkout'
        target.mkdir()
        fetch.check_out(self.upstream.as_uri(), self.commit, ['data/dev/text', 'data/dev/attributions'], str(target))
        found = {str(p.relative_to(target)) for p in target.rglob('*') if p.is_file() and '.git/' not in str(p)}
        self.assertEqual(found, {name for name in FILES if name.startswith(('data/dev/text', 'data/dev/attributions'))})
        objects = subprocess.run(['git', '-C', str(target), 'cat-file', '--batch-all-objects', '--batch-check=%(objecttype)'],
                                 check=True, capture_output=True, text=True).stdout.split()
        self.assertEqual(objects.count('blob'), 3)

    def test_articles(self):
        corpus = fetch.Corpus('', self.upstream.as_uri(), self.commit, ['data/dev/text', 'data/dev/attributions'], 1, 1, '', fetch.polnear('dev'))
        target = self.folder / 'new' / 'dev.jsonl.gz'
        corpus.fetch(target)
        self.assertEqual(score.read(target), [{
            'id': 'quay_2016-09-12_ferry', 'published': '2016-09-12', 'publisher': 'quay', 'text': FILES['data/dev/text/quay_2016-09-12_ferry.txt'],
            'attributions': [{'id': 'E1', 'source': [], 'cue': [[10, 14]], 'content': [[30, 33], [36, 39]]}]}])
        before = target.read_bytes()
        corpus.fetch(target, self.upstream.as_uri())
        self.assertEqual(target.read_bytes(), before)

    def test_another_number_of_articles_stops(self):
        corpus = fetch.Corpus('', self.upstream.as_uri(), self.commit, ['data/dev/text', 'data/dev/attributions'], 2, 1, '', fetch.polnear('dev'))
        with self.assertRaisesRegex(SystemExit, '1 articles came .* 2 were expected'):
            corpus.fetch(self.folder / 'dev.jsonl.gz')

    def test_no_repository(self):
        corpus = fetch.Corpus('', self.upstream.as_uri(), self.commit, ['data'], 1, 1, '', fetch.polnear('dev'))
        with self.assertRaisesRegex(SystemExit, 'git fetch'):
            corpus.fetch(self.folder / 'dev.jsonl.gz', (self.folder / 'nowhere').as_uri())


class TimeML(unittest.TestCase):
    def test_times_and_text(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / 'ferry.tml'
            path.write_text('<?xml version="1.0" ?>\n<TimeML><DOCID>x</DOCID><DCT><TIMEX3 type="DATE" value="2016-09-12T10:00">9/12</TIMEX3></DCT>\n'
                            '<TEXT>\nAT&amp;T <EVENT eid="e1">sailed</EVENT> <TIMEX3 type="DATE" value="2016-09-11"><SIGNAL>on</SIGNAL> Sunday</TIMEX3>, '
                            '<TIMEX3 type="TIME" value="TNI">at night</TIMEX3>.\n</TEXT></TimeML>', encoding='utf8')
            got = timeml.read_timeml(path)
        self.assertEqual((got['id'], got['published'], got['text']), ('ferry.tml', '2016-09-12', '\nAT&T sailed on Sunday, at night.\n'))
        self.assertEqual([(got['text'][t['start']:t['end']], t['type'], t['value']) for t in got['timex']],
                         [('on Sunday', 'DATE', '2016-09-11'), ('at night', 'TIME', 'TNI')])


if __name__ == '__main__':
    unittest.main()

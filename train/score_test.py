"""Tests of score.py with figures worked out by hand; see accuracy_test.py for how to run them."""
import unittest

import score

TEXT = 'Ida Kvist denied that the ferry was late. “We sail at noon tomorrow,” she said, and asked “why not”.\n'


def span(words):
    at = TEXT.index(words)
    return [at, at + len(words)]


ROW = {'id': 'a', 'text': TEXT, 'attributions': [
    {'id': 'E1', 'source': [span('Ida Kvist')], 'cue': [span('denied')], 'content': [span('that the ferry was late')]},
    {'id': 'E2', 'source': [span('she')], 'cue': [span('said')], 'content': [span('“We sail at noon tomorrow,”')]}]}
PUBLISHED, FLAT = score.Text(TEXT, False), score.Text(TEXT, True)


def given(words, text=PUBLISHED):
    run = text.of_chars(*span(words))
    return {'start': text.starts[run[0]], 'end': text.ends[run[1] - 1]}


def message(words, **fields):
    return {'form': 'indirect', 'content': [given(words)], **fields}


DENIAL = message('that the ferry was late', source=given('Ida Kvist'), cue=[given('denied')], stance='denied', speaker={'name': 'Mrs Ida Kvist'})
NOON = message('We sail at noon', form='direct', source=given('she'), cue=[given('said')])


class Places(unittest.TestCase):
    def test_words(self):
        self.assertEqual(FLAT.input[:23], 'ida kvist denied that t')
        self.assertEqual(PUBLISHED.input, TEXT)
        for text in (PUBLISHED, FLAT):
            for k, word in enumerate(text.words):
                self.assertEqual(text.bytes[text.starts[k]:text.ends[k]].decode().lower(), word)
        self.assertIsNone(PUBLISHED.of_chars(*span('. “')))
        self.assertEqual(PUBLISHED.of_chars(span('Kvist')[0] + 2, span('denied')[0] + 1), (1, 3))

    def test_quotation_marks(self):
        for raw, inside in (('a “b c” d', 'b c'), ('a "b c" d', 'b c'), ("a ''b c'' d", 'b c'), ('“left open for many words and more', 'left open for many words and more'),
                            ('“left open\n\nshort', '')):
            marked = score.inquote(raw)
            # The mark itself counts as inside; two apostrophes become one mark and one filler.
            self.assertEqual(''.join(c for c, m in zip(raw, marked) if m).strip("“\"' \n"), inside, raw)


class Quotes(unittest.TestCase):
    def test_counts(self):
        counts = score.quote_counts(ROW, PUBLISHED, {'messages': [DENIAL, NOON]})
        self.assertEqual(counts, {
            'source': [2, 2, 2], 'cue': [2, 2, 2], 'content': [1, 2, 2], 'content begin': [2, 2, 2], 'direct exact': [0, 1, 1], 'direct IoU>=.8': [1, 1, 1],
            'direct tokens': [4, 4, 5], 'linked': [2, 2, 2], score.JACCARD: [1.8, 2], score.FORM: [2, 2]})

    def test_own_words_of_a_mixed_message(self):
        mixed = message('that the ferry was late. “We sail at noon tomorrow', form='mixed', verbatim=[given('We sail at noon tomorrow')])
        counts = score.quote_counts(ROW, PUBLISHED, {'messages': [mixed]})
        self.assertEqual(counts['direct exact'], [1, 1, 1])
        self.assertEqual(counts['linked'], [0, 0, 2])  # it names no source

    def test_every_message_counts_once(self):
        twice = {'messages': [DENIAL, DENIAL]}
        self.assertEqual(score.quote_counts(ROW, PUBLISHED, twice)['linked'], [1, 2, 2])

    def test_figures(self):
        got = score.quotes([ROW, ROW], [PUBLISHED, PUBLISHED], [{'messages': [DENIAL, NOON]}, {}])
        self.assertEqual(got['linked'], {'P': 100.0, 'R': 50.0, 'F1': 66.7, 'n': 4})
        self.assertEqual(got['content Jaccard'], 45.0)
        self.assertEqual(score.prf(0, 0, 0), {'P': 0.0, 'R': 0.0, 'F1': 0.0, 'n': 0})


class Records(unittest.TestCase):
    LABEL = {'article': 'a', 'id': 'E1', 'speaker': 'Ida Kvist', 'recipient': None, 'channel': 'interview', 'time': '2016-09-12T10:00', 'stance': 'denied'}

    def measured(self, measure, message, **label):
        rows, labels = score.labelled([ROW, {'id': 'b'}], [{**self.LABEL, **label}])
        return measure(rows, [PUBLISHED], [{'messages': [message]}], labels)

    def test_right(self):
        got = self.measured(score.records, {**DENIAL, 'channel': 'interview', 'sent': {'value': '2016-09-12'}})
        self.assertEqual(got['whole record right, of all'], 100.0)
        self.assertEqual(got['time'], {'P': 100.0, 'R': 100.0, 'F1': 100.0, 'n': 1})
        self.assertEqual(got['recipient']['n'], 0)

    def test_wrong(self):
        got = self.measured(score.records, {**DENIAL, 'recipient': {'name': 'Bo'}})
        self.assertEqual((got['speaker right, of found'], got['recipient right, of found'], got['channel right, of found']), (100.0, 0.0, 0.0))
        self.assertEqual(got['whole record right, of all'], 0.0)

    def test_not_found(self):
        got = self.measured(score.records, NOON)
        self.assertEqual(got['records found (IoU>=.5)'], {'R': 0.0, 'n': 1})
        self.assertEqual(got['speaker right, of found'], 0.0)

    def test_stance(self):
        self.assertEqual(self.measured(score.stance, DENIAL)['stance right, of found'], 100.0)
        bare = {k: v for k, v in DENIAL.items() if k != 'stance'}
        got = self.measured(score.stance, bare)
        self.assertEqual((got['denied or withheld given as asserted, of all such'], got['denied']['R'], got['asserted']['P']), (100.0, 0.0, 0.0))

    def test_names(self):
        for a, b, same in (('Sen. Ida Kvist', 'Kvist', True), ('Walter Pruitt Jr.', 'Walter Pruitt', False), ('', None, True), (None, 'Bo', False),
                           ('Ida Kvist', 'Bo Kvist', False), ('the governor', None, True)):
            self.assertEqual(score.same_name(a, b), same, (a, b))


class Rest(unittest.TestCase):
    def test_times(self):
        row = {'id': 'a', 'text': TEXT, 'timex': [{'start': span('noon tomorrow')[0], 'end': span('noon tomorrow')[1], 'type': 'DATE', 'value': '2016-09-13'}]}
        stamp = {**given('Ida'), 'dateline': True}
        got = score.times([row], [PUBLISHED], [{'timestamps': [stamp, {**given('tomorrow'), 'type': 'DATE', 'value': '2016-09-13'}]}])
        self.assertEqual((got['strict']['F1'], got['relaxed']['F1'], got['value']['F1'], got['value right, of found']), (0.0, 100.0, 100.0, 100.0))

    def test_addresses(self):
        text = 'See https://Quay.example/A now.'
        row = {'id': 'a', 'text': text, 'urls': [{'start': 4, 'end': 26, 'url': 'https://Quay.example/A'}]}
        for flat, restored in ((True, 100.0), (False, 0.0)):
            read = score.Text(text, flat)
            run = read.of_chars(4, 26)
            doc = {'urls': [{'start': read.starts[run[0]], 'end': read.ends[run[1] - 1], 'url': 'quay.example/a/'}]}
            got = score.addresses([row], [read], [doc], flat)
            self.assertEqual((got['span']['F1'], got['address restored']['F1']), (100.0, restored))


if __name__ == '__main__':
    unittest.main()

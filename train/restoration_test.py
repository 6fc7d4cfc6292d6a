"""Tests of the table of readable text; see accuracy_test.py for how to run them."""
import unittest

import restoration_tables as R
import rewritten

TEXT = 'FERRY LATE\n\nIt isn’t the captains’ fault, Mr. Roe’s U.S. agent said at 10:30 in Tallow. The ferry is well-known. “Ask Orla,” he said.\n'
FOUND = 'It isn\'t the captains fault Mr. Roe\'s U.S. Agent said at 10:30 in tallow the ferry is well known ask Orla'


def counts(readable, text=TEXT):
    published = R.Published(rewritten.flat({'text': text})[1])
    first, last = published.text.words.index('it'), published.text.words.index('orla')
    message = {'text': readable, 'content': [{'start': published.text.starts[first], 'end': published.text.ends[last]}]}
    out = {}
    for what, found, gold in R.judge(published, message):
        c = out.setdefault(what, [0, 0, 0])
        c[0], c[1], c[2] = c[0] + (found and gold), c[1] + found, c[2] + gold
    return out


class Readable(unittest.TestCase):
    def test_counts(self):
        self.assertEqual(counts(FOUND), {
            R.ALL: [2, 2, 2], R.S: [1, 1, 1], R.CONTRACTION: [1, 1, 1], R.PLURAL: [0, 0, 1], R.CAPITAL: [5, 5, 6], R.NAMES: [5, 5, 6],
            R.LETTERS: [5, 5, 6], R.INITIALS: [3, 3, 3], R.NUMBER: [1, 1, 1], R.PAUSE: [0, 0, 1], R.END: [0, 0, 2], R.HYPHEN: [0, 0, 1]})

    def test_a_changed_word_stops(self):
        with self.assertRaisesRegex(SystemExit, 'changes'):
            counts(FOUND.replace('ferry', 'boat'))

    def test_letters(self):
        got = counts('It was Mctavish Orla', 'It was McTavish, Orla.')
        self.assertEqual((got[R.CAPITAL], got[R.LETTERS]), ([2, 2, 2], [1, 2, 2]))


if __name__ == '__main__':
    unittest.main()

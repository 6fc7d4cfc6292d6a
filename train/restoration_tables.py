"""The table of readable text: how well apostrophes, capitals and marks are put back into flattened news.

Articles are flattened and read, and the text of every message is compared with the published words of its content.
"""
import heapq
import re

import rewritten
from held import NEWS, held_out, lines, rank
from markdown import table
from tally import f1

SAMPLE = 2000

APOSTROPHES = "'’‘ʼ`´"
CONTRACTED = {'t', 're', 've', 'll', 'd', 'm'}
BEFORE_NAMES = {'mr', 'mrs', 'ms', 'dr', 'sen', 'rep', 'gov', 'gen', 'lt', 'col', 'sgt', 'capt', 'rev', 'prof', 'st', 'sens', 'reps', 'jr', 'sr'}
WORD = re.compile(r'[^\W_]+')
STARTS = re.compile('[.!?…:;\n\r"“”„«»‹›*•]|(?:^|\\s)[\'‘]|``')
INNER_QUOTE = re.compile(r"(?:^|[\s(“\"])['‘]\w")

ALL, S, CONTRACTION, OTHER, PLURAL = ("apostrophe within a word", "… 's", "… n't, 're, 've, 'll, 'd, 'm", "… others: O'Brien, o'clock", "apostrophe after a plural or a name in s")
CAPITAL, NAMES, LETTERS = 'capital within a sentence', '… without "I"', '… and every letter as published'
INITIALS, NUMBER, HYPHEN, PAUSE, END = 'full stop of initials and abbreviations', 'mark within a number', 'hyphen', 'comma, colon, dash or bracket', 'sentence end'
ROWS = (ALL, S, CONTRACTION, OTHER, PLURAL, CAPITAL, NAMES, LETTERS, INITIALS, NUMBER, HYPHEN, PAUSE, END)


def readable(data):
    """Precision and recall on the sample and on the articles that were kept out of the tagger's training."""
    for name in NEWS:
        data.file(name)
    sets = {'lowest hashes': sample(data.corpora), 'kept out of training': kept_out(data.corpora), 'polnear-dev': data.dev_rows}
    counts = {name: count(data, name, rows) for name, rows in sets.items()}
    head = ['what', *(f'{name}: {c}' for name in sets for c in ('n', 'P', 'R'))]
    rows = [['articles', *(x for name, found in sets.items() for x in (len(found), None, None))]]
    for what in ROWS:
        figures = [(counts[name][what][2], *f1(counts[name][what])[:2]) for name in sets]
        rows.append([what, *(x for three in figures for x in three)])
    return table(head, rows)


def sample(folder, first=0, last=SAMPLE):
    """The articles from rank first to last by SHA-256 of the id, of all news."""
    named = ((rank(row['id']), name, n) for name in NEWS for n, row in enumerate(lines(folder / name)))
    wanted = {(name, n) for _, name, n in heapq.nsmallest(last, named)[first:]}
    return [{'id': f'{name} {n}', 'published': None, 'text': row['text']}
            for name in NEWS for n, row in enumerate(lines(folder / name)) if (name, n) in wanted]


def kept_out(folder):
    ids = held_out(folder)
    return [{'id': row['id'], 'published': None, 'text': row['text']}
            for row in lines(folder / NEWS[0]) if row['id'] in ids.get(row['src'], ())]


def count(data, name, rows):
    """[hit, predicted, gold] of every row of the table."""
    counts = {what: [0, 0, 0] for what in ROWS}
    _, texts, docs = data.readings(f'readable-{name.replace(" ", "-")}', rows, rewritten.flat)
    for text, doc in zip(texts, docs):
        published = Published(text)
        for message in doc['messages']:
            for what, found, gold in judge(published, message):
                counts[what][0] += found and gold
                counts[what][1] += found
                counts[what][2] += gold
    return counts


def judge(published, message):
    """(row, put back, published) of every place of a message where either has something."""
    text, at = message['text'], 0
    found = [m.span() for m in WORD.finditer(text)]
    for span in message['content']:
        first, last = published.text.of_bytes(span['start'], span['end'])
        for k in range(first, last):
            a, b = found[at]
            word, real = text[a:b], published.word(k)
            if word.lower() != real.lower():
                raise SystemExit(f'accuracy: the readable text changes {real!r} to {word!r}: {text!r}')
            if at > 0 and published.is_within_sentence(k):
                yield from capitals(word, real)
            if k + 1 < last:
                after = real.lower(), published.word(k + 1).lower()
                put, stood = marks(*after, text[b:found[at + 1][0]]), marks(*after, published.gap(k + 1))
                if published.has_inner_quote(k) and PLURAL in stood | put:
                    put, stood = put - {PLURAL}, stood - {PLURAL}
                yield from ((what, what in put, what in stood) for what in put | stood)
            at += 1


def capitals(word, real):
    found, gold = word[0].isupper(), real[0].isupper()
    if not found and not gold:
        return
    yield CAPITAL, found, gold
    if real.lower() != 'i':
        yield NAMES, found, gold
        if found and gold and word != real:
            yield LETTERS, True, False
            yield LETTERS, False, True
        else:
            yield LETTERS, found, gold


def marks(before, after, gap):
    """The rows of the table that what stands between two words counts for."""
    if len(gap) == 1 and gap in APOSTROPHES:
        return {ALL, S if after == 's' else CONTRACTION if after in CONTRACTED else OTHER}
    if gap in ('-', '‐', '‑'):
        return {HYPHEN}
    if before[-1].isdigit() and after[0].isdigit() and gap in ('.', ',', ':'):
        return {NUMBER}
    if gap == '.' and len(before) == len(after) == 1:
        return {INITIALS}
    if not re.search(r'\s', gap):
        return {PAUSE} if re.search('[—–()]|--', gap) else set()
    out = set()
    if gap[0] in APOSTROPHES and gap[1:].isspace() and before[-1] in 'szx':
        out.add(PLURAL)
    if gap[0] == '.' and (len(before) == 1 or before in BEFORE_NAMES):
        out.add(INITIALS)
    elif re.search('[.!?…\n]', gap):
        out.add(END)
    elif re.search('[,;:–—()\\[\\]]|-', gap):
        out.add(PAUSE)
    return out


class Published:
    """The words of an article as published."""

    def __init__(self, text):
        self.text, raw = text, text.raw
        self.shouted, self.quoting = [], []  # for every line whether it is all capitals, and whether it quotes in single marks
        self.line, n, at = [], 0, 0
        for a, _ in text.spans:
            n += raw.count('\n', at, a)
            at = a
            self.line.append(n)
        for line in raw.split('\n'):
            self.shouted.append(line.upper() == line)
            self.quoting.append(INNER_QUOTE.search(line) is not None)

    def word(self, k):
        a, b = self.text.spans[k]
        return self.text.raw[a:b]

    def gap(self, k):
        """What stands before word k."""
        return self.text.raw[self.text.spans[k - 1][1] if k else 0:self.text.spans[k][0]]

    def has_inner_quote(self, k):
        return self.quoting[self.line[k]]

    def is_within_sentence(self, k):
        """Whether word k surely begins neither a sentence nor a quotation, in a line that is not all capitals."""
        if k == 0 or self.shouted[self.line[k]]:
            return False
        gap, before = self.gap(k), self.word(k - 1)
        if not STARTS.search(gap):
            return True
        if gap.strip(' ') != '.':
            return False
        if gap == '.':
            return True  # "U.S", "example.com"
        return before.lower() in BEFORE_NAMES or len(before) == 1 and before.isupper() and self.gap(k - 1)[-1:] != '.'

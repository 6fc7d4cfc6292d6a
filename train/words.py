"""Text as the model sees it: words, what stood between them, and how they were written.

A word is a run of letters and digits, so that published and flattened text have
the same words. Everything here has a twin in internal/tagger (word.go), and the
two must agree bit for bit.
"""
import re

SPLIT = re.compile(r'([^\W_]+)')
WHITE = re.compile(r'\s')

# Marks: one bit for each kind of thing that stood between a word and the one before.
UNKNOWN, SPACE, COMMA, STOP, QUESTION, EXCLAMATION, COLON, DASH, HYPHEN, APOSTROPHE, \
    OPEN_DOUBLE, CLOSE_DOUBLE, STRAIGHT, OPEN_SINGLE, CLOSE_SINGLE, OPEN_BRACKET, CLOSE_BRACKET, \
    PARAGRAPH, OTHER, QUOTED = (1 << k for k in range(20))
MARK_BITS = 20
QUOTE_MARKS = OPEN_DOUBLE | CLOSE_DOUBLE | STRAIGHT | OPEN_SINGLE | CLOSE_SINGLE | QUOTED

# Shapes: how a word is written. NO_CASE: the text has lost its capitals.
NO_CASE, LOWER, TITLE, UPPER, MIXED, SINGLE, DIGITS = range(7)
SHAPES = 7

# What follows a word, the first side task.
NOTHING, PAUSE, END, ASK, JOIN_APOSTROPHE, JOIN_HYPHEN, BREAK, JOIN_OTHER = range(8)
FOLLOWS = 8

# How a word is capitalised, the second.
CASE_LOWER, CASE_TITLE, CASE_UPPER, CASE_NONE = range(4)
CASES = 3

PLAIN = {',': COMMA, '.': STOP, '…': STOP, '?': QUESTION, '!': EXCLAMATION, ':': COLON, ';': COLON,
         '–': DASH, '—': DASH, '―': DASH, '‒': DASH, '“': OPEN_DOUBLE, '”': CLOSE_DOUBLE,
         '„': OPEN_DOUBLE, '«': OPEN_DOUBLE, '»': CLOSE_DOUBLE, '‘': OPEN_SINGLE, '(': OPEN_BRACKET, '[': OPEN_BRACKET,
         '{': OPEN_BRACKET, ')': CLOSE_BRACKET, ']': CLOSE_BRACKET, '}': CLOSE_BRACKET}


def marks_of(gap, first=False):
    """The marks in what stood between two words; first: the text begins with it."""
    marks = 0
    for k, c in enumerate(gap):
        if c in ' \t\u00a0':
            marks |= SPACE
        elif c in '\n\r\u2028\u2029':
            marks |= PARAGRAPH | SPACE
        elif c in PLAIN:
            marks |= PLAIN[c]
        elif c in '-‐‑':
            marks |= HYPHEN if len(gap) == 1 else DASH
        elif c in '"\'’':
            before = (first and k == 0) or WHITE.search(gap, 0, k) is not None
            after = WHITE.search(gap, k + 1) is not None
            if c == '"':
                marks |= STRAIGHT if before == after else OPEN_DOUBLE if before else CLOSE_DOUBLE
            elif len(gap) == 1 and not first:
                marks |= APOSTROPHE
            else:
                marks |= OPEN_SINGLE if before and not after and c == "'" else CLOSE_SINGLE
        elif c.isspace():
            marks |= SPACE
        else:
            marks |= OTHER
    return marks


def follow_of(gap):
    """The class of what follows a word."""
    if '\n' in gap or '\u2028' in gap or '\u2029' in gap:
        return BREAK
    if WHITE.search(gap) is None:
        if "'" == gap or '’' == gap:
            return JOIN_APOSTROPHE
        if gap in ('-', '‐', '‑'):
            return JOIN_HYPHEN
        if '…' in gap or '..' in gap:
            return END
        if '?' in gap or '!' in gap:
            return ASK
        if '—' in gap or '–' in gap or '--' in gap or '(' in gap or ')' in gap:
            return PAUSE
        return JOIN_OTHER
    if '?' in gap or '!' in gap:
        return ASK
    if '.' in gap or '…' in gap:
        return END
    if any(c in gap for c in ',;:–—-()[]'):
        return PAUSE
    return NOTHING


def shape_of(word):
    """The shape of a word as written."""
    if not any(c.isalpha() for c in word):
        return DIGITS
    if word.islower() or word.lower() == word:
        return LOWER
    if len(word) == 1:
        return SINGLE
    if word.isupper():
        return UPPER
    if word[0].isupper() and word[1:] == word[1:].lower():
        return TITLE
    return MIXED


CASE_OF_SHAPE = [CASE_NONE, CASE_LOWER, CASE_TITLE, CASE_UPPER, CASE_TITLE, CASE_TITLE, CASE_NONE]


def fold(word):
    """The lower-cased word, one character for one, so that offsets stay."""
    low = word.lower()
    return low if len(low) == len(word) else ''.join(c.lower() if len(c.lower()) == 1 else c for c in word)


class Reader:
    """Turns texts into rows of numbers; remembers every word and gap it has met."""

    def __init__(self):
        self.types, self.words, self.gaps = {}, {}, {}

    def word(self, w):
        form = fold(w)
        number = self.types.setdefault(form, len(self.types))
        got = self.words[w] = number << 3 | shape_of(w)
        return got

    def gap(self, g):
        got = self.gaps[g] = marks_of(g) << 4 | follow_of(g)
        return got

    def read(self, text):
        """(word types with shapes, gaps before each word with marks and follow class, gaps as strings)"""
        parts = SPLIT.split(text)
        words, gaps = parts[1::2], parts[0::2]
        known, seen = self.words, self.gaps
        ws = [known[w] if w in known else self.word(w) for w in words]
        gs = [seen[g] if g in seen else self.gap(g) for g in gaps]
        gs[0] = marks_of(gaps[0], first=True) << 4
        gs[-1] = BREAK
        return ws, gs, gaps


QUOTING = re.compile(r'[“”"\n]')
SINGLES = re.compile(r"(?:^|\s)['‘][A-Za-z][^'‘’\n]{15,}[.,?!]['’](?=\s|$)")


def quoted(gaps, text):
    """Which words stand inside double quotation marks: 0, 1, or 2 where the marks cannot be trusted.

    A quotation left open runs to its paragraph's end if the next paragraph opens one again;
    otherwise nobody knows what it covers.
    """
    n = len(gaps) - 1
    label = bytearray(n)
    start = None
    for k, gap in enumerate(gaps):
        if not QUOTING.search(gap):
            continue
        for p, c in enumerate(gap):
            if c == '“' or (c == '"' and start is None):
                start = k
            elif c in '”"' and start is not None:
                label[start:k] = b'\1' * (k - start)
                start = None
            elif c == '\n' and start is not None:
                again = gap[p:].lstrip()[:1] in ('“', '"')
                label[start:k] = (b'\1' if again else b'\2') * (k - start)
                start = None
    if start is not None:
        label[start:n] = b'\2' * (n - start)
    if not any(label) and len(SINGLES.findall(text)) >= 2:
        label[:] = b'\2' * n
    return label

"""Which words have a row of their own, and what the others are known by."""
import numpy as np

AFFIXES = 4096  # rows for the endings and beginnings of words outside the vocabulary; row 0 stands for none


def hashed(text):
    """FNV-1a, 32 bits."""
    h = 2166136261
    for b in text.encode('utf8'):
        h = (h ^ b) * 16777619 & 0xffffffff
    return h


def affixes(word):
    """The rows of a word outside the vocabulary: its last three letters, last two, first three, and length."""
    parts = ('3' + word[-3:], '2' + word[-2:], '1' + word[:3], '0' + str(min(len(word), 12)))
    return [1 + hashed(p) % (AFFIXES - 1) for p in parts]


def digits(word):
    """A number with every digit as 0: how numbers outside the vocabulary are looked up."""
    return ''.join('0' if c.isdecimal() else c for c in word)


def choose(types, counts, size):
    """The most frequent words, numbers outside them counted as their patterns. Row 0 is the unknown word."""
    total = dict(zip(types, counts))
    for w, c in zip(types, counts):
        if any(ch.isdecimal() for ch in w) and c < 2000:
            total[w] = 0
            total[digits(w)] = total.get(digits(w), 0) + int(c)
    best = sorted(total, key=lambda w: (-total[w], w))[:size - 1]
    return [''] + best


def tables(types, vocabulary):
    """For each word type its row (0: unknown) and its affix rows (zeros if it has a row)."""
    row = {w: k for k, w in enumerate(vocabulary) if k}
    word, affix = np.zeros(len(types), np.int64), np.zeros((len(types), 4), np.int64)
    for k, w in enumerate(types):
        r = row.get(w)
        if r is None and any(c.isdecimal() for c in w):
            r = row.get(digits(w))
        if r is None:
            affix[k] = affixes(w)
        else:
            word[k] = r
    return word, affix

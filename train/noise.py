"""Errors of typists, scanners and speech recognition: words misspelt, left out, said twice."""
import numpy as np

import vocabulary

SHARE = .15   # of the windows have errors
MISSPELT, LOST, DOUBLED = .03, .01, .01  # of their words


def disturb(at, mask, rng):
    """Leaves out and doubles words of some windows: (at, mask, which words are a second time there, which windows)."""
    at, mask = at.copy(), mask.copy()
    again, chosen = np.zeros(at.shape, bool), rng.random(len(at)) < SHARE
    for k in np.nonzero(chosen)[0]:
        old = at[k][mask[k]]
        dice = rng.random(len(old))
        new = np.repeat(old, np.where(dice < LOST, 0, np.where(dice < LOST + DOUBLED, 2, 1)))[:at.shape[1]]
        if len(new) == 0:
            continue
        mask[k] = np.arange(at.shape[1]) < len(new)
        at[k] = np.concatenate([new, np.full(at.shape[1] - len(new), new[-1])])
        again[k, 1:] = (at[k, 1:] == at[k, :-1]) & mask[k, 1:]
    return at, mask, again, chosen


def misspell(word, rng):
    """Two neighbouring letters change places, one is lost, or one stands twice."""
    k, way = int(rng.integers(0, len(word) - 1)), rng.random()
    if way < .5:
        return word[:k] + word[k + 1] + word[k] + word[k + 2:]
    return word[:k] + word[k + 1:] if way < .75 else word[:k + 1] + word[k:]


class Misspeller:
    """Gives words of some windows the rows of what they look like misspelt."""

    def __init__(self, types, words):
        self.types, self.row = types, {w: k for k, w in enumerate(words) if k}

    def apply(self, type_, word, affix, chosen, rng):
        for k, n in zip(*np.nonzero((rng.random(word.shape) < MISSPELT) & chosen[:, None])):
            written = self.types[type_[k, n]]
            if len(written) < 4 or not written.isalpha():
                continue
            wrong = misspell(written, rng)
            row = self.row.get(wrong, 0)
            word[k, n], affix[k, n] = row, 0 if row else vocabulary.affixes(wrong)

"""The annotated articles as arrays, their windows, and the network run over whole articles."""
import json

import numpy as np
import torch

import forms
import vocabulary
from polnear import labels_of


class Annotated:
    """polnear-train or polnear-dev as prepare.py left it."""

    def __init__(self, cache, part, words):
        folder = cache / f'polnear-{part}'
        self.type, self.shape, self.marks, self.follow, self.label = (
            np.load(folder / f'{n}.npy') for n in ('type', 'shape', 'marks', 'follow', 'label'))
        self.starts = np.load(folder / 'starts.npy')
        self.articles = json.loads((folder / 'articles.json').read_text())
        types = (cache / 'types.txt').read_text(encoding='utf8').split('\n')
        self.types = types
        self.word, self.affix = vocabulary.tables(types, words)
        self.gold = np.concatenate([np.array(labels_of(b - a, art['attributions'], self.label[a:b]))
                                    for art, a, b in zip(self.articles, self.starts, self.starts[1:])])

    def windows(self, size, rng):
        """(start, end) of windows that tile every article from a random offset."""
        out = []
        for a, b in zip(self.starts, self.starts[1:]):
            first = a - int(rng.integers(0, size)) if b - a > size else a
            out += [(max(k, a), min(k + size, b)) for k in range(first, b, size) if min(k + size, b) - max(k, a) > 8]
        rng.shuffle(out)
        return out


WINDOW, CONTEXT = 512, 64  # as the run-time reads


def scores(net, data, k, form):
    """The scores of article k in one form: (side scores, tag scores)."""
    part = slice(data.starts[k], data.starts[k + 1])
    types, shape, marks, quoted = data.type[part], data.shape[part], data.marks[part], data.label[part]
    if hasattr(net, 'read'):
        return net.read([data.types[t] for t in types], shape, marks, quoted, form)
    return scores_of(net, types, shape, marks, quoted, data.word, data.affix, form)


def scores_of(net, types, shape, marks, quoted, word, affix, form):
    """The scores of one article in one form: (side scores, tag scores)."""
    seen, cased = forms.view(form, marks, shape, quoted)
    to = lambda v: torch.from_numpy(np.ascontiguousarray(v).astype(np.int64))[None]
    side, tags = [], []
    with torch.no_grad():
        for first in range(0, len(types), WINDOW):
            last, low = min(first + WINDOW, len(types)), max(0, first - CONTEXT)
            part = slice(low, last + CONTEXT)
            x = net.states(to(word[types[part]]), to(affix[types[part]]), to(seen[part]), to(cased[part]))
            side.append(net.sides(x).numpy()[first - low:last - low])
            tags.append(net.tags(x).numpy()[first - low:last - low])
    return np.concatenate(side), np.concatenate(tags)

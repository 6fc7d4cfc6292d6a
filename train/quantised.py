"""The forward pass as the run-time does it, in 8-bit products and float32, operation for operation.

It measures what quantisation costs and gives the outputs that the run-time's tests compare with.
"""
import numpy as np

import vocabulary
import words as W
from network import CASE, FOLLOW

F = np.float32
# Texts made up for test vectors, and whether they are published.
TEXTS = [
    ('the mayor said we will not close the library and i promise you that 12345 times', None),
    ('Maria Quintavalle, a grocer in Oldhampton, told reporters: “Bread is dear.” She left at 5.30!\n\nNobody else\'s well-known shop was open (yet).', True),
    ('', None), ('zxqwv', None),
]


def rows(values):
    """Rows as 8-bit numbers and their scales."""
    values = np.ascontiguousarray(values, F)
    scale = (np.abs(values).max(1) / F(127)).astype(F)
    inverse = np.where(scale > 0, F(1) / np.where(scale > 0, scale, 1), 0).astype(F)
    return np.rint(values * inverse[:, None]).astype(np.int8), scale


def product(x, weights):
    """x @ weights.T with both as 8-bit numbers."""
    a, s = rows(x)
    w, t = weights
    sums = a.astype(F) @ w.T.astype(F)  # exact: every sum is below 2^24
    return sums * (s[:, None] * t[None])


def exponential(x):
    x = np.clip(x.astype(F), F(-87), F(88))
    k = x * F(1.44269504)
    n = np.trunc(k + np.where(k < 0, F(-.5), F(.5))).astype(np.int32)
    f = n.astype(F)
    x = x - f * F(0.693359375)
    x = x - f * F(-2.12194440e-4)
    y = np.full_like(x, F(1.9875691500e-4))
    for c in (1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1):
        y = y * x + F(c)
    y = y * (x * x) + x
    y = y + F(1)
    return y * (n + 127 << 23).astype(np.int32).view(F)


def sigmoid(x):
    return F(1) / (F(1) + exponential(-x))


class Quantised:
    """A network with rounded weights."""

    def __init__(self, net, words):
        n = {k: v.detach().numpy() for k, v in net.state_dict().items()}
        self.h, self.e, self.layers = net.hidden, net.embed, len(net.weights)
        self.words = words
        self.word, self.affix = rows(n['word']), rows(n['affix'])
        self.mark, self.case = n['mark'], n['case']
        self.convolution = rows(np.concatenate([n['convolution'][k * self.e:(k + 1) * self.e] for k in range(3)], 1).T)
        self.convolution_bias = n['convolution_bias']
        self.weights = [rows(n[f'weights.{k}'].T) for k in range(self.layers)]
        self.gates = [n[f'gates.{k}'] for k in range(self.layers)]
        self.heads = rows(np.concatenate([n['side'][:, FOLLOW], n['side'][:, CASE], n['tag']], 1).T)
        self.bias = np.concatenate([n['side_bias'][FOLLOW], n['side_bias'][CASE], n['tag_bias']])

    def embed(self, row, affixes, marks, shape):
        """row [N], affixes [N, 4], marks [N], shape [N]"""
        def pick(table, k):
            return table[0][k].astype(F) * table[1][k][:, None]
        e = pick(self.word, row)
        odd = np.nonzero(affixes[:, 0])[0]
        for k in range(4):
            e[odd] = e[odd] + pick(self.affix, affixes[odd, k])
        for bit in range(W.MARK_BITS):
            have = np.nonzero(marks >> bit & 1)[0]
            e[have] = e[have] + self.mark[bit]
        return e + self.case[shape]

    def scores(self, row, affixes, marks, shape):
        """The scores of the heads: follow, case, tags."""
        h, n = self.h, len(row)
        p = product(self.embed(row, affixes, marks, shape), self.convolution)
        none = np.zeros((1, 2 * h), F)
        y = self.convolution_bias + np.concatenate([none, p[:-1, :2 * h]])
        y = y + p[:, 2 * h:4 * h]
        y = y + np.concatenate([p[1:, 4 * h:], none])
        x = y[:, :h] * sigmoid(y[:, h:])
        for weights, gates in zip(self.weights, self.gates):
            u = product(x, weights)
            out = np.empty((n, 2 * h), F)
            for d in range(2):
                vf, vr, bf, br = gates[d]
                state = np.zeros(h, F)
                cand, forget, reset = (u[:, (3 * d + k) * h:(3 * d + k + 1) * h] for k in range(3))
                way = x if x.shape[1] == h else x[:, d * h:(d + 1) * h]
                for t in range(n) if d == 0 else range(n - 1, -1, -1):
                    f = sigmoid(forget[t] + vf * state + bf)
                    r = sigmoid(reset[t] + vr * state + br)
                    state = cand[t] + f * (state - cand[t])
                    out[t, d * h:(d + 1) * h] = way[t] + r * (state - way[t])
            x = out
        return product(x, self.heads) + self.bias

    def vectors(self):
        """Scores of texts made up for the purpose."""
        out = []
        for text, published in TEXTS:
            parts = W.SPLIT.split(text)
            written, gaps = parts[1::2], parts[0::2]
            forms = [W.fold(w) for w in written]
            if published:
                marks = [W.marks_of(g, first=k == 0) for k, g in enumerate(gaps[:-1])]
                shape = [W.shape_of(w) for w in written]
            else:
                marks, shape = [W.UNKNOWN] * len(forms), [W.NO_CASE] * len(forms)
            row, affix = vocabulary.tables(forms, self.words)
            scores = self.scores(row, affix, np.array(marks), np.array(shape)) if forms else np.zeros((0, len(self.bias)))
            out.append({'text': text, 'published': bool(published), 'forms': forms, 'marks': marks, 'shapes': shape,
                        'scores': [[float(v) for v in s] for s in scores]})
        return out

"""A linear chain over the labels: which label may follow which, learned and constrained."""
import numpy as np
import torch
from torch import nn

from kernels import ChainLoss
from polnear import (B_CUE, B_DIRECT, B_INDIRECT, B_SOURCE, I_CUE, I_DIRECT, I_INDIRECT, I_SOURCE, LABELS)

NEVER = -1e4
BEGINS = {I_SOURCE: (B_SOURCE, I_SOURCE), I_CUE: (B_CUE, I_CUE),
          I_DIRECT: (B_DIRECT, I_DIRECT, B_INDIRECT, I_INDIRECT), I_INDIRECT: (B_DIRECT, I_DIRECT, B_INDIRECT, I_INDIRECT)}


def allowed():
    """0 where a label may follow another, NEVER where not; and the same for the first label of a text."""
    table, first = np.zeros((LABELS, LABELS), np.float32), np.zeros(LABELS, np.float32)
    for label, before in BEGINS.items():
        table[:, label] = NEVER
        table[list(before), label] = 0
        first[label] = NEVER
    return table, first


class Chain(nn.Module):
    """Scores of label pairs."""

    def __init__(self):
        super().__init__()
        self.pair = nn.Parameter(torch.zeros(LABELS, LABELS))
        table, first = allowed()
        self.register_buffer('table', torch.from_numpy(table))

    def loss(self, scores, gold, mask):
        """Negative log-likelihood a word. scores [B, T, L], gold [B, T], mask [B, T] true for a prefix of each row.

        A window may begin inside a span, so its first label is free.
        """
        return ChainLoss.apply(scores, self.pair + self.table, gold.contiguous(), mask.sum(1)) / mask.sum()


def constrain(scores, quoted):
    """Known quotation marks decide which words may be verbatim: quoted is 1, 0, or None where nobody knows."""
    if quoted is None:
        return scores
    scores = scores.copy()
    scores[np.ix_(quoted == 1, [B_INDIRECT, I_INDIRECT])] = NEVER
    scores[np.ix_(quoted != 1, [B_DIRECT, I_DIRECT])] = NEVER
    return scores


def viterbi(scores, pair):
    """The best labels of one text."""
    table, first = allowed()
    pair = pair + table
    best, back = scores[0] + first, np.zeros(scores.shape, np.int64)
    for t in range(1, len(scores)):
        ways = best[:, None] + pair
        back[t] = ways.argmax(0)
        best = ways.max(0) + scores[t]
    path = [int(best.argmax())]
    for t in range(len(scores) - 1, 0, -1):
        path.append(int(back[t, path[-1]]))
    return path[::-1]


def marginals(scores, pair):
    """The probability of every label of every word of one text."""
    table, first = allowed()
    step = np.exp((pair + table).astype(np.float64))
    local = np.exp((scores - scores.max(1, keepdims=True)).astype(np.float64))
    n = len(scores)
    ahead, behind = np.zeros((n, LABELS)), np.ones((n, LABELS))
    now = local[0] * np.exp(first)
    ahead[0] = now / now.sum()
    for t in range(1, n):
        now = (ahead[t - 1] @ step) * local[t]
        ahead[t] = now / now.sum()
    for t in range(n - 2, -1, -1):
        now = step @ (local[t + 1] * behind[t + 1])
        behind[t] = now / now.sum()
    both = ahead * behind
    return both / both.sum(1, keepdims=True)

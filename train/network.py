"""The network: embeddings, a gated convolution, bidirectional simple recurrent units, linear heads."""
import math

import torch
from torch import nn
from torch.nn import functional as F

import words
from kernels import BF, Product, Recurrence

# Columns of the heads.
QUOTE, FOLLOW, CASE = 0, slice(1, 1 + words.FOLLOWS), slice(1 + words.FOLLOWS, 1 + words.FOLLOWS + words.CASES)
SIDE = 1 + words.FOLLOWS + words.CASES


def matrix(rows, columns, gain=1.0):
    return nn.Parameter(torch.randn(rows, columns) * gain / math.sqrt(rows))


class Network(nn.Module):
    """words -> states -> scores; every weight that inference needs, and nothing else."""

    def __init__(self, vocabulary, affixes, embed=128, hidden=96, layers=3, labels=9):
        super().__init__()
        self.shape = dict(vocabulary=vocabulary, affixes=affixes, embed=embed, hidden=hidden, layers=layers, labels=labels)
        self.hidden, self.embed = hidden, embed
        self.word = nn.Parameter(torch.randn(vocabulary, embed) * 0.1)
        self.affix = nn.Parameter(torch.randn(affixes, embed) * 0.1)
        self.mark = nn.Parameter(torch.randn(words.MARK_BITS, embed) * 0.1)
        self.case = nn.Parameter(torch.randn(words.SHAPES, embed) * 0.1)
        self.convolution = matrix(3 * embed, 2 * hidden)
        self.convolution_bias = nn.Parameter(torch.zeros(2 * hidden))
        self.weights = nn.ParameterList([matrix(hidden if k == 0 else 2 * hidden, 6 * hidden) for k in range(layers)])
        gates = torch.zeros(2, 4, hidden)
        gates[:, 2] = 1.0
        self.gates = nn.ParameterList([nn.Parameter(gates.clone()) for _ in range(layers)])
        self.side = matrix(2 * hidden, SIDE, 0.5)
        self.side_bias = nn.Parameter(torch.zeros(SIDE))
        self.tag = matrix(2 * hidden, labels, 0.5)
        self.tag_bias = nn.Parameter(torch.zeros(labels))

    def states(self, word, affix, marks, shape, drop=0.0, between=0.0):
        """word [B, T]; affix [B, T, A] (0 stands for none); marks [B, T] bit sets; shape [B, T]."""
        batch, n = word.shape
        bits = (marks.unsqueeze(-1) >> torch.arange(words.MARK_BITS) & 1).float()
        table = torch.cat([self.mark, self.case])
        extra = torch.cat([bits, F.one_hot(shape, words.SHAPES).float()], -1)
        e = F.embedding(word, self.word) + extra @ table
        odd = affix[..., 0].nonzero(as_tuple=True)
        e = e.index_put(odd, F.embedding(affix[odd], self.affix).sum(1), accumulate=True)
        e = F.dropout(e, drop, self.training).to(BF)
        none = torch.zeros(batch, 1, self.embed, dtype=BF)
        around = torch.cat([torch.cat([none, e[:, :-1]], 1), e, torch.cat([e[:, 1:], none], 1)], -1)
        y = Product.apply(around.view(batch * n, -1), self.convolution).float() + self.convolution_bias
        x = (y[:, :self.hidden] * torch.sigmoid(y[:, self.hidden:])).to(BF).view(batch, n, -1)
        return self.layers_over(x, between)

    def layers_over(self, x, between):
        """The layers between the convolution and the heads."""
        batch, n, _ = x.shape
        for w, g in zip(self.weights, self.gates):
            if between and self.training:
                x = F.dropout(x, between)
            u = Product.apply(x.reshape(batch * n, -1), w).view(batch, n, -1)
            x = Recurrence.apply(u, x.contiguous(), g)
        return x

    def sides(self, x):
        return Product.apply(x.reshape(-1, x.shape[-1]), self.side).float() + self.side_bias

    def tags(self, x):
        return Product.apply(x.reshape(-1, x.shape[-1]), self.tag).float() + self.tag_bias

    def multiplications(self):
        """of one word"""
        return sum(w.numel() for w in [self.convolution, self.side, self.tag, *self.weights]) + self.hidden * (1 + 10 * len(self.weights))

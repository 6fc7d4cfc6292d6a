"""Networks that were tried in the recurrent one's place, of as many multiplications a word."""
import math

import torch
from torch import nn

from kernels import BF, Product
from network import Network, matrix


class Convolutions(Network):
    """Gated convolutions of three words with gaps of 1, 2, 4, 8, 16 and 32 words, each added to what went in."""

    GAPS = (1, 2, 4, 8, 16, 32)

    def __init__(self, vocabulary, affixes, embed=128, hidden=88, layers=6, labels=9):
        super().__init__(vocabulary, affixes, embed, hidden, 0, labels)
        self.weights = nn.ParameterList([matrix(3 * hidden, 2 * hidden) for _ in self.GAPS])
        self.side, self.tag = matrix(hidden, self.side.shape[1], .5), matrix(hidden, labels, .5)

    def layers_over(self, x, between):
        batch, n, h = x.shape
        x = x.float()
        for gap, w in zip(self.GAPS, self.weights):
            low = x.to(BF)
            none = torch.zeros(batch, gap, h, dtype=BF)
            around = torch.cat([torch.cat([none, low[:, :-gap]], 1), low, torch.cat([low[:, gap:], none], 1)], -1)
            y = Product.apply(around.view(batch * n, -1), w).float().view(batch, n, -1)
            x = x + y[..., :h] * torch.sigmoid(y[..., h:])
        return x.to(BF)


class Attention(Network):
    """Two blocks of self-attention (4 heads, learned weights of distance) and a gated feed-forward net."""

    HEADS, REACH = 4, 64

    def __init__(self, vocabulary, affixes, embed=128, hidden=96, layers=2, labels=9):
        super().__init__(vocabulary, affixes, embed, hidden, 0, labels)
        h = hidden
        block = lambda: [matrix(h, 3 * h), matrix(h, h, .5), matrix(h, 6 * h), matrix(3 * h, h, .5)]
        self.weights = nn.ParameterList(block() + block())
        self.distance = nn.ParameterList([nn.Parameter(torch.zeros(self.HEADS, 2 * self.REACH + 1)) for _ in range(2)])
        self.norms = nn.ModuleList([nn.LayerNorm(h) for _ in range(5)])
        self.side, self.tag = matrix(h, self.side.shape[1], .5), matrix(h, labels, .5)

    def layers_over(self, x, between):
        batch, n, h = x.shape
        x, each = x.float(), h // self.HEADS
        apart = (torch.arange(n)[None] - torch.arange(n)[:, None]).clamp(-self.REACH, self.REACH) + self.REACH
        product = lambda v, w: Product.apply(v.reshape(batch * n, -1).to(BF), w).float().view(batch, n, -1)
        for k in range(2):
            qkv, out, up, down = self.weights[4 * k:4 * k + 4]
            q, key, v = product(self.norms[2 * k](x), qkv).view(batch, n, 3, self.HEADS, each).permute(2, 0, 3, 1, 4)
            score = q @ key.transpose(2, 3) / math.sqrt(each) + self.distance[k][:, apart]
            x = x + product((score.softmax(-1) @ v).transpose(1, 2).reshape(batch, n, h), out)
            y = product(self.norms[2 * k + 1](x), up)
            x = x + product(y[..., :3 * h] * torch.sigmoid(y[..., 3 * h:]), down)
        return self.norms[4](x).to(BF)


class Gated(Network):
    """Layers of GRU or LSTM in both directions: their states are multiplied too, so two layers are what three simple ones cost."""

    UNIT = nn.GRU

    def __init__(self, vocabulary, affixes, embed=128, hidden=96, layers=2, labels=9):
        super().__init__(vocabulary, affixes, embed, hidden, 0, labels)
        self.shape['layers'] = layers
        self.units = self.UNIT(hidden, hidden, layers, batch_first=True, bidirectional=True)

    def layers_over(self, x, between):
        return self.units(x.float())[0].to(BF)

    def multiplications(self):
        return super().multiplications() + sum(p.numel() for n, p in self.units.named_parameters() if n.startswith('weight'))


class LongShort(Gated):
    UNIT = nn.LSTM


KINDS = {'recurrent': Network, 'convolutions': Convolutions, 'attention': Attention, 'gru': Gated, 'lstm': LongShort}

"""A smaller network becomes the start of a larger one: grow.py CACHE WEIGHTS NET --hidden H --layers N.

WEIGHTS is a file as export.py writes it. The larger network gives the scores of the
smaller, nearly: new channels read what is there and nothing reads them yet, new layers
let pass what they are given. So no word that the smaller has seen is lost.
"""
import argparse
import pathlib
import struct

import numpy as np
import torch

from crf import Chain
from network import CASE, FOLLOW, SIDE, Network

PASSES = -3.0  # bias of the reset gates of a new layer: nearly closed


def sections(path):
    """The sections of a weights file: floats, the rows of 8-bit numbers as floats, lines of text."""
    file, out = path.read_bytes(), {}
    at, (_, count) = 16, struct.unpack('<II', file[8:16])
    for _ in range(count):
        length = file[at]
        name, kind = file[at + 1:at + 1 + length].decode(), file[at + 1 + length]
        at += 2 + length
        rows, columns = struct.unpack('<II', file[at:at + 8])
        at += 8
        if kind == 2:
            out[name] = file[at:at + columns].decode().split('\n')
            at += columns
            continue
        scale = 1
        if kind == 1:
            scale = np.frombuffer(file, '<f4', rows, at)[:, None]
            at += 4 * rows
        dtype = np.dtype('<f4' if kind == 0 else 'i1')
        values = np.frombuffer(file, dtype, rows * columns, at).reshape(rows, columns)
        at += values.nbytes
        out[name] = torch.from_numpy((values * scale).astype(np.float32))
    return out


def place(width, grown, groups):
    """Where the channels of groups of so many lie once each group has grown."""
    return torch.cat([torch.arange(width) + g * grown for g in range(groups)])


def copy(into, values, rows, columns):
    """Puts values at rows and columns of a matrix; the other rows are not read by those columns."""
    into.data[:, columns] = 0
    into.data[rows[:, None], columns] = values


def grow(old, hidden, layers, vocabulary):
    """The larger network with the weights of the smaller, and its chain."""
    embed, width, depth, _ = (int(v) for v in old['shape'][0])
    assert hidden >= width and layers >= depth
    row = {word: k for k, word in enumerate(old['vocabulary'])}
    net, chain = Network(len(vocabulary), len(old['affixes']), embed, hidden, layers), Chain()
    chain.pair.data.copy_(old['pairs'])
    net.word.data.copy_(old['words'][[row[word] for word in vocabulary]])
    net.affix.data.copy_(old['affixes'])
    net.mark.data.copy_(old['marks'])
    net.case.data.copy_(old['shapes'])
    two = place(width, hidden, 2)
    first = old['convolution'].T.reshape(embed, 3, 2 * width).transpose(0, 1).reshape(3 * embed, 2 * width)
    copy(net.convolution, first, torch.arange(3 * embed), two)
    net.convolution_bias.data[two] = old['convolution bias'][0]
    for k in range(depth):
        copy(net.weights[k], old[f'layer {k}'].T, place(width, hidden, 1 if k == 0 else 2), place(width, hidden, 6))
        net.gates[k].data[..., :width] = old[f'layer {k} gates'].reshape(2, 4, width)
    for k in range(depth, layers):
        net.gates[k].data[:, 3] = PASSES
    known = list(range(FOLLOW.start, CASE.stop))
    net.side.data[:, known], net.tag.data[:] = 0, 0
    net.side.data[two[:, None], torch.tensor(known)] = old['heads'].T[:, :len(known)]
    net.side_bias.data[known] = old['heads bias'][0, :len(known)]
    net.tag.data[two] = old['heads'].T[:, len(known):]
    net.tag_bias.data[:] = old['heads bias'][0, len(known):]
    assert SIDE == CASE.stop
    return net, chain


def main():
    a = argparse.ArgumentParser()
    a.add_argument('cache', type=pathlib.Path)
    a.add_argument('weights', type=pathlib.Path)
    a.add_argument('net', type=pathlib.Path)
    a.add_argument('--hidden', type=int, default=160)
    a.add_argument('--layers', type=int, default=4)
    a.add_argument('--vocabulary', type=int, default=36000)
    o = a.parse_args()
    torch.manual_seed(1)
    words = (o.cache / f'vocabulary-{o.vocabulary}.txt').read_text(encoding='utf8').split('\n')
    net, chain = grow(sections(o.weights), o.hidden, o.layers, words)
    torch.save({'net': net.state_dict(), 'chain': chain.state_dict(), 'shape': net.shape, 'kind': 'recurrent'}, o.net)
    print('multiplications', net.multiplications())


if __name__ == '__main__':
    main()

"""The weights file and the run-time's test vectors: export.py CACHE NET LINKER WEIGHTS [VECTORS].

The format is described in internal/tagger/weights.go. 8-bit numbers have a scale a row.
"""
import argparse
import hashlib
import json
import pathlib
import struct
import zlib

import numpy as np

from finetune import load
from network import CASE, FOLLOW
from quantised import Quantised, rows

VERSION = 1


class Writer:
    """Collects sections."""

    def __init__(self):
        self.body, self.count = b'', 0

    def section(self, name, kind, shape, data):
        self.body += bytes([len(name)]) + name.encode() + bytes([kind]) + struct.pack('<II', *shape) + data
        self.count += 1

    def floats(self, name, values, shape=None):
        values = np.asarray(values, '<f4')
        self.section(name, 0, shape or (1, values.size), values.tobytes())

    def bytes(self, name, values):
        quantised, scale = rows(values)
        self.section(name, 1, values.shape, scale.astype('<f4').tobytes() + quantised.tobytes())

    def text(self, name, lines):
        data = '\n'.join(lines).encode()
        self.section(name, 2, (1, len(data)), data)

    def linker(self, confidence, links):
        """What all networks' files end with: the confidence of attributions and the linker."""
        self.floats('confidence', confidence)
        self.text('link features', list(links))
        self.floats('link weights', list(links.values()))

    def file(self):
        body = b'verbatim' + struct.pack('<II', VERSION, self.count) + self.body
        return body + struct.pack('<I', zlib.crc32(body))


def main():
    a = argparse.ArgumentParser()
    a.add_argument('cache', type=pathlib.Path)
    a.add_argument('net', type=pathlib.Path)
    a.add_argument('linker', type=pathlib.Path)
    a.add_argument('weights', type=pathlib.Path)
    a.add_argument('vectors', type=pathlib.Path, nargs='?')
    a.add_argument('--vocabulary', type=int, default=36000)
    a.add_argument('--confidence', type=float, nargs=2, default=(-2, 4), help='what calibrate.py found')
    o = a.parse_args()
    net, chain = load(o.net)
    words = (o.cache / f'vocabulary-{o.vocabulary}.txt').read_text(encoding='utf8').split('\n')
    links = json.loads(o.linker.read_text())
    n = {k: v.detach().numpy() for k, v in net.state_dict().items()}
    h, e = net.hidden, net.embed
    out = Writer()
    heads = np.concatenate([n['side'][:, FOLLOW], n['side'][:, CASE], n['tag']], 1)
    bias = np.concatenate([n['side_bias'][FOLLOW], n['side_bias'][CASE], n['tag_bias']])
    out.floats('shape', [e, h, len(net.weights), heads.shape[1]])
    out.floats('marks', n['mark'], n['mark'].shape)
    out.floats('shapes', n['case'], n['case'].shape)
    # The product of the convolution gives a word's part in the word after it, in itself, in the word before.
    out.bytes('convolution', np.concatenate([n['convolution'][k * e:(k + 1) * e] for k in range(3)], 1).T)
    out.floats('convolution bias', n['convolution_bias'])
    for k in range(len(net.weights)):
        out.bytes(f'layer {k}', n[f'weights.{k}'].T)
        out.floats(f'layer {k} gates', n[f'gates.{k}'], (8, h))
    out.bytes('heads', heads.T)
    out.floats('heads bias', bias)
    out.text('vocabulary', words)
    out.bytes('words', n['word'])
    out.bytes('affixes', n['affix'])
    out.floats('pairs', chain.pair.detach().numpy(), (9, 9))
    out.linker(o.confidence, links)
    file = out.file()
    digest = hashlib.sha256(file).hexdigest()
    o.weights.write_bytes(file)
    o.weights.with_suffix('.sha256').write_text(digest + '\n')  # for the provenance of records
    print(len(file), 'bytes, sha256', digest)
    if o.vectors:
        o.vectors.write_text(json.dumps(Quantised(net, words).vectors(), indent=1, ensure_ascii=False) + '\n', encoding='utf8')


if __name__ == '__main__':
    main()

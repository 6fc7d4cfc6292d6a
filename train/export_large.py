"""The weights file of the large reader and test vectors: export_large.py NET MODEL LINKER WEIGHTS [VECTORS].

The format is described in internal/tagger/weights.go, what is done with it in internal/tagger/encoder.go.
What is constant is put together here: types and shapes of no case with the places, what the
values' bias comes to with that of the heads' product, and the scale of attention with the queries.
"""
import argparse
import hashlib
import json
import math
import pathlib

import numpy as np
import torch
from tokenizers import Tokenizer

import words as W
from export import Writer
from large import WIDTH, Large
from network import CASE, FOLLOW
from pretrained import LONGEST, WRITTEN, Pieces
from quantised import TEXTS

HEAD, PARTS = 32, 4


def vocabulary(model):
    """(pieces that words begin with, pieces that go on, the embedding's row of each); unknown ones are at 0 of the first."""
    numbers = Tokenizer.from_file(f'{model}/tokenizer.json').get_vocab()
    marks = {mark for _, mark in WRITTEN}
    left_out = {p for p in numbers if p.startswith('[unused') and p not in marks} | {'[PAD]', '[MASK]', '[UNK]'}
    order = sorted((p for p in numbers if p not in left_out), key=numbers.get)
    first = ['[UNK]'] + [p for p in order if not p.startswith('##') or p == '##']
    later = ['[PAD]'] + [p for p in order if p.startswith('##') and p != '##']  # its row 0 is never asked
    return first, [p.removeprefix('##') for p in later], [numbers[p] for p in first + later]


def sections(out, net, model):
    n = {k: v.detach().float().numpy() for k, v in net.items()}
    weight = lambda name: n[f'encoder.{name}.weight']
    bias = lambda name: n[f'encoder.{name}.bias']

    def norm(name, source):
        out.floats(f'{name} scale', weight(source))
        out.floats(f'{name} shift', bias(source))

    layers = 1 + max(int(k.split('.')[3]) for k in n if k.startswith('encoder.encoder.layer.'))
    words, places = weight('embeddings.word_embeddings'), weight('embeddings.position_embeddings')[:WIDTH]
    out.floats('encoder', [words.shape[1], layers, len(places)])
    shapes, quoted = n['shape.weight'], n['quoted.weight']
    out.floats('places', places + weight('embeddings.token_type_embeddings')[0] + shapes[0] + quoted[0], places.shape)
    out.floats('shapes', shapes - shapes[0], shapes.shape)
    out.floats('quoted', quoted[1] - quoted[0])
    norm('embedded', 'embeddings.LayerNorm')
    for k in range(layers):
        at, name = f'encoder.layer.{k}.', f'layer {k} '
        query, key, value = (weight(f'{at}attention.self.{w}') for w in ('query', 'key', 'value'))
        scale = 1 / math.sqrt(HEAD)
        out.bytes(f'{name}attention', np.concatenate([query * scale, key, value]))
        out.floats(f'{name}query bias', bias(f'{at}attention.self.query') * scale)
        mixed = weight(f'{at}attention.output.dense')
        out.bytes(f'{name}mixed', mixed)
        out.floats(f'{name}mixed bias', bias(f'{at}attention.output.dense') + mixed @ bias(f'{at}attention.self.value'))
        norm(f'{name}attended', f'{at}attention.output.LayerNorm')
        out.bytes(f'{name}wide', weight(f'{at}intermediate.dense'))
        out.floats(f'{name}wide bias', bias(f'{at}intermediate.dense'), (PARTS, words.shape[1]))
        for p, part in enumerate(np.split(weight(f'{at}output.dense'), PARTS, 1)):
            out.bytes(f'{name}narrow {p}', part)
        out.floats(f'{name}narrow bias', bias(f'{at}output.dense'))
        norm(f'{name}done', f'{at}output.LayerNorm')
    out.bytes('heads', np.concatenate([n['side.weight'][FOLLOW], n['side.weight'][CASE], n['tags.weight']]))
    out.floats('heads bias', np.concatenate([n['side.bias'][FOLLOW], n['side.bias'][CASE], n['tags.bias']]))
    first, later, rows = vocabulary(model)
    out.text('first pieces', first)
    out.text('later pieces', later)
    out.bytes('pieces', words[rows])
    out.floats('mark pieces', [[bit.bit_length() - 1, first.index(mark)] for bit, mark in WRITTEN], (len(WRITTEN), 2))


ODD = ['the', 'lindqvist', 'naïve', 'zürich', 'façades', 'señor', 'straße', 'ñandú', 'ёлка', 'άνθρωπος', '日本語', 'x日y', 'ﬁne', '12345', '2ⅻ',
       'antidisestablishmentarianism', 'qzxv' * 9, 'x' * 100, 'x' * 101]


def vectors(net, model):
    """The pieces of odd words, and the scores of texts made up for the purpose."""
    pieces = Pieces(model, [])
    words = {w: pieces.tokenizer.encode(w, add_special_tokens=False).tokens[:LONGEST] for w in ODD}
    texts = []
    for text, published in TEXTS:
        parts = W.SPLIT.split(text)
        written, gaps = parts[1::2], parts[0::2]
        marks = [W.marks_of(g, first=k == 0) if published else W.UNKNOWN for k, g in enumerate(gaps[:-1])]
        shape = [W.shape_of(w) if published else W.NO_CASE for w in written]
        scores = []
        if written:
            row = [[pieces.of_word(W.fold(w)) for w in written]]
            made = pieces.rows(row, np.array([shape]), np.array([marks]), np.zeros((1, len(written)), int), WIDTH)
            with torch.no_grad():
                tags, side = net(*(torch.from_numpy(v) for v in made), pieces.none)
            scores = torch.cat([side[0, :, FOLLOW], side[0, :, CASE], tags[0]], 1).tolist()
        texts.append({'text': text, 'published': bool(published), 'scores': [[round(v, 4) for v in row] for row in scores]})
    return {'words': words, 'texts': texts}


def main():
    a = argparse.ArgumentParser()
    a.add_argument('net', type=pathlib.Path)
    a.add_argument('model', type=pathlib.Path)
    a.add_argument('linker', type=pathlib.Path)
    a.add_argument('weights', type=pathlib.Path)
    a.add_argument('vectors', type=pathlib.Path, nargs='?')
    a.add_argument('--beside', type=pathlib.Path, help='the weights that the scores are mixed with')
    a.add_argument('--chain', type=pathlib.Path, help='the network that these were exported from')
    a.add_argument('--shares', type=float, nargs=2, default=(.5, .5), help='of the large one: in marks and capitals, in labels')
    a.add_argument('--confidence', type=float, nargs=2, default=(-2, 4), help='what calibrate.py found')
    o = a.parse_args()
    out, links = Writer(), json.loads(o.linker.read_text())
    saved = torch.load(o.net, map_location='cpu')['net']
    sections(out, saved, o.model)
    pair = saved['chain.pair'].numpy()
    if o.beside:
        out.text('beside', [hashlib.sha256(o.beside.read_bytes()).hexdigest()])
        out.floats('shares', o.shares)
        pair = o.shares[1] * pair + (1 - o.shares[1]) * torch.load(o.chain, map_location='cpu')['chain']['pair'].numpy()
    out.floats('pairs', pair, (9, 9))
    out.linker(o.confidence, links)
    file = out.file()
    o.weights.write_bytes(file)
    print(len(file), 'bytes, sha256', hashlib.sha256(file).hexdigest())
    if o.vectors:
        net = Large(o.model)
        net.load_state_dict(torch.load(o.net, map_location='cpu')['net'])
        net.eval()
        o.vectors.write_text(json.dumps(vectors(net, o.model), indent=1, ensure_ascii=False) + '\n', encoding='utf8')


if __name__ == '__main__':
    main()

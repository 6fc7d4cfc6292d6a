"""Reads the corpora once and keeps them as arrays of numbers: prepare.py CORPORA CACHE [POLNEAR].

POLNEAR is where the annotated articles are, if not in CORPORA: a checkout of networkdynamics/PolNeAR.
"""
import gzip
import hashlib
import json
import pathlib
import sys

import numpy as np

import words
from held import HELD_SOURCES, NEWS, held_out, lines
from polnear import read_polnear


class Rows:
    """Arrays that grow: one row a word."""

    def __init__(self):
        self.type, self.shape, self.marks, self.follow, self.label, self.starts = [], [], [], [], [], [0]
        self.total = 0

    def add(self, ws, gs, label):
        w, g = np.array(ws, np.int64), np.array(gs, np.int64)
        self.type.append((w >> 3).astype(np.uint32))
        self.shape.append((w & 7).astype(np.uint8))
        self.marks.append((g[:-1] >> 4).astype(np.uint32))
        self.follow.append((g[1:] & 15).astype(np.uint8))
        self.label.append(np.frombuffer(bytes(label), np.uint8))
        self.total += len(w)
        self.starts.append(self.total)

    def save(self, path):
        path.mkdir(parents=True, exist_ok=True)
        for name in ('type', 'shape', 'marks', 'follow', 'label'):
            np.save(path / f'{name}.npy', np.concatenate(getattr(self, name)))
        np.save(path / 'starts.npy', np.array(self.starts))


def main():
    folder, cache = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    annotated = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else folder
    reader = words.Reader()
    # PolNeAR first, so that the numbers of its words are the same whatever news follows.
    for part in ('train', 'dev'):
        rows, articles = Rows(), []
        for article in read_polnear(annotated, part):
            ws, gs, gaps, label, spans = article.project(reader)
            rows.add(ws, gs, label)
            articles.append({'id': article.id, 'attributions': spans})
        rows.save(cache / f'polnear-{part}')
        (cache / f'polnear-{part}' / 'articles.json').write_text(json.dumps(articles))
        print(part, rows.total, flush=True)
    held = held_out(folder)
    out = {i for v in held.values() for i in v}
    (cache / 'held.json').write_text(json.dumps(held))
    kept, unseen, news = Rows(), {s: [] for s in HELD_SOURCES}, 0
    for name in NEWS:
        for row in lines(folder / name):
            ws, gs, gaps = reader.read(row['text'])
            if len(ws) < 40:
                continue
            if row['id'] in out and row['src'] in unseen:
                unseen[row['src']].append(row)
                continue
            kept.add(ws, gs, words.quoted(gaps, row['text']))
            news += 1
        print(name, news, kept.total, flush=True)
    kept.save(cache / 'news')
    for source, articles in unseen.items():
        with gzip.open(cache / f'held-{source}.jsonl.gz', 'wt', encoding='utf8') as f:
            for row in articles:
                f.write(json.dumps({'id': row['id'], 'published': row.get('date'), 'text': row['text'], 'attributions': []}) + '\n')
    types = sorted(reader.types, key=reader.types.get)
    (cache / 'types.txt').write_text('\n'.join(types), encoding='utf8')
    digest = hashlib.sha256()
    for path in [p for p in (annotated / 'polnear-train.jsonl.gz',) if p.exists()] + [folder / n for n in NEWS]:
        digest.update(path.read_bytes())
    (cache / 'data.sha256').write_text(digest.hexdigest() + '\n')


if __name__ == '__main__':
    main()

"""MiniLM labels news: label.py CACHE LABELS MODEL --net NET --words N [--skip WORDS] [--part K N].

For every word a few labels drawn from what the teacher holds for likely: who learns
from them in turn learns the teacher's probabilities and not its best guess alone.
"""
import argparse
import pathlib
import time

import numpy as np
import torch

from crf import allowed
from finetune import CHUNK
from pretrain import News
from pretrained import Pieces, Pretrained
from teach import force
from teacher import scores

HALF, CONTEXT, WIDTH = CHUNK // 2, 24, 480  # words read at once, words beside them, pieces for both


def draw(scores, pair, count, rng):
    """Rows of labels drawn from the chain's distribution: scores [B, T, L] -> [count, B, T]."""
    table, first = allowed()
    step = np.exp(pair + table)
    batch, n, _ = scores.shape
    local = np.exp(scores - scores.max(2, keepdims=True))
    ahead = np.empty_like(local)
    now = local[:, 0] * np.exp(first)
    ahead[:, 0] = now / now.sum(1, keepdims=True)
    for t in range(1, n):
        now = (ahead[:, t - 1] @ step) * local[:, t]
        ahead[:, t] = now / now.sum(1, keepdims=True)
    out = np.empty((count, batch, n), np.uint8)
    chosen = pick(np.broadcast_to(ahead[:, -1], (count, batch, ahead.shape[2])), rng)
    out[:, :, -1] = chosen
    for t in range(n - 2, -1, -1):
        chosen = pick(ahead[:, t] * step[:, chosen].transpose(1, 2, 0), rng)
        out[:, :, t] = chosen
    return out


def pick(weights, rng):
    """One index of the last axis, each as often as its weight says."""
    edges = weights.cumsum(-1)
    return (edges < rng.random(edges.shape[:-1])[..., None] * edges[..., -1:]).sum(-1)


def main():
    a = argparse.ArgumentParser()
    a.add_argument('cache', type=pathlib.Path)
    a.add_argument('labels', type=pathlib.Path)
    a.add_argument('model', type=pathlib.Path)
    a.add_argument('--net', type=pathlib.Path, required=True)
    a.add_argument('--words', type=float, default=8e6)
    a.add_argument('--skip', type=float, default=0, help='words that another teacher has had')
    a.add_argument('--draws', type=int, default=3)
    a.add_argument('--minutes', type=float, default=1e9, help='end after so long')
    a.add_argument('--vocabulary', type=int, default=36000)
    a.add_argument('--batch', type=int, default=8)
    a.add_argument('--part', type=int, nargs=2, default=(0, 1), help='do part K of N')
    o = a.parse_args()
    torch.set_num_threads(1)
    news = News(o.cache / 'news', o.cache, o.vocabulary)
    types = (o.cache / 'types.txt').read_text(encoding='utf8').split('\n')
    pieces, net = Pieces(o.model, types), Pretrained(o.model)
    net.load_state_dict(torch.load(o.net)['net'])
    net.eval()
    pair, skip = net.chain.pair.detach().numpy(), int(o.skip / CHUNK)
    chunks = np.random.default_rng(7).permutation(len(news) // CHUNK)[skip:skip + int(o.words / CHUNK)][o.part[0]::o.part[1]]
    labels, rng, begun, done = np.zeros((o.draws, len(chunks), CHUNK), np.uint8), np.random.default_rng(o.part[0]), time.time(), 0
    for k in range(0, len(chunks), o.batch):
        some = chunks[k:k + o.batch]
        starts = (some[:, None] * CHUNK + np.array([0, HALF])).reshape(-1)
        got = scores(net, news, pieces, starts, HALF, CONTEXT, WIDTH).reshape(len(some), CHUNK, -1)
        quoted = torch.from_numpy(news.label[some[:, None] * CHUNK + np.arange(CHUNK)].astype(np.int64))
        got = force(torch.from_numpy(got.copy()), quoted).numpy()
        labels[:, k:k + len(some)] = draw(got, pair, o.draws, rng)
        done = k + len(some)
        if k // o.batch % 50 == 49:
            print(f'{done * CHUNK / 1e6:.2f}M {done * CHUNK / (time.time() - begun):.0f} words/s', flush=True)
        if time.time() - begun > 60 * o.minutes:
            break
    np.savez(o.labels, chunks=chunks[:done], labels=labels[:, :done])


if __name__ == '__main__':
    main()

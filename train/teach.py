"""A teacher labels news: teach.py CACHE LABELS --net NET [NET ...] --words N.

It reads the news as published, with marks and capitals, where it is at its best;
the student learns to give the same labels from flattened text.
"""
import argparse
import pathlib
import time

import numpy as np
import torch

import forms
from crf import NEVER, allowed
from finetune import CHUNK, load
from polnear import B_DIRECT, B_INDIRECT, I_DIRECT, I_INDIRECT, LABELS
from pretrain import News


def best(scores, pair):
    """Viterbi for a batch: scores [B, T, L]."""
    table, first = allowed()
    pair = torch.from_numpy(pair + table)
    now, back = scores[:, 0] + torch.from_numpy(first), []
    for t in range(1, scores.shape[1]):
        value, which = (now.unsqueeze(2) + pair).max(1)
        back.append(which.to(torch.uint8))
        now = value + scores[:, t]
    path = [now.argmax(1)]
    for which in reversed(back):
        path.append(which.gather(1, path[-1].unsqueeze(1)).squeeze(1).long())
    return torch.stack(path[::-1], 1)


def force(scores, quoted):
    """Quotation marks decide: the quoted may not be indirect, three quoted words and more are direct, the others are not."""
    inside = quoted == 1
    scores[..., [B_INDIRECT, I_INDIRECT]] = torch.where(inside.unsqueeze(2), NEVER, scores[..., [B_INDIRECT, I_INDIRECT]])
    scores[..., [B_DIRECT, I_DIRECT]] = torch.where(inside.unsqueeze(2), scores[..., [B_DIRECT, I_DIRECT]], NEVER)
    three = inside[:, 2:] & inside[:, 1:-1] & inside[:, :-2]
    long = torch.zeros_like(inside)
    for k in range(3):
        long[:, k:inside.shape[1] - 2 + k] |= three
    others = [k for k in range(LABELS) if k not in (B_DIRECT, I_DIRECT)]
    scores[..., others] = torch.where(long.unsqueeze(2), NEVER, scores[..., others])
    return scores


def main():
    a = argparse.ArgumentParser()
    a.add_argument('cache', type=pathlib.Path)
    a.add_argument('labels', type=pathlib.Path)
    a.add_argument('--net', type=pathlib.Path, nargs='+', required=True)
    a.add_argument('--words', type=float, default=2e7)
    a.add_argument('--vocabulary', type=int, default=36000)
    a.add_argument('--batch', type=int, default=32)
    a.add_argument('--skip', type=float, default=0, help='words that another teacher has had')
    a.add_argument('--part', type=int, nargs=2, default=(0, 1), help='do part K of N')
    o = a.parse_args()
    torch.set_num_threads(1)
    news = News(o.cache / 'news', o.cache, o.vocabulary)
    teachers = [load(p) for p in o.net]
    for net, _ in teachers:
        net.eval()
    pair = np.mean([c.pair.detach().numpy() for _, c in teachers], 0)
    chunks = np.random.default_rng(7).permutation(len(news) // CHUNK)[int(o.skip / CHUNK):][:int(o.words / CHUNK)][o.part[0]::o.part[1]]
    labels, begun = np.zeros((len(chunks), CHUNK), np.uint8), time.time()
    for k in range(0, len(chunks), o.batch):
        at = chunks[k:k + o.batch, None] * CHUNK + np.arange(CHUNK)
        t, quoted = news.type[at], news.label[at]
        seen, cased = forms.view(forms.PUBLISHED, news.marks[at], news.shape[at], quoted)
        to = lambda v: torch.from_numpy(v.astype(np.int64))
        with torch.no_grad():
            scores = sum(net.tags(net.states(to(news.word[t]), to(news.affix[t]), to(seen), to(cased))) for net, _ in teachers) / len(teachers)
        scores = force(scores.view(*t.shape, -1), to(quoted))
        labels[k:k + o.batch] = best(scores, pair).numpy()
        if k // o.batch % 50 == 49:
            print(f'{(k + o.batch) * CHUNK / 1e6:.1f}M {(k + o.batch) * CHUNK / (time.time() - begun):.0f} words/s', flush=True)
    np.savez(o.labels, chunks=chunks, labels=labels)


if __name__ == '__main__':
    main()

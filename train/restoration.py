"""How well marks and capitals are restored in flattened text: restoration.py CACHE NET [PART] [MINILM].

MINILM is the folder of the model that a large network began as.

Precision and recall of every class over the words of an annotated part (polnear-dev).
"""
import pathlib
import sys

import numpy as np
import torch

import forms
import words as W
from annotated import Annotated, scores
from finetune import load
from network import CASE, FOLLOW

FOLLOWS = ('nothing', 'comma, colon, dash, bracket', 'full stop', '? or !', 'apostrophe, joined', 'hyphen, joined', 'paragraph end',
           'other, joined')
CASES = ('lower', 'Title', 'UPPER')


def table(names, found, gold):
    for k, name in enumerate(names):
        hit, predicted, real = int(((found == k) & (gold == k)).sum()), int((found == k).sum()), int((gold == k).sum())
        print(f'{name:30} P {100 * hit / max(predicted, 1):.1f} R {100 * hit / max(real, 1):.1f} n {real}')


def choose(scores):
    """The run-time's choice: an end of a sentence if the ends together are likelier than not, else the likeliest of all."""
    p = np.exp(scores - scores.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    ends = [W.END, W.ASK, W.BREAK]
    return np.where(p[:, ends].sum(1) >= .5, np.array(ends)[p[:, ends].argmax(1)], p.argmax(1))


def main():
    cache, path = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    torch.set_num_threads(1)
    net, _ = load(path, sys.argv[4] if len(sys.argv) > 4 else None)
    net.eval()
    data = Annotated(cache, sys.argv[3] if len(sys.argv) > 3 else 'dev', (cache / 'vocabulary-36000.txt').read_text(encoding='utf8').split('\n'))
    follow, case = [], []
    for k in range(len(data.articles)):
        side, _ = scores(net, data, k, forms.FLAT)
        follow.append(choose(side[:, FOLLOW]))
        case.append(side[:, CASE].argmax(1))
    follow, case = np.concatenate(follow), np.concatenate(case)
    table(FOLLOWS, follow, data.follow)
    ends = (W.END, W.ASK, W.BREAK)
    table(('sentence end, of any kind',), 1 - np.isin(follow, ends), 1 - np.isin(data.follow, ends))
    gold = np.array(W.CASE_OF_SHAPE)[data.shape]
    keep = gold != W.CASE_NONE
    table(CASES, case[keep], gold[keep])


if __name__ == '__main__':
    main()

"""Trains the linker and prints score.py's figures on polnear-dev: assess.py CACHE NET DATA [--model MINILM [--beside NET --shares SIDE TAGS]]."""
import argparse
import json
import pathlib

import numpy as np
import torch

import forms
import words as W
from annotated import Annotated, scores
from crf import constrain, viterbi
from finetune import load
from link import Linker, attributions, gold_segments
from network import FOLLOW
from polnear import B_DIRECT, I_DIRECT
from scoring import Scorer, default_form

ENDS = [W.END, W.ASK, W.BREAK]
STOPS = W.STOP | W.QUESTION | W.EXCLAMATION | W.PARAGRAPH


def force(tags, quoted):
    """Known quotations of three words and more are verbatim whatever the model says."""
    tags = constrain(tags, quoted)
    run = 0
    for k in range(len(quoted) + 1):
        if k < len(quoted) and quoted[k] == 1:
            run += 1
            continue
        if run >= 3:
            others = np.ones(tags.shape[1], bool)
            others[[B_DIRECT, I_DIRECT]] = False
            tags[k - run:k, others] = -1e4
        run = 0
    return tags


def run(net, data, k, form):
    """Side scores, tag scores, chance that a sentence ends after each word, words of article k."""
    a, b = data.starts[k], data.starts[k + 1]
    side, tags = scores(net, data, k, form)
    if form in (forms.FLAT, forms.CASED):
        f = np.exp(side[:, FOLLOW] - side[:, FOLLOW].max(1, keepdims=True))
        ends = (f / f.sum(1, keepdims=True))[:, ENDS].sum(1)
    else:
        ends = np.append((data.marks[a + 1:b] & STOPS) > 0, True).astype(float)
    return side, tags, ends, [data.types[t] for t in data.type[a:b]]


def train_linker(net, train, epochs=5):
    examples = []
    for k in range(len(train.articles)):
        a, b = train.starts[k], train.starts[k + 1]
        spans, cut = gold_segments(train.articles[k]['attributions'], train.label[a:b])
        for form in (forms.FLAT, forms.PUBLISHED):
            _, _, ends, words = run(net, train, k, form)
            examples.append((words, ends, spans, cut))
    return Linker().train(examples, epochs)


def answers(net, chain, linker, data, form):
    pair, out = chain.pair.detach().numpy(), []
    for k in range(len(data.articles)):
        _, tags, ends, words = run(net, data, k, form)
        if forms.shows_quotes(form):
            quoted = data.label[data.starts[k]:data.starts[k + 1]]
            tags = force(tags, quoted)
        out.append(attributions(viterbi(tags, pair), words, ends, linker))
    return out


def main():
    a = argparse.ArgumentParser()
    a.add_argument('cache', type=pathlib.Path)
    a.add_argument('net', type=pathlib.Path)
    a.add_argument('data', type=pathlib.Path)
    a.add_argument('--vocabulary', type=int, default=36000)
    a.add_argument('--save', type=pathlib.Path)
    a.add_argument('--linker', type=pathlib.Path)
    a.add_argument('--model', type=pathlib.Path, help='the folder of MiniLM, if NET is a large one')
    a.add_argument('--beside', type=pathlib.Path, help='another network, of whose scores and those of a large NET the means are taken')
    a.add_argument('--shares', type=float, nargs=2, default=(.5, .5), help='of NET: in marks and capitals, in labels')
    a.add_argument('--only', type=int, nargs='+', default=range(len(forms.NAMES)), help='forms to measure')
    o = a.parse_args()
    torch.set_num_threads(1)
    net, chain = load(o.net, o.model)
    net.eval()
    words = (o.cache / f'vocabulary-{o.vocabulary}.txt').read_text(encoding='utf8').split('\n')
    if o.beside:
        import large
        net = large.Both(net, *load(o.beside), words, o.shares)
        chain = net.chain
    train, dev = Annotated(o.cache, 'train', words), Annotated(o.cache, 'dev', words)
    if o.linker:
        linker = Linker()
        linker.weights = json.loads(o.linker.read_text())
    else:
        linker = train_linker(net, train)
    if o.save:
        o.save.write_text(json.dumps(linker.weights))
    print(len(linker.weights), 'link weights')
    scorer = Scorer(o.data)
    for form in o.only:
        got = answers(net, chain, linker, dev, form)
        print(forms.NAMES[form], scorer.figures(got, True, default_form), flush=True)


if __name__ == '__main__':
    main()

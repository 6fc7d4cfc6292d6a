"""Trains MiniLM to label published news: teacher.py CACHE RUN MODEL. Goes on from its last checkpoint if there is one.

It wants a core of its own and, for speed, memory that is not given back to the system:
MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=17179869184 GLIBC_TUNABLES=glibc.malloc.hugetlb=1
"""
import argparse
import pathlib
import time

import numpy as np
import torch

import forms
from annotated import Annotated
from crf import constrain, viterbi
from evaluate import f1, tally
from finetune import Gold
from pretrained import Pieces, Pretrained


def options():
    a = argparse.ArgumentParser()
    a.add_argument('cache', type=pathlib.Path)
    a.add_argument('run', type=pathlib.Path)
    a.add_argument('model', type=pathlib.Path)
    a.add_argument('--epochs', type=float, default=4)
    a.add_argument('--window', type=int, default=200, help='words')
    a.add_argument('--width', type=int, default=320, help='pieces')
    a.add_argument('--batch', type=int, default=16)
    a.add_argument('--rate', type=float, default=1.5e-4)
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--vocabulary', type=int, default=36000)
    return a.parse_args()


def inputs(data, pieces, at, width):
    """The tensors of rows of words of a corpus, as published."""
    marks, shape = forms.view(forms.PUBLISHED, data.marks[at], data.shape[at], data.label[at])
    return [torch.from_numpy(v) for v in pieces.rows(pieces.of(data.type[at]), shape, marks, data.label[at], width)]


def scores(net, data, pieces, starts, size, context, width):
    """Scores of the words from each start, of size words each, read with context on either side and nothing beyond the corpus."""
    at = starts[:, None] + np.arange(-context, size + context)
    made = inputs(data, pieces, np.clip(at, 0, len(data.type) - 1), width)
    with torch.no_grad(), torch.autocast('cpu', torch.bfloat16):
        return net(*made, pieces.none).float().numpy()[:, context:context + size]


def evaluate(net, data, pieces):
    count = {k: [0, 0, 0] for k in ('exact', 'IoU', 'tokens', 'indirect', 'source', 'cue', 'content')}
    pair, size = net.chain.pair.detach().numpy(), 240
    starts = np.arange(0, len(data.type), size)
    made = np.concatenate([scores(net, data, pieces, starts[k:k + 8], size, 24, 480).reshape(-1, 9) for k in range(0, len(starts), 8)])
    for k, (a, b) in enumerate(zip(data.starts, data.starts[1:])):
        path = viterbi(constrain(made[a:b], data.label[a:b]), pair)
        tally(count, path, data.articles[k]['attributions'], data.label[a:b])
    return {k: f1(*v) for k, v in count.items()}


def save(path, state):
    part = path.with_suffix('.part')
    torch.save(state, part)
    part.rename(path)


def main():
    o = options()
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    o.run.mkdir(parents=True, exist_ok=True)
    words = (o.cache / f'vocabulary-{o.vocabulary}.txt').read_text(encoding='utf8').split('\n')
    train, dev = Annotated(o.cache, 'train', words), Annotated(o.cache, 'dev', words)
    pieces, net = Pieces(o.model, train.types), Pretrained(o.model)
    encoder = list(net.encoder.parameters())
    rest = [p for n, p in net.named_parameters() if not n.startswith(('encoder.', 'chain.'))]
    adam = torch.optim.AdamW([{'params': encoder, 'lr': o.rate}, {'params': rest, 'lr': 1e-3}, {'params': net.chain.parameters(), 'lr': 5e-3}],
                             weight_decay=.01, betas=(.9, .98))
    rates, step, last = [g['lr'] for g in adam.param_groups], 0, o.run / 'last.pt'
    if last.exists():
        saved = torch.load(last)
        net.load_state_dict(saved['net'])
        adam.load_state_dict(saved['adam'])
        step = saved['step']
    rng = np.random.default_rng((o.seed, step))
    gold = Gold(train, o.window, rng)
    steps, begun, sums = int(o.epochs * len(train.type) / o.window / o.batch), time.time(), np.zeros(2)
    span = np.arange(o.window)
    while step < steps:
        net.train()
        windows = np.array(gold.take(o.batch))
        at = np.minimum(windows[:, :1] + span, windows[:, 1:] - 1)
        numbers, cased, within, first = inputs(train, pieces, at, o.width)
        mask = (span < (windows[:, 1:] - windows[:, :1])) & (first.numpy() > 0)
        hide = (torch.rand(numbers.shape) < .04) & (numbers > pieces.end)
        numbers[hide] = pieces.unknown
        now = min(1, (step + 1) / (.06 * steps)) * max(.01, 1 - step / steps)
        for group, full in zip(adam.param_groups, rates):
            group['lr'] = full * now
        with torch.autocast('cpu', torch.bfloat16):
            s = net(numbers, cased, within, first, pieces.none, drop=.1)
        loss = net.chain.loss(s.float(), torch.from_numpy(train.gold[at].astype(np.int64)), torch.from_numpy(mask))
        adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        adam.step()
        step += 1
        sums += (float(loss.detach()), int(mask.sum()))
        if step % 20 == 0:
            print(f'{step} of {steps} nll {sums[0] / 20:.4f} {sums[1] / (time.time() - begun):.0f} words/s', flush=True)
            begun, sums = time.time(), np.zeros(2)
        if step % 200 == 0 or step == steps:
            save(last, {'net': net.state_dict(), 'adam': adam.state_dict(), 'step': step})
            net.eval()
            print('  published', evaluate(net, dev, pieces), flush=True)
            begun = time.time()
    save(o.run / 'net.pt', {'net': net.state_dict()})


if __name__ == '__main__':
    main()

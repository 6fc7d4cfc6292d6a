"""Fine-tuning on annotated articles: finetune.py CACHE RUN --net NET --epochs N.

A share of every step is news with the side tasks, so that marks and capitals are not forgotten.
"""
import argparse
import copy
import pathlib
import time

import numpy as np
import torch

import forms
import vocabulary
from annotated import Annotated
from crf import Chain
from evaluate import evaluate
from kernels import Adam
from network import Network
from pretrain import News, rate, side_losses, views

SHARES = {forms.FLAT: .5, forms.LOWERED: .1, forms.CASED: .1, forms.UNQUOTED: .08, forms.PUBLISHED: .15, forms.UNQUOTED_LOWER: .07}


class Batches:
    """Windows of annotated articles as padded tensors."""

    def __init__(self, data, hidden_affix):
        self.data, self.hidden_affix = data, hidden_affix

    def make(self, windows, form, rng, blank):
        d, size = self.data, max(b - a for a, b in windows)
        at = np.array([[min(a + k, b - 1) for k in range(size)] for a, b in windows])
        mask = np.array([[k < b - a for k in range(size)] for a, b in windows])
        t = d.type[at]
        word, affix = d.word[t], d.affix[t]
        hide = (rng.random(word.shape) < blank) & (word > 0)
        affix[hide] = self.hidden_affix[word[hide]]
        word[hide] = 0
        seen, cased = views(d.marks[at], d.shape[at], d.label[at], form)
        to = lambda v: torch.from_numpy(np.ascontiguousarray(v).astype(np.int64))
        return to(word), to(affix), to(seen), to(cased), to(d.gold[at]), torch.from_numpy(mask), to(d.label[at]), to(d.follow[at]), to(d.shape[at])


def load(path):
    saved = torch.load(path)
    net, chain = Network(**saved['shape']), Chain()
    net.load_state_dict(saved['net'])
    if 'chain' in saved:
        chain.load_state_dict(saved['chain'])
    return net, chain


def main():
    a = argparse.ArgumentParser()
    a.add_argument('cache', type=pathlib.Path)
    a.add_argument('run', type=pathlib.Path)
    a.add_argument('--net', type=pathlib.Path, required=True)
    a.add_argument('--epochs', type=int, default=8)
    a.add_argument('--batch', type=int, default=16)
    a.add_argument('--window', type=int, default=256)
    a.add_argument('--peak', type=float, default=1.5e-3)
    a.add_argument('--words', type=float, default=.2, help='rate of the word rows, of the others')
    a.add_argument('--drop', type=float, default=.2)
    a.add_argument('--between', type=float, default=.1)
    a.add_argument('--side', type=float, default=.3)
    a.add_argument('--vocabulary', type=int, default=36000)
    a.add_argument('--ema', type=float, default=.995)
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--threads', type=int, default=1)
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    rng = np.random.default_rng(o.seed)
    o.run.mkdir(parents=True, exist_ok=True)
    net, chain = load(o.net)
    words = (o.cache / f'vocabulary-{o.vocabulary}.txt').read_text(encoding='utf8').split('\n')
    train, dev = Annotated(o.cache, 'train', words), Annotated(o.cache, 'dev', words)
    hidden = np.array([[0] * 4] + [vocabulary.affixes(w) for w in words[1:]])
    batches = Batches(train, hidden)
    rows = Adam([net.word, net.affix], beta2=.999)
    rest = Adam([p for n, p in net.named_parameters() if n not in ('word', 'affix')] + list(chain.parameters()), beta2=.99)
    mean_net, mean_chain = copy.deepcopy(net), copy.deepcopy(chain)
    steps = o.epochs * (len(train.type) // (o.window * o.batch) + 1)
    step = 0
    for epoch in range(o.epochs):
        begun, sums = time.time(), np.zeros(5)
        windows = train.windows(o.window, rng)
        net.train()
        for k in range(0, len(windows), o.batch):
            chosen = windows[k:k + o.batch]
            form = rng.choice(list(SHARES), len(chosen), p=list(SHARES.values()))
            word, affix, seen, cased, gold, mask, label, follow, shape = batches.make(chosen, form, rng, .05)
            x = net.states(word, affix, seen, cased, drop=o.drop, between=o.between)
            tags = net.tags(x).view(*gold.shape, -1)
            nll = chain.loss(tags, gold, mask)
            q, f, c = side_losses(net.sides(x), torch.where(mask, label, 2), torch.where(mask, follow, -100), shape, form)
            (nll * 4 + o.side * (q + f + c)).backward()
            norm = float(sum((p.grad ** 2).sum() for p in net.parameters())) ** .5
            if norm > 1:
                for p in list(net.parameters()) + list(chain.parameters()):
                    p.grad.mul_(1 / norm)
            now = rate(min(step / steps, 1), o.peak)
            rows.step(now * o.words)
            rest.step(now, decay=.01)
            step += 1
            with torch.no_grad():
                keep = min(o.ema, step / (step + 10))
                for m, p in zip(list(mean_net.parameters()) + list(mean_chain.parameters()), list(net.parameters()) + list(chain.parameters())):
                    m.lerp_(p, 1 - keep)
            sums += (float(nll), float(q), float(f), float(c), 1)
        print(f'epoch {epoch} nll {sums[0] / sums[4]:.4f} q {sums[1] / sums[4]:.4f} f {sums[2] / sums[4]:.4f} c {sums[3] / sums[4]:.4f} '
              f'{len(train.type) / (time.time() - begun):.0f} words/s', flush=True)
        if epoch % 2 or epoch == o.epochs - 1:
            mean_net.eval()
            print('  flat     ', evaluate(mean_net, mean_chain, dev, forms.FLAT), flush=True)
            print('  published', evaluate(mean_net, mean_chain, dev, forms.PUBLISHED), flush=True)
        torch.save({'net': mean_net.state_dict(), 'chain': mean_chain.state_dict(), 'shape': mean_net.shape}, o.run / 'part.pt')
        (o.run / 'part.pt').rename(o.run / 'net.pt')


if __name__ == '__main__':
    main()

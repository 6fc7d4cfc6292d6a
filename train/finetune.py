"""Fine-tuning: finetune.py CACHE RUN --net NET --steps N [--taught LABELS --extra WINDOWS].

Every step sees windows of annotated articles and, if a teacher has labelled news
(teach.py), windows of those; the side tasks go on, so that marks and capitals are
not forgotten. What is kept is a running mean of the weights.
"""
import argparse
import copy
import pathlib
import time

import numpy as np
import torch

import forms
import noise
import variants
import vocabulary
from annotated import Annotated
from crf import Chain, allowed
from evaluate import evaluate
from kernels import Adam
from polnear import B_CUE, B_DIRECT, B_INDIRECT, B_SOURCE
from pretrain import News, rate, side_losses, views

SHARES = {forms.FLAT: .5, forms.LOWERED: .1, forms.CASED: .1, forms.UNQUOTED: .08, forms.PUBLISHED: .15, forms.UNQUOTED_LOWER: .07}
CHUNK = 512  # words a teacher labels together
BEGINS = (B_SOURCE, B_CUE, B_DIRECT, B_INDIRECT)


class Gold:
    """Windows of the annotated articles, each epoch in a new order."""

    def __init__(self, data, size, rng):
        self.data, self.size, self.rng, self.left = data, size, rng, []

    def take(self, count):
        while len(self.left) < count:
            self.left += self.data.windows(self.size, self.rng)
        taken, self.left = self.left[:count], self.left[count:]
        return taken


class Taught:
    """Windows of news with a teacher's labels: looks like Annotated."""

    def __init__(self, cache, paths, size, vocabulary_size, rng):
        news = News(cache / 'news', cache, vocabulary_size)
        self.type, self.shape, self.marks, self.follow, self.label = news.type, news.shape, news.marks, news.follow, news.label
        self.word, self.affix = news.word, news.affix
        saved = [np.load(path) for path in paths]
        self.chunks = np.concatenate([s['chunks'] for s in saved])
        self.place = {int(c): k for k, c in enumerate(self.chunks)}
        # One row of labels a chunk, or several that the teacher holds for likely.
        rows = [s['labels'].reshape(-1, len(s['chunks']), CHUNK) for s in saved]
        draws = max(len(r) for r in rows)
        self.labels = np.concatenate([np.resize(r, (draws, *r.shape[1:])) for r in rows], 1)
        self.size, self.rng = size, rng

    def take(self, count):
        starts = self.rng.choice(self.chunks, count) * CHUNK + self.rng.integers(0, CHUNK - self.size + 1, count)
        return [(int(a), int(a) + self.size) for a in starts]

    def gold_at(self, at):
        which = np.array([self.place[int(c)] for c in at[:, 0] // CHUNK])
        return self.labels[self.rng.integers(0, len(self.labels), len(at))[:, None], which[:, None], at % CHUNK]


def mended(gold):
    """Labels of which the begin was left out begin where they are."""
    orphan = allowed()[0][gold[:, :-1], gold[:, 1:]] < 0
    gold[:, 1:] -= orphan.astype(gold.dtype)
    return gold


def batch(data, gold_at, windows, size, form, rng, blank, hidden_affix, misspeller):
    """Padded tensors of windows."""
    at = np.array([np.minimum(np.arange(a, a + size), b - 1) for a, b in windows])
    mask = np.array([np.arange(size) < b - a for a, b in windows])
    at, mask, again, disturbed = noise.disturb(at, mask, rng)
    t, label, gold = data.type[at], data.label[at], gold_at(at)
    gold = mended(gold + (again & np.isin(gold, BEGINS)))  # a word said twice begins a span once
    word, affix = data.word[t], data.affix[t]
    misspeller.apply(t, word, affix, disturbed, rng)
    hide = (rng.random(word.shape) < blank) & (word > 0)
    affix[hide] = hidden_affix[word[hide]]
    word[hide] = 0
    seen, cased = views(data.marks[at], data.shape[at], label, form)
    return word, affix, seen, cased, gold, mask, label, data.follow[at], data.shape[at]


def load(path, minilm=None):
    """A trained network and its chain; minilm is the folder of the model that a large one began as."""
    if minilm:
        import large
        net = large.load(path, minilm)
        return net, net.chain
    saved = torch.load(path)
    net, chain = variants.KINDS[saved.get('kind', 'recurrent')](**saved['shape']), Chain()
    net.load_state_dict(saved['net'])
    if 'chain' in saved:
        chain.load_state_dict(saved['chain'])
    return net, chain


def options():
    a = argparse.ArgumentParser()
    a.add_argument('cache', type=pathlib.Path)
    a.add_argument('run', type=pathlib.Path)
    a.add_argument('--net', type=pathlib.Path, required=True)
    a.add_argument('--steps', type=int, default=1000)
    a.add_argument('--batch', type=int, default=16, help='annotated windows a step')
    a.add_argument('--taught', type=pathlib.Path, nargs='+')
    a.add_argument('--extra', type=int, default=0, help='taught windows a step')
    a.add_argument('--window', type=int, default=256)
    a.add_argument('--peak', type=float, default=3e-3)
    a.add_argument('--words', type=float, default=1.0, help='rate of the word rows, of the others')
    a.add_argument('--drop', type=float, default=.2)
    a.add_argument('--between', type=float, default=.1)
    a.add_argument('--blank', type=float, default=.05)
    a.add_argument('--side', type=float, default=.3)
    a.add_argument('--vocabulary', type=int, default=36000)
    a.add_argument('--ema', type=float, default=.995)
    a.add_argument('--every', type=int, default=500, help='steps between measurements')
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--threads', type=int, default=1)
    return a.parse_args()


def main():
    o = options()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    rng = np.random.default_rng(o.seed)
    o.run.mkdir(parents=True, exist_ok=True)
    net, chain = load(o.net)
    kind = next(name for name, made in variants.KINDS.items() if type(net) is made)
    words = (o.cache / f'vocabulary-{o.vocabulary}.txt').read_text(encoding='utf8').split('\n')
    train, dev = Annotated(o.cache, 'train', words), Annotated(o.cache, 'dev', words)
    hidden = np.array([[0] * 4] + [vocabulary.affixes(w) for w in words[1:]])
    gold = Gold(train, o.window, rng)
    misspeller = noise.Misspeller(train.types, words)
    taught = Taught(o.cache, o.taught, o.window, o.vocabulary, rng) if o.extra else None
    rows = Adam([net.word, net.affix], beta2=.999)
    rest = Adam([p for n, p in net.named_parameters() if n not in ('word', 'affix')] + list(chain.parameters()), beta2=.99)
    mean_net, mean_chain = copy.deepcopy(net), copy.deepcopy(chain)
    both = lambda n, c: list(n.parameters()) + list(c.parameters())
    step, last = 0, o.run / 'last.pt'
    if last.exists():
        saved = torch.load(last)
        for part, to in (('net', net), ('chain', chain), ('mean_net', mean_net), ('mean_chain', mean_chain)):
            to.load_state_dict(saved[part])
        rows.load(saved['rows'])
        rest.load(saved['rest'])
        step = saved['step']
        rng = np.random.default_rng((o.seed, step))
    begun, sums = time.time(), np.zeros(6)
    while step < o.steps:
        net.train()
        form = rng.choice(list(SHARES), o.batch + o.extra, p=list(SHARES.values()))
        made = batch(train, lambda at: train.gold[at], gold.take(o.batch), o.window, form[:o.batch], rng, o.blank, hidden, misspeller)
        if taught:
            more = batch(taught, taught.gold_at, taught.take(o.extra), o.window, form[o.batch:], rng, o.blank, hidden, misspeller)
            made = [np.concatenate(pair) for pair in zip(made, more)]
        word, affix, seen, cased, tags, mask, label, follow, shape = (torch.from_numpy(np.asarray(v).astype(np.int64)) for v in made)
        mask = mask.bool()
        x = net.states(word, affix, seen, cased, drop=o.drop, between=o.between)
        scores = net.tags(x).view(*tags.shape, -1)
        nll = chain.loss(scores, tags, mask)
        q, f, c = side_losses(net.sides(x), torch.where(mask, label, 2), torch.where(mask, follow, -100), shape, form)
        (nll * 4 + o.side * (q + f + c)).backward()
        norm = float(sum((p.grad ** 2).sum() for p in net.parameters())) ** .5
        if norm > 1:
            for p in both(net, chain):
                p.grad.mul_(1 / norm)
        now = rate(step / o.steps, o.peak)
        rows.step(now * o.words)
        rest.step(now, decay=.01)
        step += 1
        with torch.no_grad():
            keep = min(o.ema, step / (step + 10))
            for m, p in zip(both(mean_net, mean_chain), both(net, chain)):
                m.lerp_(p, 1 - keep)
        sums += (float(nll), float(q), float(f), float(c), int(mask.sum()), 1)
        if step % o.every == 0 or step == o.steps:
            n = sums[5]
            print(f'{step} of {o.steps} nll {sums[0] / n:.4f} q {sums[1] / n:.4f} f {sums[2] / n:.4f} c {sums[3] / n:.4f} '
                  f'{sums[4] / (time.time() - begun):.0f} words/s', flush=True)
            mean_net.eval()
            print('  flat     ', evaluate(mean_net, mean_chain, dev, forms.FLAT), flush=True)
            print('  published', evaluate(mean_net, mean_chain, dev, forms.PUBLISHED), flush=True)
            part = o.run / 'part.pt'
            torch.save({'net': mean_net.state_dict(), 'chain': mean_chain.state_dict(), 'shape': mean_net.shape,
                        'kind': kind}, part)
            part.rename(o.run / 'net.pt')
            torch.save({'net': net.state_dict(), 'chain': chain.state_dict(), 'mean_net': mean_net.state_dict(),
                        'mean_chain': mean_chain.state_dict(), 'rows': rows.state(), 'rest': rest.state(), 'step': step}, part)
            part.rename(last)
            begun, sums = time.time(), np.zeros(6)


if __name__ == '__main__':
    main()

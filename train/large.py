"""Trains the large reader: large.py CACHE RUN MODEL --init NET --taught LABELS --minutes N [--worker K --workers N].

MiniLM (pretrained.py) reads words in every form (forms.py) and says what the small network
says: labels through a chain, what follows a word, its capitals, whether it was quoted. It
learns from annotated articles and from news that a teacher has labelled.

Several workers, one core each, take steps of their own and every few minutes go on from the
mean of their weights. The rates fall with the time that is left, not with steps, so that a
worker whose core is busy holds up no other. A run goes on from its last checkpoint.
Environment and speed: teacher.py.
"""
import argparse
import datetime
import pathlib
import time
import types

import numpy as np
import torch
from torch import distributed, nn

import forms
import noise
import words as W
from annotated import Annotated, scores_of
from crf import Chain, constrain, viterbi
from evaluate import f1, tally
from finetune import BEGINS, SHARES, Gold, Taught, mended
from network import SIDE
from pretrain import side_losses
from pretrained import Pieces, Pretrained
from teacher import save
from vocabulary import tables

BLANK = .04  # of the pieces are hidden
WINDOW, WIDTH = 240, 304  # words and pieces of a window: where there are many marks, its last words are left out


class Large(Pretrained):
    """Pieces -> scores of labels and of the side tasks, for words."""

    def __init__(self, model):
        super().__init__(model)
        self.side = nn.Linear(self.tags.in_features, SIDE)

    def forward(self, numbers, cased, within, first, none, drop=0.0):
        x = self.states(numbers, cased, within, first, none)
        x = nn.functional.dropout(x, drop, self.training)
        return self.tags(x), self.side(x)

    def read(self, words, shape, marks, quoted, form):
        """The scores of one article's words in one form: (side scores, tag scores)."""
        article = types.SimpleNamespace(type=np.arange(len(words)), shape=shape, marks=marks, label=quoted)
        return whole(self, article, self.pieces.of_words(words), form)[::-1]


def load(path, model):
    """A trained network, with the pieces of its model."""
    net = Large(model)
    net.load_state_dict(torch.load(path, map_location='cpu')['net'])
    net.pieces = Pieces(model, [])
    return net.eval()


class Both:
    """A large network and another beside it: the weighed means of their scores, as the run-time has them."""

    def __init__(self, large, beside, chain, vocabulary, shares):
        self.large, self.beside, self.vocabulary, self.shares = large, beside.eval(), vocabulary, shares
        self.chain = Chain()
        self.chain.pair.data = shares[1] * large.chain.pair.data + (1 - shares[1]) * chain.pair.data

    def eval(self):
        return self

    def read(self, words, shape, marks, quoted, form):
        other = scores_of(self.beside, np.arange(len(words)), shape, marks, quoted, *tables(words, self.vocabulary), form)
        return [a * s + (1 - a) * o for a, s, o in zip(self.shares, self.large.read(words, shape, marks, quoted, form), other)]


class Misspelt:
    """The pieces of words as they might be misspelt."""

    def __init__(self, pieces, words):
        self.pieces, self.words = pieces, words

    def apply(self, rows, disturbed, rng):
        """Rows of word types; gives what of_type gives for each, misspelt where it is."""
        known = self.pieces.of_type
        out = [[known[t] for t in row] for row in rows.tolist()]
        for k, n in zip(*np.nonzero((rng.random(rows.shape) < noise.MISSPELT) & disturbed[:, None])):
            written = self.words[rows[k, n]]
            if len(written) >= 4 and written.isalpha():
                out[k][n] = self.pieces.of_word(noise.misspell(written, rng))
        return out


def batch(data, gold_at, windows, form, misspelt, rng):
    """Numbers, shapes, quoted, places of words, gold, mask, and what the side tasks ask."""
    at = np.array([np.minimum(np.arange(a, a + WINDOW), b - 1) for a, b in windows])
    mask = np.array([np.arange(WINDOW) < b - a for a, b in windows])
    at, mask, again, disturbed = noise.disturb(at, mask, rng)
    label, gold = data.label[at], gold_at(at)
    gold = mended(gold + (again & np.isin(gold, BEGINS)))
    seen = [forms.view(f, data.marks[row], data.shape[row], data.label[row]) for f, row in zip(form, at)]
    marks, cased = np.stack([m for m, _ in seen]), np.stack([s for _, s in seen])
    shown = label * np.isin(form, (forms.LOWERED, forms.PUBLISHED))[:, None]
    made = misspelt.pieces.rows(misspelt.apply(data.type[at], disturbed, rng), cased, marks, shown, WIDTH)
    mask &= made[3] > 0
    return *made, gold, mask, label, data.follow[at], data.shape[at]


def scores(net, data, pieces, form, starts, size, context, width):
    """Scores (labels, side tasks) of the words from each start, of size words each, read with context on either side."""
    at = np.clip(starts[:, None] + np.arange(-context, size + context), 0, len(data.type) - 1)
    marks, cased = forms.view(form, data.marks[at], data.shape[at], data.label[at])
    shown = data.label[at] if forms.shows_quotes(form) else np.zeros_like(at)
    made = [torch.from_numpy(v) for v in pieces.rows(pieces.of(data.type[at]), cased, marks, shown, width)]
    with torch.no_grad(), torch.autocast('cpu', torch.bfloat16):
        return [s.float().numpy()[:, context:context + size] for s in net(*made, pieces.none)]


def whole(net, data, pieces, form, size=200, context=24, width=384):
    """Scores of all words of a corpus."""
    starts, parts = np.arange(0, len(data.type), size), []
    for k in range(0, len(starts), 8):
        parts.append(scores(net, data, pieces, form, starts[k:k + 8], size, context, width))
    return [np.concatenate([p[n].reshape(-1, p[n].shape[2]) for p in parts])[:len(data.type)] for n in range(2)]


def evaluate(net, data, pieces, form):
    count = {k: [0, 0, 0] for k in ('exact', 'IoU', 'tokens', 'indirect', 'source', 'cue', 'content')}
    pair, made = net.chain.pair.detach().numpy(), whole(net, data, pieces, form)[0]
    for k, (a, b) in enumerate(zip(data.starts, data.starts[1:])):
        quoted = data.label[a:b]
        path = viterbi(constrain(made[a:b], quoted if forms.shows_quotes(form) else None), pair)
        tally(count, path, data.articles[k]['attributions'], quoted)
    return {k: f1(*v) for k, v in count.items()}


def begin(net, path):
    """Weights to begin with: of a run of this script, or bfloat16 safetensors of the encoder and the side tasks."""
    if path.suffix == '.pt':
        net.load_state_dict(torch.load(path)['net'])
        return
    from safetensors.torch import load_file
    saved = {k.replace('enc.', 'encoder.', 1): v.float() if v.is_floating_point() else v for k, v in load_file(path).items()}
    missing = net.load_state_dict({k: v for k, v in saved.items() if not k.startswith('tags')}, strict=False)
    if missing.unexpected_keys:
        raise ValueError(f'{path}: not known: {missing.unexpected_keys}')


class Workers:
    """This worker and the others."""

    def __init__(self, o):
        self.number, self.count = o.worker, o.workers
        if self.count > 1:
            distributed.init_process_group('gloo', init_method=f'file://{(o.run / "meeting").resolve()}', rank=o.worker,
                                           world_size=o.workers, timeout=datetime.timedelta(minutes=30))

    def agree(self, value):
        """The least of all workers' values."""
        got = torch.tensor(float(value))
        if self.count > 1:
            distributed.all_reduce(got, distributed.ReduceOp.MIN)
        return float(got)

    def average(self, parameters, steps):
        """Makes the weights the mean of all workers', each counting by its steps."""
        if self.count == 1:
            return
        total = torch.tensor(float(steps))
        distributed.all_reduce(total)
        if total > 0:
            for p in parameters:
                p.data.mul_(steps / total)
                distributed.all_reduce(p.data)


def options():
    a = argparse.ArgumentParser()
    a.add_argument('cache', type=pathlib.Path)
    a.add_argument('run', type=pathlib.Path)
    a.add_argument('model', type=pathlib.Path)
    a.add_argument('--init', type=pathlib.Path)
    a.add_argument('--taught', type=pathlib.Path, nargs='+', required=True)
    a.add_argument('--minutes', type=float, default=120)
    a.add_argument('--news', action='store_true', help='learn flattened news alone: quotation, marks and capitals, no labels')
    a.add_argument('--worker', type=int, default=0)
    a.add_argument('--workers', type=int, default=1)
    a.add_argument('--gold', type=int, default=2, help='annotated windows a step')
    a.add_argument('--extra', type=int, default=10, help='taught windows a step')
    a.add_argument('--rate', type=float, default=2e-4)
    a.add_argument('--side', type=float, default=.7)
    a.add_argument('--meet', type=float, default=4, help='minutes between means')
    a.add_argument('--measure', type=float, default=32, help='minutes between measurements')
    a.add_argument('--vocabulary', type=int, default=36000)
    a.add_argument('--seed', type=int, default=1)
    return a.parse_args()


def main():
    o = options()
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    o.run.mkdir(parents=True, exist_ok=True)
    vocabulary = (o.cache / f'vocabulary-{o.vocabulary}.txt').read_text(encoding='utf8').split('\n')
    train, dev = Annotated(o.cache, 'train', vocabulary), Annotated(o.cache, 'dev', vocabulary)
    pieces, net, elapsed = Pieces(o.model, train.types), Large(o.model), 0.0
    groups = [{'params': list(net.encoder.parameters()), 'lr': o.rate},
              {'params': [p for n, p in net.named_parameters() if not n.startswith(('encoder.', 'chain.'))], 'lr': 1e-3},
              {'params': net.chain.parameters(), 'lr': 5e-3}]
    adam, last = torch.optim.AdamW(groups, weight_decay=.01, betas=(.9, .98)), o.run / 'last.pt'
    rates = [g['lr'] for g in adam.param_groups]
    if last.exists():
        saved = torch.load(last)
        net.load_state_dict(saved['net'])
        adam.load_state_dict(saved['adam'])
        elapsed = saved['elapsed']
    elif o.init:
        begin(net, o.init)
    workers = Workers(o)
    elapsed = workers.agree(elapsed)
    rng = np.random.default_rng((o.seed, o.worker, int(elapsed * 60)))
    gold, taught = Gold(train, WINDOW, rng), Taught(o.cache, o.taught, WINDOW, o.vocabulary, rng)
    misspelt, names, odds = Misspelt(pieces, train.types), list(SHARES), list(SHARES.values())
    met, measured, since, sums, begun = elapsed, elapsed, 0, np.zeros(6), time.time() - 60 * elapsed
    net.train()
    while True:
        elapsed = (time.time() - begun) / 60
        if elapsed >= met + o.meet or elapsed >= o.minutes:
            workers.average(net.parameters(), since)
            met, since = min(met + o.meet, o.minutes), 0
            if workers.number == 0:
                save(last, {'net': net.state_dict(), 'adam': adam.state_dict(), 'elapsed': met})
                n = max(sums[5], 1)
                print(f'{met:.0f} min nll {sums[0] / n:.4f} q {sums[1] / n:.4f} f {sums[2] / n:.4f} c {sums[3] / n:.4f} '
                      f'{sums[4] / 60 / o.meet:.0f} words/s', flush=True)
                if met >= measured + o.measure or met >= o.minutes:
                    net.eval()
                    print('  flat     ', evaluate(net, dev, pieces, forms.FLAT), flush=True)
                    if met >= o.minutes:
                        print('  published', evaluate(net, dev, pieces, forms.PUBLISHED), flush=True)
                    measured = met
                    net.train()
            sums[:] = 0
            if met >= o.minutes:
                break
            continue
        form = rng.choice(names, o.gold + o.extra, p=odds)
        if o.news:
            form[:] = forms.FLAT
        made = batch(train, lambda at: train.gold[at], gold.take(o.gold), form[:o.gold], misspelt, rng)
        more = batch(taught, taught.gold_at, taught.take(o.extra), form[o.gold:], misspelt, rng)
        numbers, cased, within, first, tags, mask, label, follow, shape = (
            torch.from_numpy(np.concatenate(pair).astype(np.int64)) for pair in zip(made, more))
        mask = mask.bool()
        numbers[(torch.rand(numbers.shape) < BLANK) & (numbers > pieces.end)] = pieces.unknown
        with torch.autocast('cpu', torch.bfloat16):
            s, side = net(numbers, cased, within, first, pieces.none, drop=.1)
        nll = net.chain.loss(s.float(), tags, mask)
        q, f, c = side_losses(side.float().flatten(0, 1), torch.where(mask, label, 2), torch.where(mask, follow, -100),
                              torch.where(mask, shape, W.DIGITS), form)
        now = min(1, (elapsed + .1) / (.04 * o.minutes)) * max(.01, 1 - elapsed / o.minutes)
        for group, full in zip(adam.param_groups, rates):
            group['lr'] = full * now
        adam.zero_grad()
        (q + f + c if o.news else nll * 3 + o.side * (q + f + c)).backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        adam.step()
        since += 1
        sums += (float(nll.detach()), float(q.detach()), float(f.detach()), float(c.detach()), int(mask.sum()), 1)
    if workers.number == 0:
        save(o.run / 'net.pt', {'net': net.state_dict()})


if __name__ == '__main__':
    main()

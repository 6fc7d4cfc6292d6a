"""Pretraining: published news teaches what flattening destroys.

pretrain.py CACHE RUN --tokens N: for every word of the news, was it in quotation marks,
what followed it, how was it capitalised. Goes on from its last checkpoint if there is one.
"""
import argparse
import math
import pathlib
import time

import numpy as np
import torch
from torch.nn import functional as F

import forms
import variants
import vocabulary
import words
from kernels import Adam
from network import CASE, FOLLOW, QUOTE

SHARES = {forms.FLAT: .72, forms.LOWERED: .04, forms.CASED: .06, forms.UNQUOTED: .07, forms.PUBLISHED: .05, forms.UNQUOTED_LOWER: .06}


class News:
    """Windows of the news arrays."""

    def __init__(self, folder, cache, size):
        self.type, self.shape, self.marks, self.follow, self.label = (
            np.load(folder / f'{n}.npy', mmap_mode='r') for n in ('type', 'shape', 'marks', 'follow', 'label'))
        types = (cache / 'types.txt').read_text(encoding='utf8').split('\n')
        path = cache / f'vocabulary-{size}.txt'
        if not path.exists():
            counts = np.bincount(self.type, minlength=len(types))
            path.write_text('\n'.join(vocabulary.choose(types, counts.tolist(), size)), encoding='utf8')
        self.vocabulary = path.read_text(encoding='utf8').split('\n')
        self.word, self.affix = vocabulary.tables(types, self.vocabulary)

    def __len__(self):
        return len(self.type)


def views(marks, shape, label, chosen):
    """Rows of windows, each seen in its form."""
    out = [forms.view(f, m, s, q) for f, m, s, q in zip(chosen, marks, shape, label)]
    return np.stack([m for m, _ in out]), np.stack([s for _, s in out])


def blank(word, affix, types, affixes, rate, rng):
    """Hides words: they keep their affixes and lose their row."""
    hide = rng.random(word.shape) < rate
    word, affix = np.where(hide, 0, word), affix.copy()
    for where in zip(*np.nonzero(hide & (affix[..., 0] == 0))):
        affix[where] = affixes(types[where])
    return word, affix


def asked(scores, gold):
    """Cross-entropy over the words that are asked; -100 marks the others."""
    gold = gold.reshape(-1)
    return F.cross_entropy(scores, gold, ignore_index=-100, reduction='sum') / (gold >= 0).sum().clamp(min=1)


def side_losses(scores, label, follow, shape, form):
    """Losses of the side tasks; what the form shows is not asked."""
    quoted_known = torch.from_numpy(np.isin(form, (forms.LOWERED, forms.PUBLISHED)))[:, None]
    marked = torch.from_numpy(~np.isin(form, (forms.FLAT, forms.CASED)))[:, None]
    cased = torch.from_numpy(~np.isin(form, (forms.FLAT, forms.LOWERED, forms.UNQUOTED_LOWER)))[:, None]
    ask = ((label < 2) & ~quoted_known).reshape(-1).float()
    q = F.binary_cross_entropy_with_logits(scores[:, QUOTE], (label == 1).reshape(-1).float(), reduction='none')
    f = asked(scores[:, FOLLOW], torch.where(marked, -100, follow))
    case = torch.tensor(words.CASE_OF_SHAPE)[shape]
    c = asked(scores[:, CASE], torch.where(cased | (case == words.CASE_NONE), -100, case))
    return (q * ask).sum() / ask.sum().clamp(min=1), f, c


def rate(done, peak):
    """One cycle: up over the first 4 %, down along a cosine to 1 %."""
    return peak * (done / .04 if done < .04 else .01 + .99 * .5 * (1 + math.cos(math.pi * (done - .04) / .96)))


def main():
    a = argparse.ArgumentParser()
    a.add_argument('cache', type=pathlib.Path)
    a.add_argument('run', type=pathlib.Path)
    a.add_argument('--tokens', type=float, default=1e8)
    a.add_argument('--window', type=int, default=256)
    a.add_argument('--batch', type=int, default=32)
    a.add_argument('--peak', type=float, default=3e-3)
    a.add_argument('--vocabulary', type=int, default=36000)
    a.add_argument('--embed', type=int, default=128)
    a.add_argument('--kind', default='recurrent', choices=variants.KINDS)
    a.add_argument('--hidden', type=int, default=96)
    a.add_argument('--layers', type=int, default=3)
    a.add_argument('--threads', type=int, default=2)
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--stop', type=float, default=1.0, help='end after this part of the steps')
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    o.run.mkdir(parents=True, exist_ok=True)
    news = News(o.cache / 'news', o.cache, o.vocabulary)
    hidden_affix = np.array([[0] * 4] + [vocabulary.affixes(w) for w in news.vocabulary[1:]])
    net = variants.KINDS[o.kind](len(news.vocabulary), vocabulary.AFFIXES, o.embed, o.hidden, o.layers)
    print('multiplications', net.multiplications(), 'words', len(news), flush=True)
    adam, step = Adam(net.parameters()), 0
    last = o.run / 'last.pt'
    if last.exists():
        saved = torch.load(last)
        net.load_state_dict(saved['net'])
        adam.load(saved['adam'])
        step = saved['step']
    steps, begun, sums = int(o.tokens / o.window / o.batch), time.time(), np.zeros(4)
    span = np.arange(o.window)
    net.train()
    while step < steps * o.stop:
        rng = np.random.default_rng((o.seed, step))
        # Windows in an order that visits the whole of the news once an epoch.
        size = len(news) // o.window
        epoch, first = divmod(step * o.batch, size)
        order = np.random.default_rng((o.seed, epoch)).permutation(size)[first:first + o.batch]
        start = np.minimum(order * o.window + rng.integers(0, o.window), len(news) - o.window)
        at = np.sort(start)[:, None] + span
        t, shape, marks, follow, label = news.type[at], news.shape[at], news.marks[at], news.follow[at], news.label[at]
        form = rng.choice(list(SHARES), len(start), p=list(SHARES.values()))
        seen, cased = views(marks, shape, label, form)
        word, affix = news.word[t], news.affix[t]
        hide = (rng.random(word.shape) < .04) & (word > 0)
        affix[hide] = hidden_affix[word[hide]]
        word[hide] = 0
        to = lambda v: torch.from_numpy(v.astype(np.int64))
        x = net.states(to(word), to(affix), to(seen), to(cased), drop=.1)
        q, f, c = side_losses(net.sides(x), to(label), to(follow), to(shape), form)
        loss = q * 1.5 + f + c
        loss.backward()
        total = math.sqrt(sum(float((p.grad ** 2).sum()) for n, p in net.named_parameters() if p.grad is not None and n != 'word'))
        scale = min(1.0, 1.0 / (total + 1e-6))
        if scale < 1:
            for p in net.parameters():
                if p.grad is not None:
                    p.grad.mul_(scale)
        adam.step(rate(step / steps, o.peak))
        step += 1
        sums += (float(q), float(f), float(c), 1)
        if step % 50 == 0:
            done = step * o.window * o.batch
            print(f'{step} of {steps} {done / 1e6:.1f}M q {sums[0] / sums[3]:.4f} f {sums[1] / sums[3]:.4f} c {sums[2] / sums[3]:.4f} '
                  f'norm {total:.2f} {50 * o.window * o.batch / (time.time() - begun):.0f} words/s', flush=True)
            begun, sums = time.time(), np.zeros(4)
        if step % 500 == 0 or step == steps:
            part = o.run / 'part.pt'
            torch.save({'net': net.state_dict(), 'adam': adam.state(), 'step': step, 'shape': net.shape}, part)
            part.rename(last)
    torch.save({'net': net.state_dict(), 'shape': net.shape, 'kind': o.kind}, o.run / 'net.pt')


if __name__ == '__main__':
    main()

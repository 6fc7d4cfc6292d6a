"""The recurrent layer and Adam in C, compiled on first use; matrix products in bfloat16."""
import ctypes
import hashlib
import os
import pathlib
import subprocess

import torch

BF = torch.bfloat16
SOURCE = pathlib.Path(__file__).with_name('kernels.c')


def build():
    """Compiles kernels.c into the cache of the system and loads it."""
    key = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]
    cache = pathlib.Path(os.environ.get('XDG_CACHE_HOME', pathlib.Path.home() / '.cache')) / 'verbatim'
    cache.mkdir(parents=True, exist_ok=True)
    library = cache / f'kernels-{key}.so'
    if not library.exists():
        part = library.with_suffix(f'.{os.getpid()}')
        subprocess.run(['gcc', '-Ofast', '-march=native', '-mprefer-vector-width=512', '-fopenmp', '-shared', '-fPIC',
                        str(SOURCE), '-o', str(part), '-lmvec', '-lm'], check=True)
        part.rename(library)
    return ctypes.CDLL(str(library))


C = build()


def at(tensor):
    assert tensor.is_contiguous()
    return ctypes.c_void_p(tensor.data_ptr())


def long(v):
    return ctypes.c_long(v)


class Product(torch.autograd.Function):
    """x @ w in bfloat16; the weights and their gradient stay float32."""

    @staticmethod
    def forward(ctx, x, w):
        wb = w.to(BF)
        ctx.save_for_backward(x, wb)
        return x @ wb

    @staticmethod
    def backward(ctx, d):
        x, wb = ctx.saved_tensors
        return d @ wb.t(), (x.t() @ d).float()


class Recurrence(torch.autograd.Function):
    """Both directions of a simple recurrent unit (Lei et al. 2018) over u = x @ w."""

    @staticmethod
    def forward(ctx, u, x, p):
        batch, n, six = u.shape
        h = six // 6
        c = torch.empty(batch, 2, n, h)
        out = torch.empty(batch, n, 2 * h, dtype=BF)
        C.forward_all(at(u), at(x), long(x.shape[2]), at(p), at(c), at(out), long(batch), long(n), long(h))
        ctx.save_for_backward(u, x, p, c)
        return out

    @staticmethod
    def backward(ctx, d):
        u, x, p, c = ctx.saved_tensors
        batch, n, six = u.shape
        h = six // 6
        d = d.contiguous()
        du, dx = torch.empty_like(u), torch.empty(batch, n, 2 * h, dtype=BF)
        dp = torch.zeros(batch, 2, 4, h)
        C.backward_all(at(u), at(x), long(x.shape[2]), at(p), at(c), at(d), at(du), at(dx), at(dp), long(batch), long(n), long(h))
        if x.shape[2] == h:
            dx = dx[..., :h] + dx[..., h:]
        return du, dx, dp.sum(0)


class ChainLoss(torch.autograd.Function):
    """Negative log-likelihood of labels under a linear chain, summed. pair holds the constraints too."""

    @staticmethod
    def forward(ctx, scores, pair, gold, length):
        scores, pair = scores.contiguous(), pair.contiguous()
        batch, n, labels = scores.shape
        loss, d, dp = torch.zeros(batch, dtype=torch.double), torch.zeros_like(scores), torch.zeros(batch, labels, labels)
        ahead = torch.empty_like(scores)
        C.chain_all(at(scores), at(pair), at(gold), at(length), at(loss), at(d), at(dp), at(ahead), long(batch), long(n))
        ctx.save_for_backward(d, dp.sum(0))
        return loss.sum().float()

    @staticmethod
    def backward(ctx, d):
        return d * ctx.saved_tensors[0], d * ctx.saved_tensors[1], None, None


class Adam:
    """Adam over float32 parameters, one pass each."""

    def __init__(self, parameters, beta1=0.9, beta2=0.99, eps=1e-8):
        self.parameters = list(parameters)
        self.first = [torch.zeros_like(p) for p in self.parameters]
        self.second = [torch.zeros_like(p) for p in self.parameters]
        self.beta1, self.beta2, self.eps, self.steps = beta1, beta2, eps, 0

    def step(self, rate, decay=0.0):
        self.steps += 1
        fix1, fix2 = 1 / (1 - self.beta1 ** self.steps), 1 / (1 - self.beta2 ** self.steps)
        f = ctypes.c_float
        for p, m, v in zip(self.parameters, self.first, self.second):
            if p.grad is not None:
                C.adam(at(p.data), at(p.grad.contiguous()), at(m), at(v), long(p.numel()), f(rate), f(self.beta1), f(self.beta2),
                       f(self.eps), f(fix1), f(fix2), f(decay if p.dim() > 1 else 0.0))
                p.grad.zero_()

    def state(self):
        return {'first': self.first, 'second': self.second, 'steps': self.steps}

    def load(self, state):
        self.first, self.second, self.steps = state['first'], state['second'], state['steps']

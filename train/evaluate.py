"""The figures of span tagging, counted as score.py counts them (before linking)."""
import forms
from annotated import scores
from crf import constrain, viterbi
from polnear import (B_CUE, B_DIRECT, B_INDIRECT, B_SOURCE, I_CUE, I_DIRECT, I_INDIRECT, I_SOURCE, runs)

CONTENT = (B_DIRECT, I_DIRECT, B_INDIRECT, I_INDIRECT)


def spans(labels, begin, inside):
    """Half-open runs of a role; a label that goes on from nothing begins a run."""
    out, start = [], None
    for k, label in enumerate(labels):
        if label in begin or (label in inside and start is None):
            if start is not None:
                out.append((start, k))
            start = k
        elif label not in inside and start is not None:
            out.append((start, k))
            start = None
    if start is not None:
        out.append((start, len(labels)))
    return out


def f1(hit, predicted, gold):
    return round(200 * hit / (predicted + gold), 1) if predicted + gold else 0.0


def evaluate(net, chain, data, form, bias=None):
    """F1 of direct (exact, IoU, tokens), indirect tokens, source, cue, content over one part."""
    count = {k: [0, 0, 0] for k in ('exact', 'IoU', 'tokens', 'indirect', 'source', 'cue', 'content')}
    pair = chain.pair.detach().numpy()
    for k, (a, b) in enumerate(zip(data.starts, data.starts[1:])):
        quoted = data.label[a:b]
        _, tags = scores(net, data, k, form)
        if bias is not None:
            tags = tags + bias
        path = viterbi(constrain(tags, quoted if forms.shows_quotes(form) else None), pair)
        tally(count, path, data.articles[k]['attributions'], quoted)
    return {k: f1(*v) for k, v in count.items()}


def tally(count, path, attributions, quoted):
    def add(name, hit, predicted, gold):
        c = count[name]
        c[0] += hit
        c[1] += predicted
        c[2] += gold
    direct = {k for k, v in enumerate(path) if v in (B_DIRECT, I_DIRECT)}
    gold = [r for r in runs([k for k, v in enumerate(quoted) if v == 1]) if r[1] - r[0] >= 3]
    found = [r for r in runs(direct) if r[1] - r[0] >= 3]
    add('exact', len(set(gold) & set(found)), len(found), len(gold))
    add('IoU', sum(any((min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0])) >= .8 for b in found) for a in gold), len(found), len(gold))
    gold, found = {k for r in gold for k in range(*r)}, {k for r in found for k in range(*r)}
    add('tokens', len(gold & found), len(found), len(gold))
    gold = {k for x in attributions for k in x['content'] if not quoted[k]}
    found = {k for k, v in enumerate(path) if v in (B_INDIRECT, I_INDIRECT)}
    add('indirect', len(gold & found), len(found), len(gold))
    for role, begin, inside in (('source', (B_SOURCE,), (I_SOURCE,)), ('cue', (B_CUE,), (I_CUE,)),
                                ('content', (B_DIRECT, B_INDIRECT), (I_DIRECT, I_INDIRECT))):
        gold = {r for x in attributions for r in runs(x[role])}
        found = set(spans(path, begin, inside))
        add(role, len(gold & found), len(found), len(gold))

"""How far a message can be trusted: confidence.py CORPORA [--check]

Fits, for each form, a logistic regression of "words and speaker are right" on the reader's own confidence and the
reasons of confidence.go, over polnear-dev, which no weights were trained on, and writes confidence_weights.go.
Words are right that share half with an annotated content (of their union), which is what the scorer calls found; a speaker by the labels of
train/records/polnear-dev.jsonl, or where an attribution has none, by its source.
--check prints the reliability table on articles that the regression was not fitted to (five folds) instead, and
--update PAGE writes it into a page.
"""
import argparse
import hashlib
import json
import pathlib
import re
import subprocess
import tempfile

import numpy as np

from markdown import table, update
from scoring import load

HERE = pathlib.Path(__file__).parent
FORMS = ('flat', 'plain')
OVERLAP = .5
RIDGE = 1.0
# A confidence above this is given only if so many messages that the regression was not fitted to bear it out.
HIGH, ENOUGH = .9, 50


def count():
    """How many reasons there are, from confidence.go."""
    names = []
    for line in open(HERE.parent / 'confidence.go', encoding='utf8'):
        name = re.match(r'\t(trust[A-Za-z]+)( = iota)?$', line.rstrip())
        if name:
            names.append(name.group(1))
    return names.index('trustReasons')


def speakers():
    """{(article, attribution): name} of the labelled ones."""
    out = {}
    for line in open(HERE / 'records' / 'polnear-dev.jsonl', encoding='utf8'):
        row = json.loads(line)
        out[row['article'], row['id']] = row['speaker']
    return out


def documents(binary, rows, texts):
    given = ''.join(json.dumps({'id': r['id'], 'published': r['published'][:10], 'text': t.input}) + '\n' for r, t in zip(rows, texts))
    with tempfile.NamedTemporaryFile(suffix='.jsonl') as out:
        subprocess.run([binary, '-test.run', '^TestEvidence$', '-evidence', out.name], input=given.encode(), check=True,
                       stdout=subprocess.DEVNULL, cwd=HERE.parent)
        return [json.loads(line) for line in open(out.name, encoding='utf8')]


def lower(spans):
    return [{k.lower(): v for k, v in span.items()} for span in spans or []]


def cases(score, rows, named, binary, form):
    """(article, reader's confidence, reasons, right) of every message."""
    texts = [score.Text(r['text'], form == 'flat') for r in rows]
    out = []
    for row, text, document in zip(rows, texts, documents(binary, rows, texts)):
        gold, _ = score.gold_quotes(row, text)
        for m in document['messages']:
            content, source = score.toks(text, lower(m['Content'])), score.toks(text, lower(m['Source']))
            right = False
            for g in gold:
                if score.iou(g['content'], content) < OVERLAP:
                    continue
                if (row['id'], g['id']) in named:
                    right = right or score.same_name(m['Speaker'], named[row['id'], g['id']])
                else:
                    right = right or bool(g['source'] & source) or not g['source'] and not source
            out.append((row['id'], m['Reader'], m['Trust'], right))
    return out


def matrix(examples, reasons):
    x = np.zeros((len(examples), reasons + 1))
    for k, (_, reader, given, _) in enumerate(examples):
        reader = min(max(reader, .01), .99)
        x[k, 0] = np.log(reader / (1 - reader))
        x[k, 1 + np.array(given)] = 1
    return x, np.array([e[3] for e in examples], float)


def fit(examples, reasons):
    """Newton's method, with a ridge."""
    x, y = matrix(examples, reasons)
    w = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve((x.T * (p * (1 - p))) @ x + RIDGE * np.eye(len(w)), x.T @ (y - p) - RIDGE * w)
    return w


def chances(w, examples, reasons):
    return 1 / (1 + np.exp(-matrix(examples, reasons)[0] @ w))


def held_out(examples, reasons, k=5):
    """(chance, right) of every message, by weights that were not fitted to its article."""
    fold = lambda article: int(hashlib.sha256(article.encode()).hexdigest(), 16) % k
    out = []
    for part in range(k):
        w = fit([e for e in examples if fold(e[0]) != part], reasons)
        rest = [e for e in examples if fold(e[0]) == part]
        out += zip(np.round(chances(w, rest, reasons), 2), (e[3] for e in rest))
    return out


def ceiling(pairs):
    """The highest confidence that may be given."""
    high = [right for chance, right in pairs if chance > HIGH]
    return 1.0 if len(high) >= ENOUGH and np.mean(high) >= HIGH else HIGH


def reliability(form, pairs):
    """Rows: form, confidence, messages, their mean confidence, how many in a hundred are right."""
    parts = [(f'{k / 10:.1f} – {(k + 1) / 10:.1f}', [p for p in pairs if min(int(p[0] * 10), 9) == k]) for k in range(10)]
    parts += [('above 0.9', [p for p in pairs if p[0] > .9]), ('all', pairs)]
    return [[form, name, len(part), 100 * np.mean([c for c, _ in part]), 100 * np.mean([r for _, r in part])] for name, part in parts if part]


def write(path, weights):
    lines = ['// Code generated by train/confidence.py; DO NOT EDIT.', '', 'package verbatim', '',
             '// trustWeights are those of flattened text, then of text with its marks.', 'var trustWeights = [2]trust{']
    for w, ceiling in weights:
        lines += [f'\t{{ceiling: {ceiling}, reader: {w[0]:.3f}, reasons: [trustReasons]float32{{' + ', '.join(f'{v:.3f}' for v in w[1:]) + '}},']
    path.write_text('\n'.join(lines + ['}', '']), encoding='utf8')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('corpora', type=pathlib.Path)
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--update', type=pathlib.Path, metavar='PAGE')
    args = parser.parse_args()
    score = load(args.corpora.parent / 'score' / 'score.py')
    rows, named, reasons = score.read(str(args.corpora / 'polnear-dev.jsonl.gz')), speakers(), count()
    weights, lines = [], []
    with tempfile.TemporaryDirectory() as folder:
        binary = f'{folder}/verbatim.test'
        subprocess.run(['go', 'test', '-c', '-o', binary, '.'], check=True, cwd=HERE.parent)
        for form in FORMS:
            examples = cases(score, rows, named, binary, form)
            pairs = held_out(examples, reasons)
            limit = ceiling(pairs)
            weights.append((fit(examples, reasons), limit))
            lines += reliability(form, [(min(chance, limit), right) for chance, right in pairs])
    if not args.check and not args.update:
        write(HERE.parent / 'confidence_weights.go', weights)
        return
    made = table(['form', 'confidence', 'messages', 'mean', 'right'], lines, 2)
    print(made)
    if args.update:
        update(args.update, {'confidence': made})


if __name__ == '__main__':
    main()

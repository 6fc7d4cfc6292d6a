"""The weights by which channel, time and recipient are decided: occasions.py CORPORA [--check]

Reads the labels of train/records and the articles that they belong to, has the Go code collect the reasons for
every candidate (internal/occasion/evidence_test.go), fits one conditional logistic regression a field and form, and writes
internal/occasion/weights.go. Some reasons are what was decided for the message before, so this goes in rounds.
--check prints the figures of five folds of articles instead.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import subprocess

import torch

import evidence
import score
from held import day

HERE = pathlib.Path(__file__).parent
ROUNDS = 2
FORMS = ('flat', 'plain')
FIELDS = {'Channel': 'channel', 'Time': 'time', 'Recipient': 'recipient'}
# Ridge penalties: of a reason's weight for all candidates, and of what one channel adds to it.
SHARED, OWN = 0.2, 5.0
# What is taken off the score of "none". One time is often named twice, and the chance of its places adds up; of
# recipients more are found for few more errors (docs/model.md).
DISCOUNT = {'flat': {'Channel': 0.0, 'Time': 0.7, 'Recipient': 0.7}, 'plain': {'Channel': 0.0, 'Time': 0.45, 'Recipient': 0.5}}
# The reason that the one has whom the cue names as told.
TOLD = evidence.numbers('evidence.go')['recipientBeside']
# How often a message of the invented articles counts: they have the exchanges that news seldom prints.
INVENTED = 2
# The reason that "none" has always.
NONE = {'Time': 'noTimeAlways', 'Recipient': 'noRecipientAlways'}
COUNTS = {'Channel': 'channelReasons', 'Time': 'timeReasons', 'Recipient': 'recipientReasons'}


LABELS = ('polnear-train', 'news', 'news-twice', 'news-once', 'invented')


def arguments(description):
    """What each script that fits decisions is told: where the articles are, and whether to print figures alone."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument('corpora', type=pathlib.Path)
    parser.add_argument('--check', action='store_true')
    return parser


def fold(article, folds):
    """Which of so many folds an article belongs to."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % folds


def log_sum(s, of, n):
    """The logarithm of the sum of exp(s) for each of n groups."""
    top = torch.full((n,), -1e9).scatter_reduce(0, of, s, 'amax').detach()
    return top + torch.log(torch.zeros(n).scatter_add(0, of, torch.exp(s - top[of])) + 1e-30)


def labelled(corpora, names=LABELS):
    """The articles that are labelled in some of train/records, each with its labels: {id: (article, labels)}."""
    labels = collections.defaultdict(list)
    texts = {}
    for name in names:
        for line in open(HERE / 'records' / f'{name}.jsonl', encoding='utf8'):
            row = json.loads(line)
            if 'text' in row:
                texts[row['id']] = row
            else:
                labels[row['article']].append(row)
    for name in ('polnear-train', 'news', 'news2'):
        for row in score.read(str(corpora / f'{name}.jsonl.gz')):
            key = row['id'] if name == 'polnear-train' else f"{row['src']}:{row['id']}"
            if key in labels and key not in texts:
                texts[key] = row
    return {key: (texts[key], labels[key]) for key in labels}


def found(articles, binary, form, states=None):
    """(article, label, what the code has for the message) of every label whose message is found."""
    for document, label, message in read(articles, binary, form, states):
        yield document['id'], label, message


def read(articles, binary, form, states=None):
    """The same with the whole document that the code made of the article."""
    texts = {key: score.Text(row['text'], form == 'flat') for key, (row, _) in articles.items()}
    for document in evidence.documents(binary, ((key, day(row), texts[key].input) for key, (row, _) in articles.items()), states):
        key = document['id']
        contents = [evidence.words(texts[key], m['Content']) for m in document['messages']]
        for label in articles[key][1]:
            wanted = score.toks(texts[key], label['content'], True)
            overlap, best = max(((score.iou(wanted, c), k) for k, c in enumerate(contents)), default=(0, 0))
            if overlap >= .5:
                yield document, label, document['messages'][best]


def choices(examples, field):
    """(article, [reasons of each candidate], [which are right], values, label) for every example."""
    out = []
    for article, label, message in examples:
        want = label[FIELDS[field]]
        offered = message[field]
        if field == 'Recipient':
            offered = [c for c in offered if TOLD in c['Reasons']][:1] or offered  # who is told needs no weighing
        values = [c['Value'] for c in offered]
        if field == 'Channel':
            right = [v == want for v in values]
        elif field == 'Time':
            right = [(v or '')[:10] == (want or '')[:10] for v in values]
        else:
            right = [score.same_name(v, want) for v in values]
        if not any(right) and len(offered) > 1:
            right = [v is None for v in values]  # out of reach: better nothing than something wrong
        out += [(article, [c['Reasons'] for c in offered], right, values, want)] * (INVENTED if 'form' in label else 1)
    return out


def matrix(examples, field, reasons):
    """One row of reasons for each candidate; for channels the reasons again, apart for each."""
    of, right, rows, columns = [], [], [], []
    for n, (_, candidates, correct, _, _) in enumerate(examples):
        for k, given in enumerate(candidates):
            for reason in given:
                rows.append(len(of))
                columns.append(reason)
                if field == 'Channel':
                    rows.append(len(of))
                    columns.append(reasons * (1 + k) + reason)
            of.append(n)
            right.append(correct[k])
    x = torch.zeros(len(of), reasons * (15 if field == 'Channel' else 1))
    x[rows, columns] = 1
    return x, torch.tensor(of), torch.tensor(right)


def fit(examples, field, reasons):
    """Weights that make the right candidates likely among those of each message."""
    examples = [e for e in examples if len(e[1]) > 1]
    x, of, right = matrix(examples, field, reasons)
    n = len(examples)
    w = torch.zeros(x.shape[1], requires_grad=True)
    penalty = torch.full((x.shape[1],), OWN)
    penalty[:reasons] = SHARED
    optimizer = torch.optim.LBFGS([w], max_iter=200, line_search_fn='strong_wolfe')

    def loss():
        optimizer.zero_grad()
        s = x @ w
        value = (log_sum(s, of, n) - log_sum(s[right], of[right], n)).sum() + (penalty * w * w).sum()
        value.backward()
        return value

    optimizer.step(loss)
    w = w.detach()
    return w[:reasons] + w[reasons:].view(14, reasons) if field == 'Channel' else w[None]


def decide(w, examples, form, field):
    """The value that each example gets."""
    out = []
    for _, candidates, _, values, _ in examples:
        scores = [float(w[k if field == 'Channel' else 0][given].sum()) - (DISCOUNT[form][field] if values[k] is None else 0)
                  for k, given in enumerate(candidates)]
        out.append(values[max(range(len(scores)), key=scores.__getitem__)])
    return out


def figures(field, examples, got):
    same = {'Channel': lambda a, b: a == b, 'Time': lambda a, b: (a or '')[:10] == (b or '')[:10], 'Recipient': score.same_name}[field]
    none = 'unknown' if field == 'Channel' else None
    right = [same(g, e[4]) for g, e in zip(got, examples)]
    found = sum(r and e[4] != none for r, e in zip(right, examples))
    return {'right': round(100 * sum(right) / len(right), 1), **score.prf(found, sum(g != none for g in got), sum(e[4] != none for e in examples))}


def folds(examples, form, field, reasons, k=5):
    """Figures on articles that the weights were not fitted to."""
    kept, got = [], []
    for part in range(k):
        w = fit([e for e in examples if fold(e[0], k) != part], field, reasons)
        rest = [e for e in examples if fold(e[0], k) == part]
        kept += rest
        got += decide(w, rest, form, field)
    return figures(field, kept, got)


def write(path, weights):
    """internal/occasion/weights.go: for each form the weights of the three fields."""
    row = lambda values: '{' + ', '.join(f'{v:.2f}' for v in values) + '}'
    lines = ['// Code generated by train/occasions.py; DO NOT EDIT.', '', 'package occasion', '',
             '// occasionWeights are those of flattened text, then of text with its marks.', 'var occasionWeights = [2]weights{']
    for form in FORMS:
        w = weights[form]
        if not w:
            lines.append('\t{},')
            continue
        lines += ['\t{', '\t\tchannel: [unknownChannel + 1][channelReasons]float32{', *(f'\t\t\t{row(r)},' for r in w['Channel']), '\t\t},',
                  f"\t\ttime:      [timeReasons]float32{row(w['Time'][0])},",
                  f"\t\trecipient: [recipientReasons]float32{row(w['Recipient'][0])},", '\t},']
    path.write_text('\n'.join(lines + ['}', '']), encoding='utf8')


def main():
    parser = arguments(__doc__)
    parser.add_argument('--rounds', type=int, default=ROUNDS)
    parser.add_argument('--again', action='store_true', help='start with the weights that are there, and not from nothing')
    args = parser.parse_args()
    torch.set_num_threads(2)
    numbers, articles = evidence.numbers('evidence.go'), labelled(args.corpora)
    reasons = {field: numbers[name] for field, name in COUNTS.items()}
    target = evidence.OCCASION / 'weights.go'
    if not args.check and not args.again:
        write(target, {form: None for form in FORMS})
    for turn in range(1 if args.check else args.rounds + 1):
        with evidence.reader() as binary:
            collected = {form: list(found(articles, binary, form)) for form in FORMS}
        weights = {form: {} for form in FORMS}
        for form in FORMS:
            for field in FIELDS:
                examples = choices(collected[form], field)
                if args.check:
                    print(form, field, len(examples), folds(examples, form, field, reasons[field]))
                    continue
                w = fit(examples, field, reasons[field])
                if field in NONE:
                    w[0][numbers[NONE[field]]] -= DISCOUNT[form][field]
                weights[form][field] = w.tolist()
        if not args.check:
            write(target, weights)
            subprocess.run(['gofmt', '-w', str(target)], check=True)


if __name__ == '__main__':
    main()

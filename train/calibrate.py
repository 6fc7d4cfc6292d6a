"""How far confidence can be trusted, and what would make it so: calibrate.py DATA A B ANSWERS...

ANSWERS are what score.py --save kept of the run-time's answers with confidence A B. An attribution is
right if its content covers at least half of an annotated one (of their union) and their sources share a word.
"""
import json
import pathlib
import sys

import numpy as np

import score


def cases(data, answers):
    """The confidence of every answer, whether it is right, and its article."""
    out = []
    rows = score.read(data)
    for path in answers:
        docs = {d['id']: d for d in map(json.loads, open(path, encoding='utf8'))}
        for k, row in enumerate(rows):
            doc = docs[str(row['id'])]
            flat = score.Text(row['text'], True)
            text = flat if 'flat' in pathlib.Path(path).name else score.Text(row['text'], False)
            gold, _ = score.gold_quotes(row, flat)
            for p in score.pred_quotes(doc, text):
                right = any(score.iou(g['content'], p['content']) >= .5 and (g['source'] & p['source'] or not g['source'] and not p['source']) for g in gold)
                out.append((p['m']['confidence'], right, k))
    return np.array([c for c, _, _ in out]), np.array([r for _, r, _ in out], float), np.array([k for _, _, k in out])


def fit(x, y):
    """Logistic regression of y on x by Newton's method."""
    w, m = np.zeros(2), np.stack([np.ones_like(x), x], 1)
    for _ in range(30):
        p = 1 / (1 + np.exp(-m @ w))
        w += np.linalg.solve((m.T * (p * (1 - p))) @ m + 1e-6 * np.eye(2), m.T @ (y - p))
    return w


def error(p, y, bins=10):
    """Expected calibration error."""
    which = np.minimum((p * bins).astype(int), bins - 1)
    return sum(abs(p[which == b].mean() - y[which == b].mean()) * (which == b).mean() for b in range(bins) if (which == b).any())


def main():
    data, a, b, answers = sys.argv[1], float(sys.argv[2]), float(sys.argv[3]), sys.argv[4:]
    given, right, article = cases(data, answers)
    print(f'{len(given)} attributions, {100 * right.mean():.1f} % right, calibration error now {100 * error(given, right):.1f}')
    x = (np.log(given / (1 - given)) - a) / b
    folds = np.zeros_like(x)
    for k in range(5):
        w = fit(x[article % 5 != k], right[article % 5 != k])
        folds[article % 5 == k] = 1 / (1 + np.exp(-(w[0] + w[1] * x[article % 5 == k])))
    w = fit(x, right)
    print(f'--confidence {w[0]:.3f} {w[1]:.3f}: calibration error {100 * error(folds, right):.1f}, on articles that it was not fitted to')


if __name__ == '__main__':
    main()

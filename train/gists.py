"""The networks that see the words around messages and candidates: gists.py CORPORA [--check]

What internal/occasion/weights.go weighs are reasons; occasions.py fits those first. Here a projection of the tagger's
states (internal/tagger/gist.bin) and for each field a network over it (internal/occasion/network.bin) are fitted to what
the weighed reasons leave open, and then what counts when all messages of an article are decided together
(internal/occasion/agreement.go). --check prints the figures alone. Evidence is collected with the networks that are
there, so after a change of reasons it is run until the figures stay: four times for those shipped.
"""
import pathlib
import tempfile

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import evidence
import occasions
import score
from occasions import FIELDS, FORMS, INVENTED, TOLD, fold, log_sum

ROOT = pathlib.Path(__file__).parent.parent
STATE, GIST, HIDDEN = 320, 16, 32
MESSAGE, CANDIDATE, REASONS, DISTANCES, KINDS = 6, 4, 64, 19, 14
EPOCHS, BATCH, RATE, DECAY, DROP = 4, 64, 2e-3, 0.05, 0.2
WARM, SLOW = 300, 0.6  # steps up to the full rate; the part of all after which it is a third
MEAN = 0.998  # the weights are a moving mean of those of the second half
HALVES = 2  # of the articles: each has the scores of networks fitted to the other
# What counts in the second round beside the chance of a value and that it is none: its chances for so many others.
CONTEXTS = 6
# Channels of gatherings, at which all who speak do so on one occasion, have weights of their own.
GATHERINGS = ('speech', 'news_conference', 'debate', 'testimony')
NONES = [k / 4 for k in range(-4, 9)]  # what may be taken off the score of "none"
# What counts for no recipient is set by hand: a wrong name is worse than none. Of polnear-dev's labels 66 % of those
# given are right flat and 75 published instead of 59 and 71 with what best_none finds, for 2 and 3 points less of F1.
NO_RECIPIENT = -0.4
EMPTY = {'Channel': 'unknown', 'Time': None, 'Recipient': None}


def value(field, v):
    """What messages agree on: of times the day."""
    return (v or '')[:10] if field == 'Time' else v


def same(field, a, b):
    return score.same_name(a, b) if field == 'Recipient' else value(field, a) == value(field, b)


class Choices:
    """The candidates of all messages for one field, in rows, and the states that their gists are made of."""

    def __init__(self, field):
        self.field, self.articles, self.wanted, self.values, self.weights, self.forms, self.others = field, [], [], [], [], [], []
        self.starts, self.places, self.reasons, self.base, self.kinds, self.apart, self.right = [0], [], [], [], [], [], []
        self.known, self.states = {}, [np.zeros(STATE, np.int16)]

    def add(self, form, document, labels, states):
        """All messages of an article; labels are those of some, by their index."""
        first, messages = len(self.articles), document['messages']
        for k, message in enumerate(messages):
            self.message(form, document, message, labels.get(k), states)
            speakers = [first + n for n, m in enumerate(messages) if n != k and m['From'] == message['From'] > 0]
            self.others.append([
                [first + k - 1] * (k > 0), [first + k + 1] * (k + 1 < len(messages)), [n for n in speakers if n < first + k][-1:],
                [n for n in speakers if n > first + k][:1], speakers, [first + n for n in range(len(messages)) if n != k]])

    def message(self, form, document, message, label, states):
        offered, empty = message[self.field], EMPTY[self.field]
        if self.field == 'Recipient':
            offered = [c for c in offered if TOLD in c['Reasons']][:1] or offered  # who is told needs no weighing
        kinds = [k for k, c in enumerate(offered) if not c.get('Barred')]
        offered = [offered[k] for k in kinds]
        values, want = [c['Value'] for c in offered], label and label[FIELDS[self.field]]
        right = [same(self.field, v, want) for v in values]
        if not any(right):
            right = [v == empty or len(values) == 1 for v in values]
        state = lambda i: self.row(form, document['at'] + i, states) if 0 <= i < document['words'] else 0
        around = [state(i) for i in message['Places']]
        for k, c in zip(kinds, offered):
            self.places.append(around + ([state(i) for i in c['Places']] if 'Places' in c else [0] * CANDIDATE))
            self.reasons.append(c['Reasons'])
            self.base.append(c['Weighed'])
            self.kinds.append(k if self.field == 'Channel' else 0)
            self.apart.append(c['Apart'])
        self.right += right
        self.starts.append(len(self.right))
        self.articles.append(document['id'])
        self.wanted.append(want)
        self.values.append(values)
        self.weights.append(0. if label is None else float(INVENTED if 'form' in label else 1))
        self.forms.append(FORMS.index(form))

    def row(self, form, at, states):
        key = form, at
        if key not in self.known:
            self.known[key] = len(self.states)
            self.states.append(states[at])
        return self.known[key]

    def done(self):
        self.states = torch.from_numpy(np.stack(self.states))
        self.known = None
        x = torch.zeros(len(self.reasons), REASONS, dtype=torch.uint8)
        x[[n for n, r in enumerate(self.reasons) for _ in r], [k for r in self.reasons for k in r]] = 1
        self.reasons = x
        for name in ('places', 'right', 'base', 'kinds', 'apart', 'starts', 'forms', 'weights'):
            setattr(self, name, torch.tensor(getattr(self, name)))
        return self

    def labelled(self, keep=lambda article: True):
        """The messages with a label and a choice of an article to keep."""
        return torch.tensor([n for n, a in enumerate(self.articles) if self.weights[n] > 0 and len(self.values[n]) > 1 and keep(a)])

    def rows(self, messages):
        """The rows of the candidates of messages, and which message each belongs to."""
        of = torch.repeat_interleave(torch.arange(len(messages)), self.starts[messages + 1] - self.starts[messages])
        return torch.cat([torch.arange(self.starts[n], self.starts[n + 1]) for n in messages]), of


def collect(articles):
    """The choices of every field, in both forms. Articles of which the tagger is not shown every word are left out."""
    choices = {field: Choices(field) for field in FIELDS}
    with evidence.reader() as binary:
        for form in FORMS:
            with tempfile.NamedTemporaryFile(suffix='.i16') as file:
                found = list(occasions.read(articles, binary, form, file.name))
                states = np.fromfile(file.name, '<i2').reshape(-1, STATE)
            documents = {}
            for document, label, message in found:
                labels = documents.setdefault(document['id'], (document, {}))[1]
                labels.setdefault(next(k for k, m in enumerate(document['messages']) if m is message), label)
            for document, labels in documents.values():
                if document['heard'] == document['words']:
                    for c in choices.values():
                        c.add(form, document, labels, states)
    return {field: c.done() for field, c in choices.items()}


class Head(nn.Module):
    """The network of one field."""

    def __init__(self):
        super().__init__()
        table = lambda n, scale: nn.Parameter(torch.randn(n, HIDDEN) * scale)
        self.places = nn.Parameter(torch.randn(MESSAGE + CANDIDATE, GIST, HIDDEN) / ((MESSAGE + CANDIDATE) * GIST) ** .5)
        self.reason, self.distance, self.kind, self.form = table(REASONS, .2), table(DISTANCES, .2), table(KINDS, .2), table(2, .1)
        self.out = nn.Parameter(torch.zeros(HIDDEN))

    def forward(self, c, rows, gists, forms):
        seen = F.dropout(gists.flatten(1), DROP, self.training) @ self.places.flatten(0, 1)
        units = seen + c.reasons[rows].float() @ self.reason + self.distance[c.apart[rows]] + self.kind[c.kinds[rows]] + self.form[forms]
        return c.base[rows] + F.dropout(F.relu(units), DROP, self.training) @ self.out


class Networks(nn.Module):
    def __init__(self):
        super().__init__()
        self.gist = nn.Linear(STATE, GIST)
        self.heads = nn.ModuleDict({field: Head() for field in FIELDS})

    def gists(self, states):
        """Between -1 and 1, in steps of a 127th."""
        clipped = self.gist(states.float() / 8000).clamp(-1, 1)
        return clipped + (torch.round(clipped * 127) / 127 - clipped).detach()

    def forward(self, c, messages):
        """The scores of all candidates of some messages, their rows, and which message each belongs to."""
        rows, of = c.rows(messages)
        which, places = torch.unique(c.places[rows], return_inverse=True)
        gists = self.gists(c.states[which]) * (which > 0)[:, None]
        return self.heads[c.field](c, rows, gists[places], c.forms[messages][of]), rows, of


def loss(c, messages, s, rows, of):
    """How unlikely the right candidates are among all of their messages."""
    right, n = c.right[rows], len(messages)
    return ((log_sum(s, of, n) - log_sum(s[right], of[right], n)) * c.weights[messages]).sum() / n


class MovingMean:
    """The moving mean of a network's weights over the second half of its steps."""

    def __init__(self):
        self.weights = None

    def take(self, net, step, steps):
        if step == steps // 2:
            self.weights = {name: v.clone() for name, v in net.state_dict().items()}
        elif step > steps // 2:
            for name, v in net.state_dict().items():
                self.weights[name].lerp_(v, 1 - MEAN)

    def give(self, net):
        """The network with the mean for its weights, ready to be asked."""
        net.load_state_dict(self.weights)
        return net.eval()


def fit(choices, chosen, seed=0):
    """Networks that make the right candidates likely; chosen are the messages of each field."""
    torch.manual_seed(seed)
    net = Networks()
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = max(len(chosen[field]) for field in FIELDS) // BATCH * EPOCHS
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, step / WARM) * (1 if step < SLOW * steps else 0.3))
    mean = MovingMean()
    queues = {field: iter(()) for field in FIELDS}

    def batch(field):
        got = next(queues[field], None)
        if got is None:
            queues[field] = iter(chosen[field][torch.randperm(len(chosen[field]))].split(BATCH))
            got = next(queues[field])
        return got

    for step in range(steps):
        total = 0
        for field, c in choices.items():
            messages = batch(field)
            total = total + loss(c, messages, *net(c, messages))
        optimizer.zero_grad()
        total.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5)
        optimizer.step()
        schedule.step()
        mean.take(net, step, steps)
        if step % 1000 == 0:
            print('step', step, 'of', steps, 'loss', round(float(total.detach()), 4), flush=True)
    return mean.give(net)


def scored(net, c, messages):
    """[scores of the candidates] of each message."""
    out = []
    with torch.no_grad():
        for part in messages.split(512):
            s, _, of = net(c, part)
            out += s.split(torch.bincount(of).tolist())
    return out


def agreements(c, scores):
    """What counts for each candidate in the second round: a row of twice 2 + CONTEXTS numbers each, the second half of
    channels of gatherings."""
    chances = []
    for values, s in zip(c.values, scores):
        table = {}
        for v, p in zip(values, torch.softmax(s, 0).tolist()):
            table[value(c.field, v)] = table.get(value(c.field, v), 0) + p
        chances.append(table)
    rows = []
    for values, s, others in zip(c.values, scores, c.others):
        for v, p in zip(values, torch.log_softmax(s, 0).tolist()):
            key = value(c.field, v)
            row = [p, float(v == EMPTY[c.field])] + [sum(chances[n].get(key, 0) for n in ns) / max(1, len(ns)) for ns in others]
            none = [0.] * len(row)
            rows.append(none + row if c.field == 'Channel' and v in GATHERINGS else row + none)
    return torch.tensor(rows)


def fit_agreement(c, x, messages, epochs=4):
    """The weights of the second round, a row a form."""
    torch.manual_seed(0)
    w = torch.zeros(len(FORMS), 2 * (2 + CONTEXTS))
    w[:, [0, 2 + CONTEXTS]] = 1
    w.requires_grad_()
    optimizer = torch.optim.Adam([w], lr=1e-2)
    for _ in range(epochs):
        for part in messages[torch.randperm(len(messages))].split(256):
            rows, of = c.rows(part)
            value = loss(c, part, (x[rows] * w[c.forms[part][of]]).sum(1), rows, of)
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
    return w.detach()


def second(c, x, w, messages):
    """[scores of the candidates in the second round] of each message."""
    return [x[c.starts[n]:c.starts[n + 1]] @ w[c.forms[n]] for n in messages.tolist()]


def decided(c, messages, scores, none):
    """(wanted, decided) of each message where so much counts for none, by form."""
    out = {form: [] for form in FORMS}
    for n, s in zip(messages.tolist(), scores):
        form, values, s = FORMS[c.forms[n]], c.values[n], s.tolist()
        best = max(range(len(s)), key=lambda k: s[k] + (none[form] if values[k] == EMPTY[c.field] else 0))
        out[form].append((c.wanted[n], values[best]))
    return out


def figures(field, pairs):
    right = [same(field, got, want) for want, got in pairs]
    hit = sum(r and want != EMPTY[field] for r, (want, _) in zip(right, pairs))
    return {'right': round(100 * sum(right) / max(1, len(right)), 1),
            **score.prf(hit, sum(g != EMPTY[field] for _, g in pairs), sum(w != EMPTY[field] for w, _ in pairs))}


def best_none(c, messages, scores):
    """What is to count for none in each form: channels are right most often, of times F1 counts as well, but half as
    much, since a wrong one is worse than none."""
    if c.field == 'Recipient':
        return dict.fromkeys(FORMS, NO_RECIPIENT)
    best = {}
    for form in FORMS:
        def worth(less):
            f = figures(c.field, decided(c, messages, scores, {form: -less for form in FORMS})[form])
            return f['right'] + (0 if c.field == 'Channel' else f['F1'] / 2)
        best[form] = -max(NONES, key=worth)
    return best


def packed(rows):
    """Rows in 8 bits, after a scale for each, as the Go code reads them."""
    scale = np.maximum(np.abs(rows).max(1), 1e-9) / 127
    return scale.astype('<f4').tobytes() + np.rint(rows / scale[:, None]).astype(np.int8).tobytes()


def write(net, agreed, none):
    gist, bias = net.gist.weight.detach().numpy(), net.gist.bias.detach().numpy()
    scale = np.abs(gist).max(1) / 127
    beside = bytes.fromhex((ROOT / 'internal/tagger/weights.sha256').read_text().strip())
    (ROOT / 'internal/tagger/gist.bin').write_bytes(
        beside + bias.astype('<f4').tobytes() + scale.astype('<f4').tobytes() + np.rint(gist / scale[:, None]).astype(np.int8).tobytes())
    out = b''
    for field, head in net.heads.items():
        h = {k: v.detach().numpy() for k, v in head.named_parameters()}
        out += packed(np.concatenate([(h['places'] / 127).reshape(-1, HIDDEN), h['reason'], h['distance'], h['kind'], h['form']]))
        for values in (h['out'], agreed[field].numpy(), np.array([none[field][form] for form in FORMS])):
            out += values.astype('<f4').tobytes()
    (ROOT / 'internal/occasion/network.bin').write_bytes(out)


def main():
    args = occasions.arguments(__doc__).parse_args()
    torch.set_num_threads(2)
    choices = collect(occasions.labelled(args.corpora))
    # The second round is fitted to what networks say of articles that they were not fitted to.
    apart = {field: [None] * len(c.articles) for field, c in choices.items()}
    for part in range(HALVES):
        net = fit(choices, {field: c.labelled(lambda article: fold(article, HALVES) != part) for field, c in choices.items()})
        for field, c in choices.items():
            rest = torch.tensor([n for n, a in enumerate(c.articles) if fold(a, HALVES) == part])
            for n, s in zip(rest.tolist(), scored(net, c, rest)):
                apart[field][n] = s
    agreed, none = {}, {}
    for field, c in choices.items():
        messages, x = c.labelled(), agreements(c, apart[field])
        agreed[field] = fit_agreement(c, x, messages)
        none[field] = best_none(c, messages, second(c, x, agreed[field], messages))
        rounds = {
            'reasons': [c.base[c.starts[n]:c.starts[n + 1]] for n in messages.tolist()],
            'networks': [apart[field][n] for n in messages.tolist()], 'together': second(c, x, agreed[field], messages)}
        for form in FORMS:
            for name, s in rounds.items():
                print(form, field, name, figures(field, decided(c, messages, s, none[field] if name == 'together' else dict.fromkeys(FORMS, 0))[form]), flush=True)
        print(field, agreed[field].tolist(), none[field], flush=True)
    if not args.check:
        write(fit(choices, {field: c.labelled() for field, c in choices.items()}), agreed, none)


if __name__ == '__main__':
    main()

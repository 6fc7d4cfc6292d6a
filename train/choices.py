"""The network by which is chosen whom a pronoun or a description means: choices.py CORPORA [--check]

Reads the labels of train/records and the articles that they belong to, has the Go code collect those whom every such source
may mean (internal/speaker/salience_test.go), fits the network of internal/speaker/choice_network.go, and writes
internal/speaker/choice.bin. Gists are read as internal/tagger/gist.bin makes them, so it is run after gists.py. What was
said last is what the code decided, so this goes in rounds. --check prints the figures of five folds of articles instead.
"""
import hashlib
import json
import pathlib
import re
import subprocess
import tempfile

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import score
from gists import MovingMean, packed
from occasions import FORMS, LABELS, arguments, fold, labelled, log_sum

SPEAKER = pathlib.Path(__file__).parent.parent / 'internal' / 'speaker'
TARGET = SPEAKER / 'choice.bin'
GIST, UNITS, SOURCE, OPTION = 16, 16, 6, 4
EPOCHS, BATCH, RATE, DECAY, DROP = 16, 64, 2e-3, 0.05, 0.2
ROUNDS, FOLDS = 2, 5
# News on which the networks of channel, time and recipient grew no better serves here.
WHO = LABELS + ('news-more',)
# What counts for whom rules read, by hand: no more wrong names are given than before.
RULES = 0.6


def constants(file, first, last):
    """The names between two of a list of constants, the first among them."""
    text = (SPEAKER / file).read_text(encoding='utf8')
    block = text[text.index(f'\t{first} '):]
    return re.findall(r'^\t([a-zA-Z]+)', block[:block.index(f'\t{last}\n')], re.M)


def documents(texts):
    """What the Go code collects of each article of texts, {id: text}."""
    given = ''.join(json.dumps({'id': key, 'text': text.input}) + '\n' for key, text in texts.items())
    with tempfile.TemporaryDirectory() as folder:
        reader, out = f'{folder}/speaker.test', f'{folder}/choices.jsonl'
        subprocess.run(['go', 'test', '-c', '-o', reader, '.'], check=True, cwd=SPEAKER)
        subprocess.run([reader, '-test.run', '^TestSalience$', '-salience', out], input=given.encode(), check=True,
                       stdout=subprocess.DEVNULL, cwd=SPEAKER)
        with open(out, encoding='utf8') as lines:
            yield from map(json.loads, lines)


def sources(articles, form):
    """(article, the source as the Go code has it, its label's speaker) of every source whose message is labelled."""
    texts = {key: score.Text(row['text'], form == 'flat') for key, (row, _) in articles.items()}
    for document in documents(texts):
        key = document['id']
        labels = [(score.toks(texts[key], label['content'], True), label['speaker']) for label in articles[key][1]]
        for source in document['choices']:
            content = score.toks(texts[key], [{k.lower(): v for k, v in span.items()} for span in source['Content']])
            overlap, speaker = max(((score.iou(wanted, content), speaker or '') for wanted, speaker in labels), default=(0, ''))
            if overlap >= .5:
                yield key, source, speaker


class Choices:
    """The sources of some articles, with the options of all in rows."""

    def __init__(self, traits):
        self.traits = traits
        self.articles, self.forms, self.kinds, self.around, self.sizes = [], [], [], [], []
        self.features, self.gists, self.right, self.told = [], [], [], []

    def add(self, article, form, source, speaker):
        options = source['Options']
        right = [score.same_name(o['Name'], speaker) if o['Name'] and speaker else o['Name'] == speaker for o in options]
        if not any(right):
            # The one who is meant is none of them: better what rules say without a name than another's name.
            right[0] = not options[0]['Traits'] >> self.traits.index('traitNamed') & 1
        self.told.append(any(right) and len(options) > 1)
        self.articles.append(article)
        self.forms.append(FORMS.index(form))
        self.kinds.append(source['Kind'])
        self.around.append(source['Gists'])
        self.sizes.append(len(options))
        self.right += right
        for o in options:
            self.features.append(o['Evidence'] + [o['Traits'] >> bit & 1 for bit in range(len(self.traits))])
            self.gists.append(o.get('Gists') or [[0] * GIST] * OPTION)

    def done(self):
        for name, kind in (('around', np.int8), ('gists', np.int8), ('features', np.float32)):
            setattr(self, name, torch.from_numpy(np.array(getattr(self, name), kind)))
        for name in ('forms', 'kinds', 'sizes', 'right', 'told'):
            setattr(self, name, torch.tensor(getattr(self, name)))
        self.starts = F.pad(self.sizes.cumsum(0), (1, 0))
        return self

    def rows(self, sources):
        of = torch.repeat_interleave(torch.arange(len(sources)), self.sizes[sources])
        return torch.cat([torch.arange(self.starts[n], self.starts[n + 1]) for n in sources]), of


class Network(nn.Module):
    def __init__(self, features, kinds):
        super().__init__()
        table = lambda n, scale: nn.Parameter(torch.randn(n, UNITS) * scale)
        seen = (SOURCE + OPTION) * GIST
        self.source, self.option = table(SOURCE * GIST, seen ** -.5), table(OPTION * GIST, seen ** -.5)
        self.feature, self.kind, self.form = table(features, .2), table(kinds, .2), table(2, .1)
        self.out, self.plain = nn.Parameter(torch.zeros(UNITS)), nn.Parameter(torch.zeros(kinds, features))
        self.shared = nn.Parameter(torch.zeros(features))

    def forward(self, c, sources):
        """The scores of all options of some sources, their rows, and which source each belongs to."""
        rows, of = c.rows(sources)
        kinds, features = c.kinds[sources], c.features[rows]
        around = F.dropout(c.around[sources].float().flatten(1) / 127, DROP, self.training) @ self.source
        units = (around + self.kind[kinds] + self.form[c.forms[sources]])[of] + features @ self.feature
        units = units + F.dropout(c.gists[rows].float().flatten(1) / 127, DROP, self.training) @ self.option
        plain = (features * (self.plain[kinds[of]] + self.shared)).sum(1)
        return plain + F.dropout(F.relu(units), DROP, self.training) @ self.out, rows, of


def fit(c, sources, kinds):
    """A network that makes the right options likely among all of their source, where one is right."""
    torch.manual_seed(0)
    sources = sources[c.told[sources]]
    net = Network(c.features.shape[1], kinds)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps, step, mean = len(sources) // BATCH * EPOCHS, 0, MovingMean()
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: 1 if n < .6 * steps else .3)
    while step < steps:
        for part in sources[torch.randperm(len(sources))].split(BATCH):
            s, rows, of = net(c, part)
            right = c.right[rows]
            loss = (log_sum(s, of, len(part)) - log_sum(s[right], of[right], len(part))).mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5)
            optimizer.step()
            schedule.step()
            step += 1
            mean.take(net, step, steps)
    return mean.give(net)


def check(c, kinds, named):
    """Prints, of articles that a network was not fitted to, how many are right and how many are named wrongly."""
    folds = torch.tensor([fold(a, FOLDS) for a in c.articles])
    counts = {form: [0, 0, 0, 0, 0] for form in FORMS}
    for part in range(FOLDS):
        rest, net = (folds == part).nonzero()[:, 0], fit(c, (folds != part).nonzero()[:, 0], kinds)
        with torch.no_grad():
            s, rows, of = net(c, rest)
        for n, scores in zip(rest.tolist(), s.split(torch.bincount(of).tolist())):
            scores, count, first = scores.clone(), counts[FORMS[c.forms[n]]], c.starts[n]
            scores[0] += RULES
            best = first + int(scores.argmax())
            count[0] += 1
            for k, row in ((1, first), (3, best)):
                count[k] += bool(c.right[row])
                count[k + 1] += bool(not c.right[row] and c.features[row, named])
    for form, (n, told, told_wrong, right, wrong) in counts.items():
        print(f'{form}: of {n} sources rules read {100 * told / n:.1f} % rightly and {100 * told_wrong / n:.1f} % as another by name, '
              f'the network {100 * right / n:.1f} % and {100 * wrong / n:.1f} %')


def write(net):
    n = {name: v.numpy() for name, v in net.state_dict().items()}
    rows = np.concatenate([n['source'] / 127, n['option'] / 127, n['feature'], n['kind'], n['form']])
    plain = n['plain'] + n['shared']
    beside = hashlib.sha256((TARGET.parent.parent / 'tagger' / 'gist.bin').read_bytes()[32:]).digest()
    TARGET.write_bytes(beside + packed(rows) + b''.join(np.asarray(v, '<f4').tobytes() for v in (n['out'], plain, RULES)))


def main():
    args = arguments(__doc__).parse_args()
    torch.set_num_threads(2)
    articles = labelled(args.corpora, WHO)
    evidence, traits = constants('salience.go', 'nearAny', 'salienceFeatures'), constants('choice.go', 'traitNamed', 'traits')
    kinds = len(constants('choice.go', 'noChoice', 'choiceKinds'))
    for _ in range(1 if args.check else ROUNDS):
        c = Choices(traits)
        for form in FORMS:
            for article, source, speaker in sources(articles, form):
                c.add(article, form, source, speaker)
        c.done()
        if args.check:
            check(c, kinds, len(evidence) + traits.index('traitNamed'))
        else:
            write(fit(c, torch.arange(len(c.articles)), kinds))


if __name__ == '__main__':
    main()

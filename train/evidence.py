"""What the Go code knows of every message: the reasons that weights are fitted to (internal/occasion/evidence_test.go)."""
import contextlib
import json
import pathlib
import re
import subprocess
import tempfile

import score

OCCASION = pathlib.Path(__file__).parent.parent / 'internal' / 'occasion'


def numbers(name):
    """{constant: its number} of the lists of reasons in a file of the package occasion."""
    out, n = {}, 0
    for line in open(OCCASION / name, encoding='utf8'):
        constant = re.match(r'\t([a-zA-Z]+)( = iota)?$', line.rstrip())
        if line.startswith('const ('):
            n = 0
        elif constant:
            out[constant.group(1)] = n
            n += 1
    return out


@contextlib.contextmanager
def reader():
    """The tests of the package occasion, built once, which write the reasons."""
    with tempfile.TemporaryDirectory() as folder:
        binary = f'{folder}/occasion.test'
        subprocess.run(['go', 'test', '-c', '-o', binary, '.'], check=True, cwd=OCCASION)
        yield binary


def documents(binary, articles, states=None):
    """The messages of articles, (id, published, text) each, in their order; the states of their words go into a file."""
    given = ''.join(json.dumps({'id': i, 'published': p, 'text': t}) + '\n' for i, p, t in articles)
    more = ['-states', states] if states else []
    with tempfile.NamedTemporaryFile(suffix='.jsonl') as out:
        subprocess.run([binary, '-test.run', '^TestEvidence$', '-evidence', out.name, *more], input=given.encode(), check=True,
                       stdout=subprocess.DEVNULL, cwd=OCCASION)
        return [json.loads(line) for line in open(out.name, encoding='utf8')]


def words(text, spans):
    """The tokens of a message's spans."""
    return score.toks(text, [{k.lower(): v for k, v in span.items()} for span in spans or []])

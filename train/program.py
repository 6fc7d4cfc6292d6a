"""Runs `verbatim batch` once over a set of texts and keeps its answers."""
import hashlib
import json
import pathlib
import subprocess
import sys


class Program:
    """A built verbatim, the weights that it is to read with if not its own, and a folder for its answers."""

    def __init__(self, path, cache, model=None):
        # A path without a folder would be looked up in PATH.
        self.path, self.cache = pathlib.Path(path).absolute(), pathlib.Path(cache)
        self.digest = hashlib.sha256(self.path.read_bytes()).hexdigest()
        self.flags = ()
        if model:
            self.flags = '-model', str(model)
            self.digest += hashlib.sha256(model.read_bytes()).hexdigest()
        self.cache.mkdir(parents=True, exist_ok=True)

    def answers(self, name, articles, flags=()):
        """The answers to articles, (id, published, text) each, in their order.

        An answer that is kept from before is used if neither the program nor the input has changed.
        """
        flags = (*self.flags, *flags)
        given = ''.join(json.dumps({'id': i, 'published': p, 'text': t}, ensure_ascii=False) + '\n' for i, p, t in articles).encode()
        key = hashlib.sha256('\0'.join([self.digest, *flags]).encode() + given).hexdigest()
        path = self.cache / f'{name}-{key[:16]}.jsonl'
        if not path.exists():
            print(f'reading {name} …', file=sys.stderr, flush=True)
            done = subprocess.run([str(self.path), 'batch', *flags], input=given, stdout=subprocess.PIPE)
            if done.returncode:
                sys.exit(f'accuracy: {self.path} ended with status {done.returncode}')
            part = path.with_suffix('.part')
            part.write_bytes(done.stdout)
            part.rename(path)
        with open(path, encoding='utf8') as f:
            by_id = {d['id']: d for d in map(json.loads, f)}
        missing = [i for i, _, _ in articles if i not in by_id]
        if missing:
            sys.exit(f'accuracy: no answer for {len(missing)} of {len(articles)} articles of {name}, e.g. {missing[0]}')
        return [by_id[i] for i, _, _ in articles]

"""score.py's figures for attributions made here: the scorer is given answers instead of a command."""
import argparse
import importlib.util


def load(path):
    spec = importlib.util.spec_from_file_location('score', path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Scorer:
    """Scores lists of attributions, one list an article, against a file of articles."""

    def __init__(self, score_path, data_path):
        self.score = load(score_path)
        self.rows = self.score.read(str(data_path))
        self.texts = {flat: [self.score.Text(r['text'], flat) for r in self.rows] for flat in (True, False)}

    def figures(self, answers, flat, form):
        """form(attribution) -> direct, mixed or indirect."""
        texts, docs = self.texts[flat], []
        for text, answer in zip(texts, answers):
            to = lambda runs: [{'start': text.starts[a], 'end': text.ends[b - 1]} for a, b in runs]
            docs.append({'messages': [{'form': form(a), 'content': to(a['content']), 'cue': to(a['cue']), 'verbatim': to(a['verbatim']),
                                       **({'source': to(a['source'])[0]} if a['source'] else {})} for a in answer]})
        self.score.run, self.score.read = lambda *_: (texts, docs), lambda _: self.rows
        out = self.score.quotes(argparse.Namespace(data='', cmd='', input='flat' if flat else 'plain', save=None))
        return {k: v['F1'] if isinstance(v, dict) else v for k, v in out.items()}




def default_form(a, low=.05, high=.9):
    return 'direct' if a['share'] >= high else 'indirect' if a['share'] <= low else 'mixed'

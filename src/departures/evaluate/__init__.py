"""Evaluating: a folder of labelled texts in, how well the reader read them out.

For people who label their own texts. The format of labels and the measures are described in
`docs/evaluate.md`. The layers: `corpus` (pairs of text and labels, validated), `comparing` (when do
two values agree), `pairing` (which claim answers which label), one module for each kind of claim,
`scoring` (a document) and `running` (a corpus).
"""

from departures.evaluate.corpus import load_corpus
from departures.evaluate.running import Evaluation, evaluate
from departures.evaluate.tally import NAMES, Score

__all__ = ["NAMES", "Evaluation", "Score", "evaluate", "load_corpus"]

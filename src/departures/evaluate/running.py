"""A corpus scored, in this process or shared among several.

Invariant: how the work is shared changes no figure and no order.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

from departures.evaluate.corpus import Labelled
from departures.evaluate.scoring import score_document
from departures.evaluate.tally import Tally
from departures.reading import read_document
from departures.words import Reading

_SHARE = 8
"""Documents that a process takes at a time."""


@dataclass(slots=True)
class Evaluation:
    """What came of a corpus."""

    documents: int = 0
    seconds: float = 0.0
    tally: Tally = field(default_factory=Tally)
    failed: list[str] = field(default_factory=list)
    """Documents on which the reader broke off, with the error; they count as read empty."""


def evaluate(
    corpus: Sequence[Labelled], *, jobs: int = 1, step: Callable[[], None] = lambda: None
) -> Evaluation:
    """Read and score every document; `step` is called after each. `jobs` processes share them."""
    began = time.perf_counter()
    result = Evaluation(documents=len(corpus))
    with _results(corpus, jobs) as scored:
        for tally, failure in scored:
            result.tally += tally
            if failure:
                result.failed.append(failure)
            step()
    result.seconds = time.perf_counter() - began
    return result


Scored = tuple[Tally, str | None]


@contextmanager
def _results(corpus: Sequence[Labelled], jobs: int) -> Iterator[Iterable[Scored]]:
    if jobs == 1:
        yield map(_score, corpus)
        return
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        yield pool.map(_score, corpus, chunksize=_SHARE)


def _score(one: Labelled) -> Scored:
    """A reader that breaks off must not cost the figures of the other documents."""
    failure = None
    try:
        reading = read_document(one.document)
    except Exception as error:
        failure = f"{one.name}: {type(error).__name__}: {error}"
        reading = Reading(document=one.document)
    return score_document(one.name, one.labels, reading), failure

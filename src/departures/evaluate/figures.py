"""Statistics: which labelled figure was read with its bounds, its measure and its fields.

Invariant: a figure is known by its bounds; measure and fields are judged on figures so found.
"""

from departures.evaluate.comparing import (
    bounds_agree,
    bounds_of_count,
    dates_agree,
    interval_of_date,
    names_agree,
)
from departures.evaluate.labels import Labels, StatisticLabel
from departures.evaluate.pairing import pair_up
from departures.evaluate.speakers import voice
from departures.evaluate.tally import NONE, Tally
from departures.words import Reading, StatisticClaim

_ALIKE = frozenset({"removals", "returns", "repatriations", "expulsions"})
"""Measures that differ by law or by custom, not by what happened to people."""


def _measures_agree(label: StatisticLabel, read: StatisticClaim) -> bool:
    return label.measure == read.measure or {label.measure, read.measure} <= _ALIKE


def _weight(label: StatisticLabel, read: StatisticClaim) -> float:
    if not bounds_agree(label.count, bounds_of_count(read.count)):
        return 0
    return 1 + _measures_agree(label, read)


def score_statistics(labels: Labels, reading: Reading, tally: Tally) -> None:
    """Compare the labelled figures with those that were read."""
    figures = [label for label in labels.statistics if label.count]
    read = [claim for claim in reading.claims if isinstance(claim, StatisticClaim)]
    paired = pair_up(figures, read, _weight)
    right: set[int] = set()
    for i, j in paired.pairs:
        label, claim = figures[i], read[j]
        tally.confuse("measure", {claim.reader}, label.measure or NONE, claim.measure)
        if _measures_agree(label, claim):
            right.add(j)
            _count_fields(label, claim, tally)
        else:
            tally.miss("statistic measure", f"read as {claim.measure}: {_told(label)}")
    readers = {claim.reader for claim in reading.claims}
    for i in paired.unread:
        tally.confuse("measure", readers or {NONE}, figures[i].measure or NONE, NONE)
        tally.miss("statistic", f"not read: {_told(figures[i])}")
    for j in paired.unlabelled:
        claim = read[j]
        tally.confuse("measure", {claim.reader}, NONE, claim.measure)
        words = f"{claim.measure} {claim.count.text} — {claim.quote.text[:90]!r}"
        tally.miss("statistic", f"read but not labelled: {words}")
    tally.add("figures", len(paired.pairs), len(figures), len(read))
    tally.add("statistics", len(right), len(figures), len(read))
    for j, claim in enumerate(read):
        tally.credit(claim.reader, "statistics", j in right)


def _told(label: StatisticLabel) -> str:
    return f"{label.measure} {label.count} — {(label.quote or '')[:90]!r}"


def _count_fields(label: StatisticLabel, read: StatisticClaim, tally: Tally) -> None:
    """Judge who, where to, when, and who said so."""
    _count_codes("population", label, label.population, frozenset(read.population), tally)
    _count_codes("destination", label, label.to, frozenset(read.destination), tally)
    when = interval_of_date(read.period)
    agree = dates_agree(label.period, when)
    _count_value("period", label, (agree, label.period, when), tally)
    said, who = voice(read.asserted_by), label.attributed_to
    _count_value("speaker", label, (names_agree(who, said), who, said.strip()), tally)


def _count_codes(
    name: str,
    label: StatisticLabel,
    labelled: frozenset[str],
    read: frozenset[str],
    tally: Tally,
) -> None:
    for measure in ("statistic fields", f"statistic {name}"):
        tally.add(measure, len(labelled & read), len(labelled), len(read))
    if labelled != read:
        expected, claimed = ("/".join(sorted(codes)) or NONE for codes in (labelled, read))
        _tell(name, label, expected, claimed, tally)


def _count_value(
    name: str, label: StatisticLabel, compared: tuple[bool, object, object], tally: Tally
) -> None:
    agree, labelled, read = compared
    for measure in ("statistic fields", f"statistic {name}"):
        tally.add(measure, int(agree), int(bool(labelled)), int(bool(read)))
    if not agree and (labelled or read):
        _tell(name, label, str(labelled or NONE), str(read or NONE), tally)


def _tell(name: str, label: StatisticLabel, labelled: str, read: str, tally: Tally) -> None:
    what = f"labelled {labelled}, read {read} — of {_told(label)}"
    tally.miss(f"statistic {name}", what)

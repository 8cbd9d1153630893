"""All asserted values of one field, their verdict, and which of them is shown.

The stated rules, in this order:
`most-exact` — the value that leaves least open (131 before "more than 100", a day before a month,
a city before a country); `most-told` — the value that most claims assert; `first-told` — the
value that the earliest claim asserts.

Invariant: every asserted value is kept with its claims; nothing is averaged or merged.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from departures.words import (
    AnyValue,
    Asserted,
    Count,
    Date,
    Named,
    Nationality,
    OperationClaim,
    Party,
    Place,
    ResolvedField,
    Verdict,
)
from departures.words.countries import country_name

FIELDS = (
    "date",
    "origin",
    "destination",
    "via",
    "onward",
    "mode",
    "carrier",
    "funder",
    "agency",
    "count",
    "flights",
    "nationalities",
    "authority",
)
OPEN_END = 10**9


def core(value: AnyValue) -> str:
    """What a value says, without the words that say it; equal cores are equal values."""
    match value:
        case Count():
            return f"{value.lower}-{value.upper}{'~' if value.approximate else ''}"
        case Date():
            return f"{value.earliest}/{value.latest}"
        case Place():
            if _is_country(value) and value.country:
                return value.country
            return f"{value.country}:{value.name.casefold()}"
        case Party():
            named = value.country and country_name(value.country).casefold()
            if value.country and named and named in value.name.casefold():
                return value.country
            return value.name.casefold().removeprefix("the ")
        case Named():
            return value.name.casefold()
        case str():
            return value
    return " ".join(sorted(core_of_item(item) for item in value))


def core_of_item(item: Nationality | Place) -> str:
    """The core of one nationality or place of a list."""
    return item.country if isinstance(item, Nationality) else core(item)


def openness(value: AnyValue) -> float:
    """How much a value leaves open; 0 is exact. Only comparable within one field."""
    match value:
        case Count():
            width = (value.upper if value.upper is not None else OPEN_END) - (value.lower or 0)
            return width + (0.5 if value.approximate else 0)
        case Date():
            if not value.earliest or not value.latest:
                return float(OPEN_END)
            return float((value.latest - value.earliest).days)
        case Place():
            return 0.0 if value.airport else 1.0 if not _is_country(value) else 2.0
        case Party() | Named():
            return 0.0
        case str():
            return 0.0
    return float(-len(value))


def _is_country(place: Place) -> bool:
    """Whether a place is named only by its country: its words name no city or airport."""
    return place.level in ("country", "territory", "region")


def compatible(first: AnyValue, second: AnyValue) -> bool:
    """Whether both values can be true of one movement."""
    match first, second:
        case Count(), Count():
            return (first.lower or 0) <= (
                second.upper if second.upper is not None else OPEN_END
            ) and (second.lower or 0) <= (first.upper if first.upper is not None else OPEN_END)
        case Date(), Date():
            return _meet(first.earliest, first.latest, second.earliest, second.latest)
        case Place(), Place():
            if first.country and second.country and first.country != second.country:
                return False
            # A city and an airport can be one place told at two sizes; two cities can't.
            return _is_country(first) or _is_country(second) or first.level != second.level
        case Party(), Party():
            return _names_meet(first.name, second.name)
        case Named(), Named():
            return _names_meet(first.name, second.name)
        case tuple(), tuple():
            return True  # a report that names some does not say that there were no others
    return first == second


def _meet(
    first: date | None, last: date | None, other_first: date | None, other_last: date | None
) -> bool:
    if not first or not last or not other_first or not other_last:
        return True
    night = timedelta(days=1)
    return first - night <= other_last and other_first - night <= last


def _names_meet(first: str, second: str) -> bool:
    """Names meet when the words of the shorter stand in the longer, or are its initials."""
    ours, theirs = first.casefold().split(), second.casefold().split()
    shorter, longer = sorted((ours, theirs), key=len)
    initials = "".join(word[0] for word in longer if word[0].isalpha() and word not in _SMALL)
    return set(shorter) <= set(longer) or "".join(shorter) == initials


_SMALL = frozenset({"of", "and", "the", "for"})


def resolve_field(name: str, claims: Sequence[OperationClaim]) -> ResolvedField | None:
    """One field of an operation from its claims; null where no claim gives it."""
    values: dict[str, list[OperationClaim]] = {}
    for claim in claims:
        value = getattr(claim, name)
        if value is not None and value != ():
            values.setdefault(core(value), []).append(claim)
    if not values:
        return None
    asserted = tuple(_asserted(name, who) for who in values.values())
    shown, rule, left = _choose(asserted)
    return ResolvedField(
        verdict=_verdict(asserted),
        shown=shown,
        rule=rule,
        why=_why(rule, asserted, shown, left),
        asserted=asserted,
    )


def _asserted(name: str, claims: Sequence[OperationClaim]) -> Asserted:
    """One value with its claims, in the words of the one that says it at most length."""
    fullest = max(claims, key=lambda claim: len(claim.quote.text))
    return Asserted(
        value=getattr(fullest, name),
        document=fullest.document,
        claims=tuple(claim.id for claim in claims),
        said_by=_speakers(claims),
    )


def _speakers(claims: Sequence[OperationClaim]) -> tuple[str, ...]:
    names = (claim.asserted_by.speaker for claim in claims if claim.asserted_by)
    return tuple(dict.fromkeys(names))


def _verdict(asserted: Sequence[Asserted]) -> Verdict:
    if len(asserted) == 1:
        return "single" if len(asserted[0].claims) == 1 else "agreed"
    pairs = (
        compatible(first.value, second.value)
        for index, first in enumerate(asserted)
        for second in asserted[index + 1 :]
    )
    return "compatible" if all(pairs) else "disputed"


def _choose(asserted: Sequence[Asserted]) -> tuple[int, str, int]:
    """The index of the shown value, the rule that chose it, and among how many it chose."""
    if len(asserted) == 1:
        return 0, "only-value", 1
    measures: tuple[tuple[str, Callable[[Asserted], float]], ...] = (
        ("most-exact", lambda entry: openness(entry.value)),
        ("most-told", lambda entry: -len(entry.claims)),
    )
    left = list(range(len(asserted)))
    for rule, measure in measures:
        among = len(left)
        best = min(measure(asserted[index]) for index in left)
        left = [index for index in left if measure(asserted[index]) == best]
        if len(left) == 1:
            return left[0], rule, among
    return left[0], "first-told", len(left)


def _why(rule: str, asserted: Sequence[Asserted], shown: int, among: int) -> str:
    """One sentence: why this value and not another."""
    number = among
    told = len(asserted[shown].claims)
    reasons = {
        "only-value": "It is the only value given.",
        "most-exact": f"Of {number} values given, it leaves the least open.",
        "most-told": f"Of {number} equally exact values, most passages give it ({told}).",
        "first-told": f"Of {number} equally exact values, it is told first.",
    }
    return reasons[rule]

"""Why a value is shown and not another, in one sentence.

Invariant: the sentence names the rule that chose and how many sources give the value; it never
says that the value is right.
"""

from collections.abc import Sequence

from departures.resolve.values import is_country, is_exact
from departures.words import AnyValue, Asserted, Count, Date, Place


def why(rule: str, asserted: Sequence[Asserted], shown: int, sources: int) -> str:
    """The sentence; `sources` is how many independent sources give any value of the field."""
    given = _given(asserted[shown].sources, sources)
    match rule:
        case "accepted":
            return f"A person checked it against the words and accepted it; {given}."
        case "corrected":
            return "A person corrected what was read here."
        case "only-value":
            return "It is the only value given" + (
                f", by {sources} sources." if sources > 1 else "."
            )
        case "most-exact":
            value, others = asserted[shown].value, [entry.value for entry in asserted]
            return f"It is {_distinction(value, others)}; {given}."
        case "most-told":
            return (
                f"No other value is more exact, and more sources give it than any other; {given}."
            )
    return f"No other value is more exact or given by more sources, and it was told first; {given}."


def _given(some: int, every: int) -> str:
    if every == 1:
        return "one source gives all of them"
    return f"{some} of {every} sources {'gives' if some == 1 else 'give'} it"


def _distinction(value: AnyValue, others: Sequence[AnyValue]) -> str:
    """What sets the most exact value apart: `the only exact number`."""
    match value:
        case Count():
            return (
                "the only exact number" if is_exact(value) else "the number that leaves least open"
            )
        case Date():
            one_day = value.earliest is not None and value.earliest == value.latest
            return "the only exact day" if one_day else "the shortest period"
        case Place():
            towns = [
                place for place in others if isinstance(place, Place) and not is_country(place)
            ]
            return (
                "the only place more precise than a country"
                if len(towns) == 1
                else ("the most precise place")
            )
        case tuple():
            return "the fullest list"
    return "the most exact value"

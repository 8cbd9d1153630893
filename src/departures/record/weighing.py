"""What of an operation waits for a person, and how many people it concerns. Pure.

Invariant: what a person decided does not wait.
"""

from collections.abc import Iterator

from departures.words import Count, Operation


def people_of(operation: Operation) -> int:
    """How many people an operation concerns at most, as reported; 0 where that is not known."""
    field = operation.values.get("count")
    counts = (entry.value for entry in field.asserted) if field else ()
    return max((_most(count) for count in counts if isinstance(count, Count)), default=0)


def _most(count: Count) -> int:
    return count.upper if count.upper is not None else count.lower or 0


def conflicts_of(operation: Operation) -> Iterator[str]:
    """The fields of an operation whose values can't all be right, unless a person chose one."""
    for name, field in operation.values.items():
        if field.verdict == "disputed" and field.rule not in ("accepted", "corrected"):
            yield name

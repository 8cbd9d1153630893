"""C01: do the reported numbers of people agree?"""

from collections.abc import Iterator

from departures.check.registry import Noticed, Wording, rule
from departures.check.speakers import distinct
from departures.check.subject import Subject
from departures.words import Asserted


@rule("C01")
def counts(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Several counts of one movement: compatible, or a conflict."""
    field = subject.operation.values.get("count")
    if field is None or field.verdict not in ("compatible", "disputed"):
        return
    values = "; ".join(_told(entry) for entry in field.asserted)
    yield Noticed(
        text=wording.say(field.verdict, values=values),
        weight="note" if field.verdict == "compatible" else "conflict",
        claims=tuple(claim for entry in field.asserted for claim in entry.claims),
    )


def _told(entry: Asserted) -> str:
    """`131 (Kristi Noem)`; the report itself where nobody is named."""
    words = entry.value if isinstance(entry.value, str) else getattr(entry.value, "text", "")
    return f"{words} ({', '.join(distinct(entry.said_by)) or 'the report itself'})"

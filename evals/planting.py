"""Reports made from planted operations: paraphrases, contradictions, wrong days, copies.

Invariant: the same seed makes the same reports, and every passage knows which operation it tells.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Literal

TABLE: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("planted.toml").read_text(encoding="utf-8")
)
FIRST_DAY = date(2025, 2, 3)
DAYS = 150
TWINS = 0.2
"""Operations that have another one to the same country on the same or on the next day."""
TOLD_TOGETHER, OTHER_NUMBER, BOUND, WRONG_DAY, OTHER_CARRIER = 0.08, 0.09, 0.12, 0.05, 0.04
COPIES = 0.16
NEITHER = -1
"""What a passage behind both tellings of a report on two operations tells of: no one of them."""
Trouble = Literal["number", "bound", "day", "carrier"]


@dataclass(frozen=True, slots=True)
class Planted:
    """One operation as it was."""

    number: int
    day: date
    start: dict[str, Any]
    origin: str
    end: dict[str, Any]
    city: tuple[str, ...]
    """Its spellings."""
    people: int
    carrier: str
    twin: bool = False


@dataclass(slots=True)
class Written:
    """One report: its paragraphs, each with the operation that it tells."""

    outlet: str
    published: date
    paragraphs: list[tuple[str, int]]
    troubles: list[tuple[int, Trouble, str]] = field(default_factory=list)
    """What it tells otherwise than others do: the operation, in what, and the value."""
    copy_of: int | None = None

    @property
    def text(self) -> str:
        """The paragraphs with an empty line between them."""
        return "\n\n".join(words for words, _ in self.paragraphs)

    def operation_at(self, place: int) -> int:
        """Which operation the words at this place tell of, or `NEITHER`."""
        end = 0
        for words, number in self.paragraphs:
            end += len(words) + 2
            if place < end:
                return number
        return self.paragraphs[-1][1]


def plant(operations: int, reports: int, seed: int = 11) -> tuple[list[Planted], list[Written]]:
    """Operations, and reports on them; every operation is told at least once."""
    chance = Random(seed)
    planted = list(_operations(operations, chance))
    written: list[Written] = []
    copies = int(reports * COPIES)
    owed = list(planted)
    while len(written) < reports - copies:
        told = [owed.pop() if owed else chance.choice(planted)]
        if told[0].twin and chance.random() < TOLD_TOGETHER / TWINS:
            told = _twins(told[0], planted)
        written.append(_report(told, chance))
    originals = len(written)
    written += [_copy(at, written[at], chance) for at in chance.sample(range(originals), copies)]
    return planted, written


def _operations(count: int, chance: Random) -> Iterator[Planted]:
    """Now and then the next operation is a twin of the last: other number, towns and carrier."""
    last: Planted | None = None
    for number in range(count):
        if last and not last.twin and chance.random() < TWINS:
            last = _twin(number, last, chance)
        else:
            last = _operation(number, chance)
        yield last


def _operation(number: int, chance: Random) -> Planted:
    start, end = chance.choice(TABLE["starts"]), chance.choice(TABLE["ends"])
    return Planted(
        number,
        FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
        start,
        chance.choice(start["cities"]),
        end,
        tuple(chance.choice(end["cities"])),
        chance.randint(23, 190),
        chance.choice(TABLE["carrier_names"]),
    )


def _twin(number: int, other: Planted, chance: Random) -> Planted:
    origins = [city for city in other.start["cities"] if city != other.origin]
    carriers = [name for name in TABLE["carrier_names"] if name != other.carrier]
    return Planted(
        number,
        other.day + timedelta(days=chance.choice((0, 0, 1))),
        other.start,
        chance.choice(origins),
        other.end,
        tuple(chance.choice(other.end["cities"])),
        other.people // 3 + 7 if other.people > 90 else 2 * other.people + 11,
        chance.choice(carriers),
        twin=True,
    )


def _twins(twin: Planted, planted: list[Planted]) -> list[Planted]:
    return [planted[twin.number - 1], twin]


def _report(told: list[Planted], chance: Random) -> Written:
    published = max(one.day for one in told) + timedelta(days=chance.choice((0, 1, 1, 2)))
    report = Written(chance.choice(TABLE["outlets"]), published, [])
    first = told[0]
    story = _story(first, chance)
    report.paragraphs.append((_say("headlines", story, chance), first.number))
    for one in told:
        report.paragraphs += _telling(one, report, len(told) > 1, chance)
    dateline = f"{first.origin.upper()}, {published:%B} {published.day} ({report.outlet}) - "
    lead, number = report.paragraphs[1]
    report.paragraphs[1] = dateline + lead, number
    extra = chance.sample([*TABLE["fillers"], *TABLE["quotations"]], chance.randint(3, 6))
    about = first.number if len(told) == 1 else NEITHER
    report.paragraphs += [(_fill(words, story, chance), about) for words in extra]
    return report


def _telling(
    one: Planted, report: Written, together: bool, chance: Random
) -> Iterator[tuple[str, int]]:
    """What a report says of one operation, and where it errs."""
    story = _story(one, chance)
    trouble = None if together else _trouble(chance)
    day, number, words = one.day, one.people, str(one.people)
    if trouble == "number":
        number = _misheard(one.people, chance)
        words = str(number)
    elif trouble == "bound":
        words = chance.choice(TABLE["bounds"]).format(tens=(one.people - 1) // 10 * 10)
    elif trouble == "day":
        day += timedelta(days=chance.choice((-2, -1, 1)))
        report.published = max(report.published, day)
    elif trouble == "carrier":
        story["carrier"] = chance.choice(
            [name for name in TABLE["carrier_names"] if name != one.carrier]
        )
    if trouble:
        told = {"number": words, "bound": words, "day": day.isoformat()}
        report.troubles.append((one.number, trouble, told.get(trouble, story["carrier"])))
    story |= {"people": words, "number": number, "when": _when(day, report.published, chance)}
    story["when_first"] = story["when"][0].upper() + story["when"][1:]
    kind = "vague" if trouble is None and not together and chance.random() < 0.06 else "leads"
    lead = _say(kind, story, chance)
    yield lead[0].upper() + lead[1:], one.number
    if trouble == "carrier" or chance.random() < 0.45:
        yield _say("carriers", story, chance), one.number
    if chance.random() < 0.2:
        yield _say("citizens", story, chance), one.number
    if kind == "leads" and trouble != "bound" and chance.random() < 0.3:
        yield _say("repeats", story, chance), one.number


def _trouble(chance: Random) -> Trouble | None:
    kinds: tuple[tuple[Trouble, float], ...] = (
        ("number", OTHER_NUMBER),
        ("bound", BOUND),
        ("day", WRONG_DAY),
        ("carrier", OTHER_CARRIER),
    )
    drawn = chance.random()
    for kind, share in kinds:
        if drawn < share:
            return kind
        drawn -= share
    return None


def _misheard(people: int, chance: Random) -> int:
    """Another number: digits exchanged, some people more or fewer, a digit lost."""
    digits = str(people)
    swapped = int(digits[:-2] + digits[-1] + digits[-2]) if len(digits) > 1 else people
    others = [swapped, people + chance.randint(4, 20), max(9, people - chance.randint(4, 20))]
    return chance.choice([other for other in others if other != people])


def _when(day: date, published: date, chance: Random) -> str:
    forms = TABLE["days"] if 0 <= (published - day).days < 6 else TABLE["days"][:3]
    return str(chance.choice(forms).format(month=f"{day:%B}", day=day.day, weekday=f"{day:%A}"))


def _story(one: Planted, chance: Random) -> dict[str, Any]:
    other, other_nation = one.end["other"]
    story = {
        "start": one.start["country"] if one.start["code"] != "US" else "the United States",
        "ministry": one.start["ministry"],
        "origin": one.origin,
        "land": one.end["country"],
        "nation": one.end["nation"],
        "city": chance.choice(one.city),
        "carrier": one.carrier,
        "other": other,
        "other_nation": other_nation,
        "few": chance.choice(("two", "three", "five", "nine")),
        "group": chance.choice(TABLE["groups"]),
    }
    story["source"] = chance.choice(TABLE["sources"]).format(**story)
    return story


def _say(kind: str, story: dict[str, Any], chance: Random) -> str:
    return _fill(chance.choice(TABLE[kind]), story, chance)


def _fill(words: str, story: dict[str, Any], chance: Random) -> str:
    person, row = chance.choice(TABLE["people"]), chance.randint(11, 97)
    filled = words.format(**{"person": person, "row": row, **story})
    return filled[0].upper() + filled[1:]


def _copy(at: int, original: Written, chance: Random) -> Written:
    """The text in another outlet: a new headline, paragraphs cut from its end, words exchanged."""
    outlet = chance.choice([name for name in TABLE["outlets"] if name != original.outlet])
    telling = len(original.paragraphs)
    kept = original.paragraphs[: max(4, telling - chance.randint(0, 2))]
    edits = chance.sample(TABLE["edits"], 2)
    edited = [(_edited(words, edits), number) for words, number in kept[1:]]
    headline = kept[0][0] + ", reports say"
    return Written(
        outlet,
        original.published + timedelta(days=chance.choice((0, 0, 1))),
        [(headline, kept[0][1]), *edited],
        list(original.troubles),
        copy_of=at,
    )


def _edited(words: str, edits: list[list[str]]) -> str:
    for old, new in edits:
        words = words.replace(old, new, 1)
    return words

"""L01: for whom on board is the destination a third country? L02: is it a destination or a stop?"""

from collections.abc import Iterator
from functools import lru_cache

from departures.check.registry import Noticed, Wording, rule
from departures.check.speakers import distinct
from departures.check.subject import Subject, in_words, opening
from departures.words import Asserted, Place
from departures.words.countries import citizens, country_name, listed


@rule("L01")
def third_country(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """A nationality reported on board is not that of the destination."""
    carried, country = subject.nationalities, subject.destination
    if subject.third_country == "unknown":
        missing = [] if carried else ["the nationalities on board"]
        yield Noticed.open(*missing, *([] if country else ["the country of destination"]))
        return
    if country is None or carried.keys() == {country}:
        return
    counted = sum(item.count is not None for item in carried.values())
    union = subject.jurisdiction is not None and subject.jurisdiction.id == "eu"
    yield Noticed(
        text=_for_whom(wording, country, tuple(carried), counted, union),
        weight="question",
        claims=subject.evidence("nationalities", "destination"),
    )


@lru_cache(maxsize=4096)
def _for_whom(
    wording: Wording, country: str, carried: tuple[str, ...], counted: int, union: bool
) -> str:
    """For whom on board `country` is a third country; `counted`: for so many, numbers are given."""
    breakdown = "given" if counted == len(carried) else "partial" if counted else "absent"
    return wording.say(
        "mixed" if country in carried else "all",
        destination=opening(country_name(country, article=True)),
        others=citizens([code for code in carried if code != country]),
        own=citizens([country]),
        breakdown=wording.say(breakdown),
        term=wording.say("eu" if union else "us"),
    )


@rule("L02")
def destination_or_transit(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Somebody reports that people on board were to travel on."""
    field, place = subject.operation.values.get("onward"), subject.operation.destination
    if field is None or place is None:
        yield Noticed.open("a report of where people went on to")
        return
    for told in _by_goal(field.asserted, place):
        claim = subject.claims.get(told[0].claims[0])
        carried = getattr(claim, "nationalities", ())
        who = [item.country for item in carried if item.country != place.country]
        speakers = distinct(name for entry in told for name in entry.said_by)
        yield Noticed(
            text=wording.say(
                "onward" if speakers else "unattributed",
                source=listed(speakers) if speakers else "",
                who=citizens(who) if who else "people on board",
                places=listed(_goals(told[0], place)),
                destination=in_words(place),
            ),
            weight="question",
            claims=tuple(claim for entry in told for claim in entry.claims),
        )


def _by_goal(asserted: tuple[Asserted, ...], place: Place) -> list[list[Asserted]]:
    """The values that name the same countries to travel on to, together."""
    grouped: dict[tuple[str, ...], list[Asserted]] = {}
    for entry in asserted:
        grouped.setdefault(tuple(sorted(_goals(entry, place))), []).append(entry)
    return [told for goals, told in grouped.items() if goals]


def _goals(entry: Asserted, place: Place) -> list[str]:
    """Where people were to travel on to, by country, the destination itself left out."""
    onward = entry.value if isinstance(entry.value, tuple) else ()
    named = (item for item in onward if isinstance(item, Place) and item.country != place.country)
    return list(dict.fromkeys(in_words(item) for item in named))

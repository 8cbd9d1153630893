"""L01: for whom on board is the destination a third country? L02: is it a destination or a stop?"""

from collections.abc import Iterator, Mapping

from departures.check.registry import Noticed, Wording, rule
from departures.words import Asserted, Claim, Nationality, Operation, Place
from departures.words.countries import citizens, country_name, listed


def _nationalities(operation: Operation) -> dict[str, Nationality]:
    """Every nationality that any claim reports on board, by country."""
    field = operation.values.get("nationalities")
    found: dict[str, Nationality] = {}
    for entry in field.asserted if field else ():
        for item in entry.value if isinstance(entry.value, tuple) else ():
            if isinstance(item, Nationality):
                known = found.get(item.country)
                found[item.country] = known if known and known.count else item
    return found


def _evidence(operation: Operation, *names: str) -> tuple[str, ...]:
    ids = (
        claim
        for name in names
        if name in operation.values
        for entry in operation.values[name].asserted
        for claim in entry.claims
    )
    return tuple(dict.fromkeys(ids))


@rule("L01")
def third_country(
    operation: Operation, claims: Mapping[str, Claim], wording: Wording
) -> Iterator[Noticed]:
    """A nationality reported on board is not that of the destination."""
    place, carried = operation.destination, _nationalities(operation)
    if place is None or place.country is None:
        return
    others = [country for country in carried if country != place.country]
    if not others:
        return
    counted = [country for country, item in carried.items() if item.count]
    breakdown = "given" if len(counted) == len(carried) else "partial" if counted else "absent"
    yield Noticed(
        text=wording.say(
            "mixed" if place.country in carried else "all",
            destination=_opening(country_name(place.country, article=True)),
            others=citizens(others),
            own=citizens([place.country]),
            breakdown=wording.say(breakdown),
        ),
        weight="question",
        claims=_evidence(operation, "nationalities", "destination"),
    )


@rule("L02")
def destination_or_transit(
    operation: Operation, claims: Mapping[str, Claim], wording: Wording
) -> Iterator[Noticed]:
    """Somebody reports that people on board were to travel on."""
    field, place = operation.values.get("onward"), operation.destination
    if field is None or place is None:
        return
    for told in _by_goal(field.asserted, place):
        claim = claims.get(told[0].claims[0])
        carried = getattr(claim, "nationalities", ())
        who = [item.country for item in carried if item.country != place.country]
        speakers = list(dict.fromkeys(name for entry in told for name in entry.said_by))
        yield Noticed(
            text=wording.say(
                "onward" if speakers else "unattributed",
                source=listed(speakers) if speakers else "",
                who=citizens(who) if who else "people on board",
                places=listed(_goals(told[0], place)),
                destination=_where(place),
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
    return list(dict.fromkeys(_where(item) for item in named))


def _where(place: Place) -> str:
    return country_name(place.country, article=True) if place.country else place.name


def _opening(words: str) -> str:
    return words[:1].upper() + words[1:]

"""L01: for whom on board is the destination a third country? L02: is it a destination or a stop?"""

from collections.abc import Iterator, Mapping

from departures.check.registry import Noticed, Wording, rule
from departures.words import Claim, Nationality, Operation, Place
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
    for entry in field.asserted:
        claim = claims.get(entry.claims[0])
        speaker = claim.asserted_by if claim else None
        told = getattr(claim, "nationalities", ())
        who = [item.country for item in told if item.country != place.country]
        places = entry.value if isinstance(entry.value, tuple) else ()
        yield Noticed(
            text=wording.say(
                "onward" if speaker else "unattributed",
                source=speaker.speaker if speaker else "",
                who=citizens(who) if who else "people on board",
                places=listed([_where(item) for item in places if isinstance(item, Place)]),
                destination=_where(place),
            ),
            weight="question",
            claims=entry.claims,
        )


def _where(place: Place) -> str:
    return country_name(place.country, article=True) if place.country else place.name


def _opening(words: str) -> str:
    return words[:1].upper() + words[1:]

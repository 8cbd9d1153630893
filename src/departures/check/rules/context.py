"""L07, L12, L14, L15: the power named, the arrangement, visas, who carried and paid."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from departures.check.registry import Noticed, Wording, rule
from departures.check.speakers import distinct
from departures.check.subject import Subject
from departures.law.force import Answer
from departures.law.rows import Agreement, Bound
from departures.law.shelf import Shelf
from departures.words import Party
from departures.words.countries import citizens, country_name, listed

NEAR = timedelta(days=120)


@rule("L07")
def authority(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """The legal power as the reports name it."""
    named = subject.operation.authority
    if named is None:
        yield Noticed.open("the legal authority")
        return
    known = subject.authority
    yield Noticed(
        text=wording.say(
            "title-42" if known == "title-42" else "stated",
            words=named.text,
            power=subject.law.authority_names[known] if known else "not one that the shelf knows",
        ),
        claims=subject.evidence("authority"),
    )


@rule("L12")
def agreement(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """An arrangement with the country of destination by that day, or none found."""
    if subject.origin is None or subject.destination is None:
        yield Noticed.open("the countries of departure and destination")
        return
    if not subject.american:
        yield Noticed.open("arrangements of the country of departure")
        return
    row = subject.law.agreement_with.get(subject.destination)
    if row is not None:
        answer, missing = _standing(row, subject.day)
        carried = tuple(subject.nationalities)
        text = _arrangement(subject.law, row.country, answer == "no", carried, wording)
        yield Noticed(text=text, answer=answer, missing=missing)
    elif subject.third_country == "yes":
        where, as_of = subject.where(), subject.law.as_of.isoformat()
        yield Noticed(text=wording.say("none", country=where, as_of=as_of), answer="no")


def _standing(row: Agreement, day: date | None) -> tuple[Answer, tuple[str, ...]]:
    """Whether there was an arrangement on `day`; a flight under it shows one as well."""
    if not row.concluded:
        return "unknown", ("whether an arrangement was concluded",)
    known = [when for when in (row.announced, row.first_flight) if when]
    if day is None:
        return "unknown", ("the day of departure",)
    if not known:
        return "unknown", ("the day from which the arrangement stood",)
    if any(when.latest <= day for when in known):
        return "yes", ()
    if all(day < when.earliest for when in known):
        return "no", ()
    return "unknown", ("the day on which the arrangement was announced",)


@lru_cache(maxsize=4096)
def _arrangement(
    shelf: Shelf, country: str, later: bool, carried: tuple[str, ...], wording: Wording
) -> str:
    """The arrangement with a country, whether it came after the day, and for whose citizens."""
    row = shelf.agreement_with[country]
    told = wording.say(
        "announced" if row.announced else "unannounced",
        country=country_name(country, article=True),
        day=between(row.announced) if row.announced else "",
        kind=row.kind,
        terms=row.terms or "terms not stated",
        money=row.money or "money not stated",
    )
    parts = [told, wording.say("later")] if later else [told]
    others = [code for code in carried if code not in row.nationalities]
    if row.nationalities and others:
        named = citizens(list(row.nationalities))
        parts.append(wording.say("others", named=named, others=citizens(others)))
    parts.append(wording.say("end", confidence=row.confidence, as_of=shelf.as_of.isoformat()))
    return " ".join(parts)


def between(when: Bound) -> str:
    """A day, or the days between which it lies."""
    if when.exact:
        return when.earliest.isoformat()
    return f"a day between {when.earliest} and {when.latest}"


@rule("L14")
def visas(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """A visa measure on the destination within 120 days of the operation."""
    if subject.day is None or subject.destination is None:
        yield Noticed.open("the day and the country of destination")
        return
    for visa in subject.law.visas:
        if visa.country != subject.destination:
            continue
        if visa.day.earliest - NEAR <= subject.day <= visa.day.latest + NEAR:
            country = country_name(visa.country, article=True)
            yield Noticed(
                text=wording.say("near", day=between(visa.day), did=visa.did, country=country)
            )


@rule("L15")
def carried_and_paid(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Who flew, who paid and whose agency it was, each with whoever says so."""
    told = {name: _said(subject, name) for name in ("carrier", "funder", "agency")}
    missing = tuple(what for name, what in _UNTOLD.items() if not told[name])
    if not told["carrier"] and not told["funder"]:
        yield Noticed.open(*missing)
        return
    parts = [wording.say(name, names=listed(names)) for name, names in told.items() if names]
    funder = subject.operation.funder
    if funder and funder.country and subject.origin and funder.country != subject.origin:
        parts.append(wording.say("foreign", country=country_name(funder.country, article=True)))
    claims = subject.evidence("carrier", "funder", "agency")
    yield Noticed(text=" ".join(parts), claims=claims, missing=missing)


_UNTOLD = {"carrier": "who carried the people", "funder": "who paid"}


def _said(subject: Subject, name: str) -> list[str]:
    """`Uzbekistan (Department of Homeland Security)`: each value once, with whoever gives it."""
    field = subject.operation.values.get(name)
    speakers: dict[str, list[str]] = {}
    for entry in field.asserted if field else ():
        if isinstance(entry.value, Party):
            speakers.setdefault(entry.value.name, []).extend(entry.said_by)
    return [
        f"{value} ({', '.join(distinct(said)) or 'the report itself'})"
        for value, said in speakers.items()
    ]

"""L07, L12, L14, L15: the power named, the arrangement, visas, who carried and paid."""

from collections.abc import Iterator
from datetime import timedelta

from departures.check.registry import Noticed, Wording, rule
from departures.check.subject import Subject, opening
from departures.law.rows import Agreement, Bound
from departures.words.countries import country_name

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
    """An arrangement with the country of destination, or none found."""
    if subject.origin is None or subject.destination is None:
        yield Noticed.open("the countries of departure and destination")
        return
    if not subject.american:
        yield Noticed.open("arrangements of the country of departure")
        return
    row = subject.law.agreement_with.get(subject.destination)
    where, as_of = subject.where(), subject.law.as_of.isoformat()
    if row is not None:
        yield Noticed(text=_arrangement(row, where, as_of, wording), orders=())
    elif subject.third_country == "yes":
        yield Noticed(text=wording.say("none", country=where, as_of=as_of), answer="no")


def _arrangement(row: Agreement, where: str, as_of: str, wording: Wording) -> str:
    return wording.say(
        "announced" if row.announced else "unannounced",
        country=where,
        day=between(row.announced) if row.announced else "",
        kind=row.kind,
        terms=row.terms or "terms not stated",
        money=row.money or "money not stated",
        confidence=row.confidence,
        as_of=as_of,
    )


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
        near = visa.day.earliest - NEAR <= subject.day <= visa.day.latest + NEAR
        if visa.country == subject.destination and near:
            country = country_name(visa.country, article=True)
            yield Noticed(
                text=wording.say("near", day=between(visa.day), did=visa.did, country=country)
            )


@rule("L15")
def carried_and_paid(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Somebody other than the sending government flew or paid."""
    carrier, funder = subject.operation.carrier, subject.operation.funder
    if carrier is None and funder is None:
        yield Noticed.open("who carried the people and who paid")
        return
    parts = []
    if carrier:
        parts.append(wording.say("carried", carrier=carrier.name))
    if funder:
        parts.append(wording.say("paid", funder=funder.name))
    agency = subject.operation.agency
    if agency:
        parts.append(wording.say("agency", agency=agency.name))
    yield Noticed(
        text=opening(" ".join(parts)), claims=subject.evidence("carrier", "funder", "agency")
    )

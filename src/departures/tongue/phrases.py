"""What the vocabulary's terms and values are called on a page.

Invariant: every term of `departures.words` has a name here (a test holds the tables against the
types); nothing here judges what it names.
"""

from calendar import monthrange
from datetime import date

from babel.dates import format_date, format_skeleton, get_month_names
from babel.numbers import format_decimal

from departures.tongue import _, later
from departures.tongue.languages import ENGLISH, spoken_now
from departures.words import (
    AnyValue,
    Count,
    Date,
    Named,
    Nationality,
    Party,
    Place,
    Span,
    Speaker,
)
from departures.words.countries import country_name

ACTS = {
    "removal": later("Removal"),
    "return": later("Return"),
    "expulsion": later("Expulsion"),
    "repatriation": later("Repatriation"),
    "transfer": later("Transfer"),
}
MODALITIES = {
    "happened": later("reported to have happened"),
    "ongoing": later("reported as under way"),
    "planned": later("reported as planned"),
    "possible": later("reported as possible"),
    "denied": later("denied"),
    "blocked": later("reported as blocked"),
    "alleged": later("alleged"),
}
MODES = {"air": later("By air"), "land": later("By land"), "sea": later("By sea")}
KINDS = {
    "operation": later("Operation"),
    "statistic": later("Statistic"),
    "order": later("Order"),
    "agreement": later("Agreement"),
    "statement": later("Statement"),
}
FIELDS = {
    "date": later("Day"),
    "origin": later("From"),
    "destination": later("To"),
    "via": later("By way of"),
    "onward": later("Travelling on to"),
    "mode": later("How"),
    "carrier": later("Carrier"),
    "funder": later("Paid for by"),
    "agency": later("Agency"),
    "count": later("People"),
    "flights": later("Flights"),
    "nationalities": later("Nationalities"),
    "authority": later("Legal authority named"),
    "measure": later("Measure"),
    "population": later("Nationals of"),
    "period": later("Period"),
    "court": later("Court"),
    "judge": later("Judge"),
    "case": later("Case"),
    "docket": later("Docket number"),
    "effect": later("Effect"),
    "subject": later("Subject"),
    "challenge": later("Challenge"),
    "parties": later("Parties"),
    "what": later("What"),
    "terms": later("Terms"),
}
_OTHER_FIELDS = {
    "asserted_by": later("Who says it"),
    "modality": later("Status"),
    "act": later("Kind of movement"),
}
MEASURES = {
    "removals": later("removals"),
    "returns": later("returns"),
    "expulsions": later("expulsions"),
    "arrests": later("arrests"),
    "detained": later("people detained"),
    "docket": later("people on the docket"),
    "flights": later("flights"),
    "encounters": later("encounters"),
    "self_deportations": later("self-deportations"),
    "deaths": later("deaths"),
    "asylum_claims": later("asylum claims"),
    "other": later("other"),
}
EFFECTS = {
    "bars": later("bars"),
    "permits": later("permits"),
    "orders": later("orders"),
    "stays": later("stays"),
    "vacates": later("vacates"),
    "affirms": later("affirms"),
    "other": later("other"),
}
CHALLENGES = {
    "appealed": later("appealed"),
    "stayed": later("stayed"),
    "upheld": later("upheld"),
}
MANNERS = {
    "direct": later("in quotation marks"),
    "indirect": later("in reported speech"),
    "attributed": later("as attributed by the report"),
}
VERDICTS = {
    "agreed": later("Sources agree"),
    "compatible": later("Sources differ, and can both be right"),
    "disputed": later("Sources disagree"),
    "single": later("One source"),
}
TOGETHER = {
    "alone": later("They count as one source."),
    "outlet": later("Reports of one outlet: they count as one source."),
    "wire": later("Copies of one text: they count as one source."),
}
WITHHELD = {
    "name": later("a private person's name"),
    "a_number": later("an A-number"),
    "birth_date": later("a date of birth"),
    "case_number": later("the number of a person's case"),
    "contact": later("an address or a telephone number"),
}
WEIGHTS = {
    "note": later("Note"),
    "question": later("Open question"),
    "conflict": later("Conflict"),
}
TERMS = ACTS | MODALITIES | MODES | MEASURES | EFFECTS | CHALLENGES


def day(when: date) -> str:
    """`30 April 2025`."""
    return format_date(when, "long", spoken_now().locale)


def short_day(when: date) -> str:
    """`30 Apr`: the day without its year."""
    return format_skeleton("MMMd", when, locale=spoken_now().locale)


def short_months() -> tuple[str, ...]:
    """`Jan`, `Feb`, …: the names of the months as axes of drawings carry them."""
    names = get_month_names("abbreviated", "stand-alone", spoken_now().locale)
    return tuple(names[number] for number in range(1, 13))


def month(when: date) -> str:
    """`April 2025`."""
    return format_skeleton("yMMMM", when, locale=spoken_now().locale)


def period(first: date, last: date) -> str:
    """`30 April 2025`, `April 2025`, `1 to 28 April 2025`, or both days in full."""
    if first == last:
        return day(first)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        whole = (first.year, first.month) == (last.year, last.month)
        return month(first) if whole else _between(month(first), month(last))
    if (first.year, first.month) == (last.year, last.month):
        return _between(str(first.day), day(last))
    return _between(day(first), day(last))


def _between(first: str, last: str) -> str:
    return _("{first} to {last}").format(first=first, last=last)


def number(value: int) -> str:
    """`1,445,549`."""
    return format_decimal(value, locale=spoken_now().locale)


def country(code: str) -> str:
    """`Uzbekistan`; an unknown code stands for itself."""
    language = spoken_now()
    if language.code == ENGLISH:
        return country_name(code)
    return str(language.locale.territories.get(code, country_name(code)))


def country_named(place: Place) -> str:
    """A place's country; empty where it is not known."""
    return country(place.country) if place.country else ""


def spoken_count(count: Count) -> str:
    """What a count says: `131`, `about 120`, `101 or more`, `up to 49`, `24 to 99`."""
    lower, upper = count.lower, count.upper
    if lower is not None and upper is not None:
        spoken = number(lower) if lower == upper else _("{lower} to {upper}")
    else:
        spoken = _("up to {upper}") if lower is None else _("{lower} or more")
    spoken = spoken.format(lower=number(lower or 0), upper=number(upper or 0))
    return _("about {count}").format(count=spoken) if count.approximate else spoken


def spoken_date(when: Date) -> str:
    """What a date says: a day, a period, an open period, or its own words."""
    first, last = when.earliest, when.latest
    if first and last:
        return period(first, last)
    if first:
        return _("{first} or later").format(first=day(first))
    if last:
        return _("{last} or earlier").format(last=day(last))
    return when.text


def spoken_place(place: Place) -> str:
    """`New York, United States (JFK)`; a country by its usual name alone."""
    named_country = country_named(place)
    if named_country and place.level in ("country", "territory"):
        return named_country
    within = named_country not in ("", place.name)
    named = f"{place.name}, {named_country}" if within else place.name
    return f"{named} ({place.airport})" if place.airport else named


def spoken_nationality(nationality: Nationality) -> str:
    """`Kazakhstan`, or `Kazakhstan: 12` where the words count them."""
    named = country(nationality.country)
    return f"{named}: {spoken_count(nationality.count)}" if nationality.count else named


def spoken_span(value: Span) -> str:
    """What one value says, in the interface's words."""
    match value:
        case Count():
            return spoken_count(value)
        case Date():
            return spoken_date(value)
        case Place():
            return spoken_place(value)
        case Nationality():
            return spoken_nationality(value)
        case Party() | Named():
            return value.name
    return value.text


def spoken(value: AnyValue) -> str:
    """What a value or a list of values says, in the interface's words."""
    match value:
        case str():
            return _(TERMS.get(value, value))
        case Span():
            return spoken_span(value)
    return " · ".join(spoken_span(item) for item in value)


def speaker_words(speaker: Speaker | None) -> str:
    """`Kristi Noem, Homeland Security Secretary`; empty for the document's own narration."""
    if speaker is None:
        return ""
    parts = (speaker.speaker, speaker.role, speaker.organization)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def said(value: object) -> str:
    """What any field of a claim says, in the interface's words; nothing where it gives none."""
    match value:
        case None | ():
            return ""
        case Speaker():
            return f"{speaker_words(value)} ({_(MANNERS[value.manner])})"
        case tuple():
            return " · ".join(
                country_name(one) if isinstance(one, str) else spoken_span(one) for one in value
            )
        case str():
            return spoken(value)
        case Span():
            return spoken_span(value)
    raise TypeError(f"no value of a claim: {value!r}")


def label(field: str) -> str:
    """What any field of a claim is called."""
    return _(FIELDS.get(field) or _OTHER_FIELDS[field])

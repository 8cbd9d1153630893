"""L03–L06: the orders of the day: with effect, made only, by the hour, and for which class."""

from collections.abc import Iterator

from departures.check.registry import Noticed, Wording, rule
from departures.check.subject import Subject
from departures.law.asking import StandingOrder
from departures.law.force import HOUR_ASKED
from departures.words.countries import listed


@rule("L03")
def in_effect(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """An order had effect that day, and may cover people on board."""
    if missing := subject.missing():
        yield Noticed.open(*missing)
        return
    others = []
    for held in _perhaps(subject):
        if _touches(subject, held):
            yield _told(subject, held, wording)
        else:
            others.append(held)
    if others:
        missing = tuple(dict.fromkeys(what for held in others for what in held.covers.missing))
        yield Noticed(
            text=wording.say(
                "others",
                cases=listed(list(dict.fromkeys(held.order.name for held in others))),
                as_of=subject.law.as_of.isoformat(),
            ),
            answer="unknown",
            missing=missing,
            orders=tuple(held.order.id for held in others),
        )


def _perhaps(subject: Subject) -> list[StandingOrder]:
    """Orders that had effect, or may have had, and that shut out neither these people nor all."""
    return [
        held
        for held in subject.orders
        if held.covers.answer != "no"
        and held.standing.had_effect != "no"
        and not held.order.covers.individual
    ]


def _touches(subject: Subject, held: StandingOrder) -> bool:
    """Whether something reported of these people is what the order is about."""
    covers = held.order.covers
    return (
        (covers.third_country and subject.third_country == "yes")
        or (subject.authority is not None and subject.authority in covers.authorities)
        or not subject.nationalities.keys().isdisjoint(covers.nationalities)
        or subject.destination in covers.destinations
    )


def _told(subject: Subject, held: StandingOrder, wording: Wording) -> Noticed:
    order, stands = held.order, held.standing
    text = wording.say(
        "effect" if stands.had_effect == "yes" else "unsure",
        made=order.made.isoformat(),
        case=order.name,
        court=f"{order.court}, {order.judge}" if order.judge else order.court,
        day=str(subject.day),
        why=stands.why,
        who=order.who.rstrip("."),
        requires=order.requires.rstrip("."),
        later=_later(held, wording),
        as_of=subject.law.as_of.isoformat(),
    )
    return Noticed(
        text=text,
        weight="question",
        answer="yes" if held.covers.answer == stands.had_effect == "yes" else "unknown",
        missing=tuple(dict.fromkeys((*stands.missing, *held.covers.missing))),
        claims=subject.evidence("date", "origin"),
        orders=(order.id,),
    )


def _later(held: StandingOrder, wording: Wording) -> str:
    order = held.order
    if order.until is None:
        return wording.say("no-end")
    day = order.until.earliest.isoformat()
    if not order.until.exact:
        day = f"a day between {day} and {order.until.latest}"
    return wording.say("later", day=day, end=order.end or "it ended")


@rule("L04")
def made_only(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """A ruling was made, but had no effect that day."""
    if missing := subject.missing():
        yield Noticed.open(*missing)
        return
    for held in subject.orders:
        if held.standing.state == "made, not effective" and held.covers.answer != "no":
            yield Noticed(
                text=wording.say(
                    "made",
                    case=held.order.name,
                    court=held.order.court,
                    made=held.order.made.isoformat(),
                    day=str(subject.day),
                    why=held.standing.why,
                ),
                orders=(held.order.id,),
            )


@rule("L05")
def by_the_hour(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """An order was made on the day itself: before or after the departure?"""
    if missing := subject.missing():
        yield Noticed.open(*missing)
        return
    for held in subject.orders:
        if held.order.made != subject.day or held.covers.answer == "no":
            continue
        if not held.order.covers.individual:
            known = held.standing.had_effect != "unknown"
            hour = subject.take_off.strftime("%H:%M %Z") if subject.take_off else ""
            yield Noticed(
                text=wording.say(
                    "hours" if known else "no-hours",
                    case=held.order.name,
                    day=str(subject.day),
                    why=held.standing.why,
                    hour=hour,
                ),
                weight="question",
                answer="yes" if known else "unknown",
                missing=held.standing.missing or ((HOUR_ASKED,) if not known else ()),
                orders=(held.order.id,),
            )


@rule("L06")
def class_membership(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """A class order had effect: under which kind of order were people removed?"""
    if missing := subject.missing():
        yield Noticed.open(*missing)
        return
    names = subject.law.authority_names
    for held in _perhaps(subject):
        if held.order.covers.authorities and _touches(subject, held):
            stated = names[subject.authority] if subject.authority else ""
            powers = listed([names[id] for id in held.order.covers.authorities])
            yield Noticed(
                text=wording.say(
                    "stated" if stated else "not-stated",
                    case=held.order.name,
                    powers=powers,
                    stated=stated,
                ),
                answer="yes" if stated else "unknown",
                missing=held.covers.missing,
                claims=subject.evidence("authority"),
                orders=(held.order.id,),
            )

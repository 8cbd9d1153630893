"""L03–L06: the orders of the day: with effect, made only, by the hour, and for which class.

Invariant: what is worded here follows from a situation and nothing else, so that it is worded once
for all operations of one period with people of one kind; the day and the claims are put in last.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from departures.check.registry import Noticed, Wording, rule
from departures.check.subject import Subject
from departures.law.asking import third_country
from departures.law.covering import People
from departures.law.force import HOUR_ASKED
from departures.law.periods import MOST_KEPT, Situation, StandingOrder
from departures.law.rows import Order
from departures.law.shelf import Shelf
from departures.words.countries import listed

_DAY = "\0"
"""Stands for the day of the operation in what is worded for a whole period."""
Tell = Callable[[Situation, Shelf, Wording], Iterable[Noticed]]


@rule("L03")
def in_effect(subject: Subject, wording: Wording) -> Iterable[Noticed]:
    """An order had effect that day, and may cover people on board."""
    return _told(subject, wording, _effects, "date", "origin")


@rule("L04")
def made_only(subject: Subject, wording: Wording) -> Iterable[Noticed]:
    """A ruling was made, but had no effect that day."""
    return _told(subject, wording, _made)


@rule("L05")
def by_the_hour(subject: Subject, wording: Wording) -> Iterable[Noticed]:
    """An order was made on the day itself: before or after the departure?"""
    return _told(subject, wording, _hours)


@rule("L06")
def class_membership(subject: Subject, wording: Wording) -> Iterable[Noticed]:
    """A class order had effect: under which kind of order were people removed?"""
    return _told(subject, wording, _classes, "authority")


def _told(subject: Subject, wording: Wording, tell: Tell, *fields: str) -> Iterable[Noticed]:
    """What `tell` says of the operation's situation, with its day and the claims of `fields`."""
    if missing := subject.missing():
        return [Noticed.open(*missing)]
    if subject.situation is None:
        return []
    day, claims = str(subject.day), subject.evidence(*fields)
    return [
        Noticed(
            each.text.replace(_DAY, day),
            each.weight,
            claims,
            each.answer,
            each.missing,
            each.orders,
        )
        for each in _worded(tell, subject.situation, subject.law, wording)
    ]


@lru_cache(maxsize=4 * MOST_KEPT)
def _worded(
    tell: Tell, situation: Situation, shelf: Shelf, wording: Wording
) -> tuple[Noticed, ...]:
    return tuple(tell(situation, shelf, wording))


def _effects(situation: Situation, shelf: Shelf, wording: Wording) -> Iterator[Noticed]:
    others = []
    for held in _perhaps(situation):
        if _touches(situation.people, held):
            yield _effect(held, wording, shelf.as_of.isoformat())
        else:
            others.append(held)
    if others:
        missing = tuple(dict.fromkeys(what for held in others for what in held.covers.missing))
        yield Noticed(
            text=wording.say(
                "others",
                cases=listed(list(dict.fromkeys(held.order.name for held in others))),
                as_of=shelf.as_of.isoformat(),
            ),
            answer="unknown",
            missing=missing,
            orders=tuple(held.order.id for held in others),
        )


def _perhaps(situation: Situation) -> list[StandingOrder]:
    """Orders for more than those who asked, which had effect or may have had."""
    return [
        held
        for held in situation.orders
        if held.standing.had_effect != "no" and not held.order.covers.individual
    ]


def _touches(people: People, held: StandingOrder) -> bool:
    """Whether something reported of these people is what the order is about."""
    covers = held.order.covers
    return (
        (covers.third_country and third_country(people.nationalities, people.destination) == "yes")
        or (people.authority is not None and people.authority in covers.authorities)
        or not people.nationalities.isdisjoint(covers.nationalities)
        or people.destination in covers.destinations
    )


def _effect(held: StandingOrder, wording: Wording, as_of: str) -> Noticed:
    order, stands = held.order, held.standing
    text = wording.say(
        "effect" if stands.had_effect == "yes" else "unsure",
        made=order.made.isoformat(),
        case=order.name,
        court=f"{order.court}, {order.judge}" if order.judge else order.court,
        day=_DAY,
        why=stands.why,
        who=order.who.rstrip("."),
        requires=order.requires.rstrip("."),
        later=_later(order, wording),
        as_of=as_of,
    )
    return Noticed(
        text=text,
        weight="question",
        answer="yes" if held.covers.answer == stands.had_effect == "yes" else "unknown",
        missing=tuple(dict.fromkeys((*stands.missing, *held.covers.missing))),
        orders=(order.id,),
    )


def _later(order: Order, wording: Wording) -> str:
    if order.until is None:
        return wording.say("no-end")
    day = order.until.earliest.isoformat()
    if not order.until.exact:
        day = f"a day between {day} and {order.until.latest}"
    return wording.say("later", day=day, end=order.end or "it ended")


def _made(situation: Situation, shelf: Shelf, wording: Wording) -> Iterator[Noticed]:
    for held in situation.orders:
        if held.standing.state == "made, not effective":
            text = wording.say(
                "made",
                case=held.order.name,
                court=held.order.court,
                made=held.order.made.isoformat(),
                day=_DAY,
                why=held.standing.why,
            )
            yield Noticed(text=text, orders=(held.order.id,))


def _hours(situation: Situation, shelf: Shelf, wording: Wording) -> Iterator[Noticed]:
    hour = situation.instant.strftime("%H:%M %Z") if situation.instant else ""
    for held in situation.orders:
        order, stands = held.order, held.standing
        if order.made != situation.since or order.covers.individual:
            continue
        known = stands.had_effect != "unknown"
        text = wording.say(
            "hours" if known else "no-hours", case=order.name, day=_DAY, why=stands.why, hour=hour
        )
        yield Noticed(
            text=text,
            weight="question",
            answer="yes" if known else "unknown",
            missing=stands.missing or ((HOUR_ASKED,) if not known else ()),
            orders=(order.id,),
        )


def _classes(situation: Situation, shelf: Shelf, wording: Wording) -> Iterator[Noticed]:
    stated = situation.people.authority
    for held in _perhaps(situation):
        powers = held.order.covers.authorities
        if powers and _touches(situation.people, held):
            named = shelf.authority_names
            text = wording.say(
                "stated" if stated else "not-stated",
                case=held.order.name,
                powers=listed([named[id] for id in powers]),
                stated=named[stated] if stated else "",
            )
            yield Noticed(
                text=text,
                answer="yes" if stated else "unknown",
                missing=held.covers.missing,
                orders=(held.order.id,),
            )

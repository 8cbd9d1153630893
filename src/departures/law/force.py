"""Whether an order had effect on a day, or at an hour of it.

Invariant: the answer is `yes` or `no` only where the row's days say so; on a day on which the
order began or ended, without hours, and wherever a day was not established, it is `unknown` and
says what is missing.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Literal

from departures.law.rows import Hold, Order
from departures.words import Value

Answer = Literal["yes", "no", "unknown"]
State = Literal[
    "not made",
    "made, not effective",
    "effect not established",
    "began that day",
    "in force",
    "ended that day",
    "end not established",
    "ended",
    "no order found",
]
ONE_DAY = timedelta(days=1)
HOUR_OF_ORDER = "the hour at which the order was made"
HOUR_OF_END = "the hour at which the order ended"
HOUR_ASKED = "the hour of the departure"
PART = "which part of the order had effect"


class Standing(Value):
    """Where an order stands on a day: whether it had effect, and why."""

    state: State
    had_effect: Answer
    why: str
    missing: tuple[str, ...] = ()


def standing(order: Order, day: date, instant: datetime | None = None) -> Standing:
    """Where `order` stands on `day`; with `instant`, at that hour where the row gives hours."""
    if order.effect == "none":
        return Standing(state="no order found", had_effect="no", why=order.requires)
    if day < order.first_day:
        return Standing(state="not made", had_effect="no", why=f"made on {order.first_day}")
    if order.until and day > order.until.latest:
        return Standing(state="ended", had_effect="no", why=order.end or "ended")
    if held := _held(order, day):
        return held
    return _begun(order, day, instant) or _ending(order, day) or _in_force(order)


def _held(order: Order, day: date) -> Standing | None:
    """The order was made, but something keeps it from having effect."""
    for hold in order.holds:
        if hold.since.earliest <= day and (hold.until is None or day < hold.until.latest):
            if hold.in_part:
                return _unknown("effect not established", hold.why, PART)
            if hold.until and day >= hold.until.earliest and not hold.until.exact:
                why = f"{hold.why}; the day on which that ended was not established"
                return _unknown("effect not established", why, "the day from which it had effect")
            return Standing(state="made, not effective", had_effect="no", why=_hold_words(hold))
    return None


def _hold_words(hold: Hold) -> str:
    until = f" until {hold.until.latest}" if hold.until else ""
    return f"{hold.why}, from {hold.since.earliest}{until}"


def _begun(order: Order, day: date, instant: datetime | None) -> Standing | None:
    """The order has no effect yet, or it got it on this very day."""
    since = order.effective
    if since is None or since.earliest <= day < since.latest:
        why = "the day from which it had effect was not established"
        return _unknown("effect not established", why, "the day from which it had effect")
    if day < since.earliest:
        why = f"it took effect on {since.earliest}"
        return Standing(state="made, not effective", had_effect="no", why=why)
    return _by_the_hour(order, instant) if day == since.latest else None


def _by_the_hour(order: Order, instant: datetime | None) -> Standing:
    hours = [f"{moment.what} order {clock(moment.at)}" for moment in order.moments]
    if not hours:
        missing = (HOUR_OF_ORDER,) if instant else (HOUR_OF_ORDER, HOUR_ASKED)
        return _unknown(
            "began that day", "made on this day; its hour is not on the shelf", *missing
        )
    told = ", ".join(hours)
    if instant is None:
        return _unknown("began that day", told, HOUR_ASKED)
    if instant < order.moments[0].at:
        why = f"{clock(instant)} is before the {hours[0]} ({told})"
        return Standing(state="not made", had_effect="no", why=why)
    given = [moment.what for moment in order.moments if moment.at <= instant]
    later = [moment.what for moment in order.moments if moment.at > instant]
    why = f"after the {given[-1]} order" + (f", before the {later[0]} one" if later else "")
    return Standing(state="in force", had_effect="yes", why=f"{why} ({told})")


def clock(at: datetime) -> str:
    """`18:45 UTC-04:00`."""
    return f"{at:%H:%M} {at.tzname()}"


def _ending(order: Order, day: date) -> Standing | None:
    until = order.until
    if until is None or day < until.earliest:
        return None
    why = order.end or "ended"
    if until.exact:
        return _unknown("ended that day", why, HOUR_OF_END, HOUR_ASKED)
    between = f"between {until.earliest} and {until.latest}"
    return _unknown("end not established", f"{why}; {between}", "the day on which it ended")


def _in_force(order: Order) -> Standing:
    if order.until is None:
        why = "no end was found, which does not say that there was none"
        return Standing(state="in force", had_effect="yes", why=why)
    end = f"{order.until.earliest}" if order.until.exact else "a day not established"
    return Standing(state="in force", had_effect="yes", why=f"until {end}: {order.end}")


def turns(order: Order) -> Iterator[date]:
    """The days from which an order may stand otherwise than on the day before."""
    yield order.first_day
    held = (bound for hold in order.holds for bound in (hold.since, hold.until))
    bounds = (bound for bound in (order.effective, order.until, *held) if bound is not None)
    known = {order.made, *(day for each in bounds for day in (each.earliest, each.latest))}
    for day in known:
        yield day
        if day < date.max:
            yield day + ONE_DAY


def _unknown(state: State, why: str, *missing: str) -> Standing:
    return Standing(state=state, had_effect="unknown", why=why, missing=missing)

"""The law shelf for people: a day, a case, the arrangements.

Invariant: the data day and the notice stand on every answer, and `unknown` says what is missing.
"""

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule

from departures.cli.terminal import safe
from departures.law.asking import Law
from departures.law.events import AgreementList, CaseRecord
from departures.law.periods import StandingOrder
from departures.law.rows import Agreement, Bound
from departures.words.countries import country_name

STYLES = {"yes": "bold", "unknown": "yellow", "no": "dim"}


def show_day(console: Console, answer: Law) -> None:
    """Print what the shelf holds for a day: in full what may cover the people, else in a line."""
    hour = f", {answer.at:%H:%M} {answer.at.tzname()}" if answer.at else ""
    console.print(safe(f"Court orders on {answer.day}{hour}", "bold"))
    if answer.beyond_data:
        console.print("The day is later than the data; what was made since is not known here.")
    if answer.nationality and answer.destination:
        people = f"citizens of {country_name(answer.nationality, article=True)}"
        third = answer.third_country_by_nationality
        console.print(safe(f"Third country by nationality, for {people}: {third}"))
    for held in answer.orders:
        if held.covers.answer != "no":
            _show_order(console, held)
    others = [held for held in answer.orders if held.covers.answer == "no"]
    if others:
        console.print(Rule("Orders for other people", align="left"))
    for held in others:
        console.print(safe(f"{held.order.id}: {held.covers.why}", "dim"))
    if not answer.orders:
        console.print("No order of the shelf had been made or was still standing.")
    _show_context(console, answer)
    _end(console, answer.as_of.isoformat(), answer.notice)


def _show_order(console: Console, held: StandingOrder) -> None:
    order, stands, covers = held.order, held.standing, held.covers
    console.print(Rule(safe(f"{order.id}: {order.name}"), align="left"))
    lines = [
        f"{order.kind}, {order.court}{f', {order.judge}' if order.judge else ''}",
        f"made {order.made}, effective {bound(order.effective)}, "
        f"until {bound(order.until, 'no end found')}",
        f"had effect: {stands.had_effect} ({stands.state}; {stands.why})",
        f"covers: {covers.answer}{f' ({covers.why})' if covers.why else ''}",
    ]
    console.print(safe(lines[0]))
    console.print(safe(lines[1]))
    console.print(safe(lines[2], STYLES[stands.had_effect]))
    console.print(safe(lines[3], STYLES[covers.answer]))
    rest = [f"for: {order.who} ({order.where})", f"requires: {order.requires}"]
    rest += [f"{each.how}: {each.order}" for each in order.acts_on]
    if order.end:
        rest.append(f"later: {order.end}")
    missing = (*stands.missing, *covers.missing)
    rest += [f"missing: {what}" for what in dict.fromkeys(missing)]
    rest += [f"not known: {what}" for what in order.unknown]
    rest += [f"from memory: {', '.join(order.from_memory)}"] if order.from_memory else []
    rest.append(f"confidence {order.confidence}; {order.basis or 'basis not stated'}")
    rest += [f"source: {source}" for source in order.sources]
    for line in rest:
        console.print(Padding(safe(line), (0, 0, 0, 2)))


def _show_context(console: Console, answer: Law) -> None:
    console.print(Rule("Context", align="left"))
    if answer.notice_rule:
        console.print(safe(f"Notice before a third country: {answer.notice_rule.says}"))
    for policy in answer.policies:
        console.print(safe(f"{policy.day} {policy.name}"))
    if answer.agreement:
        _show_agreement(console, answer.agreement)
    elif answer.destination:
        console.print("No announced arrangement with the destination was found.")


def bound(when: Bound | None, none: str = "not established") -> str:
    """A day, two days between which it lies, or that there is none."""
    if when is None:
        return none
    if when.exact:
        return when.earliest.isoformat()
    return f"between {when.earliest} and {when.latest}"


def show_case(console: Console, shown: CaseRecord) -> None:
    """Print a case with its events by day."""
    console.print(safe(f"{shown.case.id}: {shown.case.name}", "bold"))
    console.print(safe(shown.case.subject))
    for event in shown.events:
        day = bound(Bound(earliest=event.day, latest=event.latest))
        hour = f" {event.at:%H:%M} {event.at.tzname()}" if event.at else ""
        order = f" [{event.order}]" if event.order else ""
        console.print(safe(f"{day}{hour}  {event.what}{order}"))
    open_ended = [order.id for order in shown.case.orders if order.until is None]
    if open_ended:
        console.print(safe(f"No end found for: {', '.join(open_ended)}."))
        console.print("That does not say that they are in force today.")
    _end(console, shown.as_of.isoformat(), shown.notice)


def show_agreements(console: Console, shown: AgreementList) -> None:
    """Print arrangements, each with its sources."""
    for agreement in shown.agreements:
        _show_agreement(console, agreement)
    if not shown.agreements:
        console.print("No announced arrangement was found.")
    _end(console, shown.as_of.isoformat(), shown.notice)


def _show_agreement(console: Console, agreement: Agreement) -> None:
    console.print(safe(f"{agreement.country} {country_name(agreement.country)}", "bold"))
    reported = [f"reported: {each.people}, {each.what}" for each in agreement.reported]
    told = {
        "kind": agreement.kind,
        "announced": bound(agreement.announced, "no day found"),
        "first flight": bound(agreement.first_flight, "no day found"),
        "nationalities": ", ".join(agreement.nationalities),
        "in the sources' words": agreement.nationalities_told,
        "money": agreement.money,
        "terms": agreement.terms,
        "note": agreement.note,
        "from memory": ", ".join(agreement.from_memory),
        "confidence": agreement.confidence,
    }
    lines = [f"{name}: {value}" for name, value in told.items() if value]
    for line in (*lines, *reported, *(f"source: {each}" for each in agreement.sources)):
        console.print(Padding(safe(line), (0, 0, 0, 2)))


def _end(console: Console, as_of: str, notice: str) -> None:
    console.print(safe(f"Law data as of {as_of}. {notice}", "dim"))

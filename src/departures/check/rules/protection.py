"""L08–L11, L13, L16, L17: protection, fear, notice, assurances, return onward, children, words.

Invariant: a report that denies something answers no, one that is silent or unsure leaves it open.
"""

from collections.abc import Iterator

from departures.check.mentions import Topic
from departures.check.registry import Noticed, Wording, rule
from departures.check.subject import Subject
from departures.law.neutral import judging


@rule("L08")
def protected(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Somebody on board was reported to hold protection."""
    missing = "whether anybody on board held protection"
    yield from _reported(subject, wording, "protection", missing)


@rule("L09")
def screening(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Third country: which screening rule stood, and what the reports say of it."""
    yield from _by_day(subject, wording, "fear", "whether anybody was asked about fear")


@rule("L10")
def notice(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Third country: which rule on notice stood."""
    yield from _by_day(subject, wording, "notice", "whether notice was given")


@rule("L11")
def assurances(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Third country: do the reports mention assurances?"""
    if subject.third_country != "no" and not _elsewhere(subject):
        missing = "whether there were assurances, their text and whom they cover"
        yield from _reported(subject, wording, "assurances", missing)


@rule("L13")
def sent_on(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Third country, and protection or fear reported: were people sent on?"""
    if subject.third_country == "no":
        return
    told = "yes" in (subject.mentions.get("protection"), subject.mentions.get("fear"))
    if subject.third_country == "unknown" or not told:
        yield Noticed.open("whether anybody on board held protection or feared return")
        return
    yield Noticed(
        text=wording.say("none", destination=subject.where()),
        weight="question",
        answer="unknown",
        missing=("later reports on the same people",),
        claims=subject.operation.claims,
    )


@rule("L16")
def children(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Reports mention children or minors."""
    yield from _reported(subject, wording, "children", "whether children were on board")


@rule("L17")
def judging_words(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """A source's own judging words are its own; the tool never takes them over."""
    if words := judging(subject.words.replace('"', " ").replace("“", " ").replace("”", " ")):
        quoted = ", ".join(f"“{word}…”" for word in words)
        yield Noticed(text=wording.say("quoted", words=quoted), weight=None)


def _reported(subject: Subject, wording: Wording, topic: Topic, missing: str) -> Iterator[Noticed]:
    """What the reports say on a topic: a question where they tell of it, a note where they deny."""
    answer = subject.mentions.get(topic)
    claims = subject.operation.claims
    if answer == "yes":
        text = wording.say("told", destination=subject.where())
        yield Noticed(text, "question", claims)
    elif answer == "no":
        yield Noticed(wording.say("denied"), "note", claims, "no")
    else:
        yield Noticed.open(missing)


def _by_day(subject: Subject, wording: Wording, topic: Topic, missing: str) -> Iterator[Noticed]:
    """The rule that stood on the day, beside what the reports say of it."""
    if subject.third_country == "no" or _elsewhere(subject):
        return
    if subject.third_country == "unknown" or subject.missing() or subject.day is None:
        yield Noticed.open("for whom it is a third country", *subject.missing())
        return
    row = subject.law.notice_on(subject.day)
    if row is None:
        yield Noticed.open(f"the rule on {topic} that day")
        return
    answer = subject.mentions.get(topic, "unknown")
    said = {"yes": "told", "no": "denied", "unknown": "silent"}[answer]
    yield Noticed(
        text=wording.say(
            "rule",
            says=row.screening if topic == "fear" else row.says,
            reported=wording.say(said, destination=subject.where()),
        ),
        answer=answer,
        missing=(*row.unknown, *((missing,) if answer == "unknown" else ())),
        orders=(row.order,) if row.order else (),
    )


def _elsewhere(subject: Subject) -> bool:
    """Whether the operation began where the shelf's rules on notice don't hold."""
    return subject.origin is not None and not subject.american

"""L08–L11, L13, L16, L17: protection, fear, notice, assurances, return onward, children, words."""

from collections.abc import Iterator

from departures.check.registry import Noticed, Wording, rule
from departures.check.subject import Subject
from departures.law.neutral import judging

PROTECTION = (
    "withholding of removal",
    "convention against torture",
    "protection order",
    "granted asylum",
    "cat protection",
)
FEAR = ("credible fear", "reasonable fear", "fear interview", "fear of return", "fear screening")
ASSURANCES = ("diplomatic assurance", "assurances")
CHILDREN = ("unaccompanied", "minors", "children", "child ", "babies", "toddler")


def _named(subject: Subject, words: tuple[str, ...]) -> bool:
    return any(word in subject.words for word in words)


@rule("L08")
def protected(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Somebody on board was reported to hold protection."""
    if not _named(subject, PROTECTION):
        yield Noticed.open("whether anybody on board held protection")
        return
    text = wording.say("reported", destination=subject.where())
    yield Noticed(text=text, weight="question", claims=subject.operation.claims)


@rule("L09")
def screening(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Third country: which screening rule stood, and what the reports say of it."""
    yield from _by_day(subject, wording, "screening", FEAR, "whether anybody was asked about fear")


@rule("L10")
def notice(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Third country: which rule on notice stood."""
    given = ("notice", "notified")
    yield from _by_day(subject, wording, "notice", given, "whether notice was given")


def _by_day(
    subject: Subject, wording: Wording, what: str, words: tuple[str, ...], missing: str
) -> Iterator[Noticed]:
    """The rule that stood on the day, beside whether the reports mention it."""
    if subject.third_country == "no" or _elsewhere(subject):
        return
    if subject.third_country == "unknown" or subject.missing() or subject.day is None:
        yield Noticed.open("for whom it is a third country", *subject.missing())
        return
    row = subject.law.notice_on(subject.day)
    if row is None:
        yield Noticed.open(f"the rule on {what} that day")
        return
    told = _named(subject, words)
    yield Noticed(
        text=wording.say(
            "rule",
            says=row.screening if what == "screening" else row.says,
            reported=wording.say("mentioned" if told else "silent", destination=subject.where()),
        ),
        answer="yes" if told else "unknown",
        missing=(*row.unknown, *(() if told else (missing,))),
        orders=(row.order,) if row.order else (),
    )


def _elsewhere(subject: Subject) -> bool:
    """Whether the operation began where the shelf's rules on notice don't hold."""
    return subject.origin is not None and not subject.american


@rule("L11")
def assurances(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Third country: do the reports mention assurances?"""
    if subject.third_country == "no" or _elsewhere(subject):
        return
    if not _named(subject, ASSURANCES):
        yield Noticed.open("whether there were assurances, their text and whom they cover")
        return
    yield Noticed(
        text=wording.say("mentioned", destination=subject.where()), claims=subject.operation.claims
    )


@rule("L13")
def sent_on(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """Third country, and protection or fear reported: were people sent on?"""
    if subject.third_country == "no":
        return
    if subject.third_country == "unknown" or not _named(subject, PROTECTION + FEAR):
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
    if not _named(subject, CHILDREN):
        yield Noticed.open("whether children were on board")
        return
    yield Noticed(text=wording.say("mentioned"), weight="question", claims=subject.operation.claims)


@rule("L17")
def judging_words(subject: Subject, wording: Wording) -> Iterator[Noticed]:
    """A source's own judging words are its own; the tool never takes them over."""
    if words := judging(subject.words.replace('"', " ").replace("“", " ").replace("”", " ")):
        quoted = ", ".join(f"“{word}…”" for word in words)
        yield Noticed(text=wording.say("quoted", words=quoted), weight=None)

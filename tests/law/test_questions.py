"""Dated questions with known answers, from `questions.toml`."""

import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from departures import law
from departures.check import Subject, examine_each
from departures.resolve import gather
from departures.words import (
    Date,
    Nationality,
    OperationClaim,
    Place,
    Span,
    claim_id,
    document_id,
)

TEXT = (Path(__file__).parent / "questions.toml").read_text(encoding="utf-8")
QUESTIONS: list[dict[str, Any]] = tomllib.loads(TEXT)["question"]
DOCUMENT = document_id("a report")
SPAN = {"start": 0, "end": 3, "text": "xxx"}


def those(key: str) -> list[Any]:
    return [pytest.param(each, id=each["asks"]) for each in QUESTIONS if key in each]


def ask(given: dict[str, Any]) -> law.Law:
    hour = time.fromisoformat(given["time"]) if "time" in given else None
    narrowed = {key: given.get(key) for key in ("nationality", "destination", "authority")}
    return law.in_force(given["day"], at=hour, **narrowed)


def test_there_are_sixty_at_least_and_each_asks_one_thing() -> None:
    assert len(QUESTIONS) >= 60
    assert all(sum(key in each for key in ("order", "notice", "rule")) == 1 for each in QUESTIONS)


@pytest.mark.parametrize("given", those("order"))
def test_an_order_on_a_day(given: dict[str, Any]) -> None:
    assert given["order"] in law.shelf().order_by_id
    held = {each.order.id: each for each in ask(given).orders}.get(given["order"])
    if given["effect"] == "absent":
        assert held is None
        return
    assert held is not None
    assert held.standing.had_effect == given["effect"]
    assert given.get("covers", held.covers.answer) == held.covers.answer
    assert {*given.get("missing", ())} <= {*held.standing.missing, *held.covers.missing}


@pytest.mark.parametrize("given", those("notice"))
def test_the_rule_on_notice_of_a_day(given: dict[str, Any]) -> None:
    rule = ask(given).notice_rule
    assert rule is not None
    assert rule.id == given["notice"]


@pytest.mark.parametrize("given", those("rule"))
def test_a_rule_on_a_flight(given: dict[str, Any]) -> None:
    claim = flight(given["day"], given["destination"], given["carries"])
    [operation] = gather([claim])
    subject = Subject(operation, {claim.id: claim}, law.shelf())
    told = [noticed for name, noticed in examine_each(subject) if name == given["rule"]]
    found = [each for each in told if each.answer == given["answer"]]
    assert found, told
    assert {*given.get("missing", ())} <= {what for each in found for what in each.missing}
    words = " ".join(each.text for each in found)
    assert all(says in words for says in given.get("says", ()))


def flight(day: date, to: str, carries: list[str]) -> OperationClaim:
    quote = Span(start=0, end=3, text="xxx")
    return OperationClaim(
        id=claim_id(DOCUMENT, "operation", quote, to),
        document=DOCUMENT,
        quote=quote,
        reader="person/test",
        date=Date(**SPAN, earliest=day, latest=day),
        origin=Place(**SPAN, name="US", country="US", level="country"),
        destination=Place(**SPAN, name=to, country=to, level="country"),
        nationalities=tuple(Nationality(**SPAN, country=code) for code in carries),
    )

"""A timeline tells by shape what it tells by colour, and keeps words as words."""

from datetime import date
from xml.etree import ElementTree

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from departures.web.drawing.scales import Days, round_steps
from departures.web.drawing.timeline import Bar, Lane, Lettering, timeline

FIRST, LAST = date(2025, 3, 1), date(2025, 6, 30)
WORDS = Lettering(
    title="Orders",
    said="The table says the same.",
    operations="Operations",
    legend={name: name for name in ("force", "held", "unsure", "made", "effective")},
    months=["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(*lanes: Lane, day: date | None = None) -> ElementTree.Element:
    counts = {date(2025, 4, 30): 3}
    return ElementTree.fromstring(timeline(lanes, counts, FIRST, LAST, day, WORDS))


def of_class(svg: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [each for each in svg.iter() if name in (each.get("class") or "").split()]


def test_bars_of_different_standing_differ_without_their_colour() -> None:
    looks = ("force", "held", "unsure")
    bars = [Bar(date(2025, 3, n), date(2025, 3, n + 5), look) for n, look in enumerate(looks, 1)]
    svg = drawn(Lane("One order", tuple(bars)))
    shapes = {
        (each.get("fill") == "none", each.get("stroke-dasharray")) for each in of_class(svg, "bar")
    }
    assert len(shapes) == 3


def test_what_lies_outside_has_no_mark() -> None:
    bar = Bar(FIRST, LAST, "force")
    inside = drawn(Lane("Order", (bar,), made=date(2025, 4, 1), effective=date(2025, 4, 2)))
    outside = drawn(Lane("Order", (bar,), made=date(2024, 4, 1), effective=date(2026, 4, 2)))
    # The legend has one of each.
    assert [len(of_class(inside, name)) for name in ("made", "effective")] == [2, 2]
    assert [len(of_class(outside, name)) for name in ("made", "effective")] == [1, 1]


def test_words_stay_words() -> None:
    svg = drawn(Lane("<script>alert(1)</script> & co", ()))
    assert not list(svg.iter(f"{SVG}script"))
    assert "<script>alert(1)</script> & co" in [text.text for text in svg.iter(f"{SVG}text")]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_a_later_day_never_stands_before_an_earlier_one(
    first: date, last: date, one: date, other: date
) -> None:
    days = Days(min(first, last), max(first, last), 0, 100)
    early, late = min(one, other), max(one, other)
    assert 0 <= days.at(early) <= days.at(late) <= days.at(late, end=True) <= 100


@given(st.integers(0, 10**9))
def test_steps_reach_the_most_in_few_round_numbers(most: int) -> None:
    steps = round_steps(most)
    assert steps[0] == 0 and steps[-1] >= most
    assert 2 <= len(steps) <= 6

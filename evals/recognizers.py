"""Score the reader's numbers and dates against the public suites of Recognizers-Text.

    python evals/recognizers.py [--gold FOLDER] [--misses SUITE] [--floors]

For each suite: cases, results left out of scope (`scope-recognizers.toml` says which and why), and
the share of the cases left whose results are all found, with the right span and value and without
a result too many. Where the suites' conventions differ from ours, the functions named `…_matches`
say how, and accept both; the reader itself is not bent to them.

Invariant: the reader is called as documents are read; nothing here feeds back into it.
"""

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from departures.read.dates import When, find_dates
from departures.read.language import language
from departures.read.numbers import Number, find_numbers
from departures.read.page import Page

HERE = Path(__file__).parent
GOLD = HERE.parent.parent / "shared" / "eval" / "gold" / "recognizers-text"
SUITES = {
    "NumberModel": ("Number.English.NumberModel.json", 0.95),
    "NumberRangeModel": ("Number.English.NumberRangeModel.json", 0.90),
    "DateTimeModel": ("DateTime.English.DateTimeModel.json", 0.85),
    "DatePeriodExtractor": ("DateTime.English.DatePeriodExtractor.json", 0.85),
}
SLACK = re.compile(
    r"(?i)\A(?:(?:on|in|at|the|of|year|calendar|as early as|around|during|for|my)\b[ ]*|[-\"'(, ])+"
    r"|(?:[-., )]|'s)+\Z"
)
"""Function words at the ends of a phrase, which the suites take in now and then."""


class Expected(NamedTuple):
    """One result of a case: its characters (end exclusive), its values, and what it bounds."""

    start: int
    end: int
    text: str
    type: str
    values: list[Any]


class Score(NamedTuple):
    """What came of one suite."""

    cases: int
    left_out: Counter[str]
    scored: int
    right: int
    misses: list[str]

    @property
    def share(self) -> float:
        """Cases right among those scored."""
        return self.right / self.scored if self.scored else 0.0


def load_scope() -> list[dict[str, Any]]:
    """The rules of scope-recognizers.toml."""
    text = (HERE / "scope-recognizers.toml").read_text(encoding="utf-8")
    rules: list[dict[str, Any]] = tomllib.loads(text)["left_out"]
    return rules


def expected_of(case: dict[str, Any]) -> list[Expected]:
    """The results of a case in one shape."""
    results = []
    for result in case["Results"]:
        resolution = result.get("Resolution") or {}
        start = result["Start"]
        end = result["End"] + 1 if "End" in result else start + result["Length"]
        kind = (result.get("TypeName") or result.get("Type") or "").rpartition(".")[2]
        values = resolution.get("values") or [resolution.get("value")]
        results.append(Expected(start, end, case["Input"][start:end], kind, values))
    return results


def why_left_out(
    rules: Iterable[dict[str, Any]], suite: str, case: dict[str, Any], index: int | None
) -> str | None:
    """Why a case (`index` None) or one of its results is out of scope; None where it is in."""
    for rule in rules:
        if suite not in rule["suites"]:
            continue
        if index is None:
            if "input" in rule and re.search(rule["input"], case["Input"]):
                return str(rule["why"])
            continue
        result = case["Results"][index]
        if _rule_holds(rule, result, expected_of(case)[index]):
            return str(rule["why"])
    return None


def _rule_holds(rule: dict[str, Any], result: dict[str, Any], expected: Expected) -> bool:
    """Whether one rule leaves one expected result out."""
    if expected.type in rule.get("types", ()):
        return True
    if (result.get("Resolution") or {}).get("subtype") in rule.get("subtypes", ()):
        value = float(result["Resolution"]["value"])
        return not (rule.get("unless_whole") and value == int(value) and value > 1)
    if expected.type not in rule.get("of_types", (expected.type,)):
        return False
    if "text" in rule and re.search(rule["text"], expected.text):
        return not ("unless" in rule and re.search(rule["unless"], expected.text))
    return False


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the function words at its ends."""
    part = text[start:end]
    while True:
        cut = SLACK.search(part)
        if cut is None or not cut.group():
            return start, start + len(part)
        if cut.start() == 0:
            start += cut.end()
            part = part[cut.end() :]
        else:
            part = part[: cut.start()]


def same_span(text: str, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether two spans hold the same words, function words at the ends aside."""
    return trimmed(text, *ours) == trimmed(text, *theirs)


# ---- numbers -------------------------------------------------------------------------------------


def plain_numbers(page: Page, _: date | None) -> list[Number]:
    """Numbers as the suite knows them: no ordinals, no days of a month, no figures with units."""
    found = []
    for number in find_numbers(page):
        if number.form in ("ordinal", "zero") and page.words[number.first] in (
            "no",
            "none",
            "nobody",
        ):
            continue
        if number.form == "ordinal" or number.form == "vague" or number.kind == "date":
            continue
        last = number.core_last
        stuck = last < len(page.words) and page.starts[last] == page.ends[last - 1]
        if stuck and page.words[last].isalpha():
            continue
        found.append(number)
    return found


def number_matches(page: Page, ours: Number, theirs: Expected) -> bool:
    """The same value in the same words; bound words are not the suite's concern."""
    span = page.starts[ours.core_first], page.ends[ours.core_last - 1]
    value = float(theirs.values[0])
    same = ours.value is not None and abs(ours.value - value) <= 1e-9 * max(1.0, abs(value))
    return same and same_span(page.text, span, (theirs.start, theirs.end))


def bounded_numbers(page: Page, _: date | None) -> list[Number]:
    """Numbers with a bound or a range, as that suite knows them: "about 120" is none."""
    return [
        number
        for number in find_numbers(page)
        if number.form == "range"
        or (
            (number.first < number.core_first or number.last > number.core_last)
            and (
                number.lower != number.upper
                or "equal" in page.words_between(number.first, number.last).lower()
            )
        )
    ]


def range_matches(page: Page, ours: Number, theirs: Expected) -> bool:
    """The same interval of whole numbers: the suite's ranges leave out their upper end, ours don't.

    The suite leaves "about" out of a span, and "an estimated".
    """
    value = str(theirs.values[0])
    low_text, _, high_text = value[1:-1].partition(",")
    low = int(float(low_text)) + (value[0] == "(") if low_text else None
    high = int(float(high_text)) if high_text else None
    uppers = {high} if high is None or value[-1] == "]" else {high - 1}
    if low is not None and high is not None:
        uppers.add(high)
    span = ours.start, ours.end
    approximate = re.match(r"(?i)(?:about|around|roughly) ", page.text[ours.start : ours.end])
    if approximate:
        span = ours.start + approximate.end(), ours.end
    same = ours.lower == low and ours.upper in uppers
    return same and same_span(page.text, span, (theirs.start, theirs.end))


# ---- dates ---------------------------------------------------------------------------------------


def dates(page: Page, reference: date | None) -> list[When]:
    """All days and periods."""
    return find_dates(page, reference)


def periods(page: Page, reference: date | None) -> list[When]:
    """Days and periods but for single days, which that suite does not look for."""
    return [
        when
        for when in find_dates(page, reference or date(2016, 11, 7))
        if when.unit not in ("day", "night", "morning") or when.since
    ]


def period_matches(page: Page, ours: When, theirs: Expected) -> bool:
    """The same words; the suite gives no values."""
    return same_span(page.text, (ours.start, ours.end), (theirs.start, theirs.end))


def date_matches(page: Page, ours: When, theirs: Expected) -> bool:
    """The same day or period. A date with a time of day is right by its day, within its words."""
    if theirs.type in ("datetime", "datetimerange"):
        inside = theirs.start <= ours.start and ours.end <= theirs.end
        return inside and any(_same_day(ours, value) for value in theirs.values)
    if not same_span(page.text, (ours.start, ours.end), (theirs.start, theirs.end)):
        return False
    words = theirs.text.lower().strip()
    return any(_same_value(words, ours, value) for value in theirs.values)


def _readings(ours: When) -> list[tuple[date, date]]:
    """Our days: as read, in full where cut at publication, and as the next such day."""
    readings = []
    if ours.earliest is not None:
        readings.append((ours.earliest, ours.latest or date.max))
        if ours.ends is not None:
            readings.append((ours.earliest, ours.ends))
    if ours.upcoming is not None:
        readings.append(ours.upcoming)
    return readings


def _same_day(ours: When, value: dict[str, str]) -> bool:
    """Whether a moment or a stretch of hours lies on our day."""
    moment = value.get("start") or value.get("value") or value.get("end") or ""
    return any(first.isoformat() == moment[:10] for first, _ in _readings(ours))


def _same_value(words: str, ours: When, value: dict[str, str]) -> bool:
    """Whether one of the suite's values is one of our readings, conventions apart."""
    if value.get("value") == "not resolved":
        return True
    start, end = _day_of(value.get("start")), _day_of(value.get("end"))
    readings = _readings(ours)
    if start is None and end is None:
        day = _day_of(value.get("value"))
        return any(_tells_day(words, first, last, day) for first, last in readings)
    mod = value.get("Mod", "")
    if any(_same_ends(ours.unit, mod, *reading, start, end) for reading in readings):
        return True
    if start is None or end is None:
        return _within_half(words, mod, readings, start)
    return _within_edge(words, mod, readings, start, end)


def _day_of(stamp: str | None) -> date | None:
    return date.fromisoformat(stamp[:10]) if stamp else None


def _tells_day(words: str, first: date, last: date, day: date | None) -> bool:
    """Whether we tell that day.

    "two months ago" is a day of theirs in a month of ours. "last Wednesday" is theirs in the week
    before, ours the latest before the day.
    """
    if day is None:
        return False
    if words.endswith("ago"):
        return first <= day <= last
    week = re.match(r"(last|previous) \w+day\Z", words) is not None
    return first == last and (first == day or (week and (first - day).days == 7))


def _same_ends(
    unit: str, mod: str, first: date, last: date, start: date | None, end: date | None
) -> bool:
    """Whether the ends agree.

    Their periods end on the day after; a range ends where its last-named unit begins; "before",
    "since" and "after" give one end only.
    """
    after = min(last, date.max - timedelta(1)) + timedelta(1)
    ends = {after, last}
    if unit == "range":
        quarter = last.month - (last.month - 1) % 3
        ends |= {last.replace(day=1), last.replace(month=quarter, day=1)}
        ends |= {last.replace(month=1, day=1)}
    if mod.startswith(("before", "until")):
        ends |= {first}
    starts = {first, after, last} if mod.startswith("after") else {first}
    return (start is None or start in starts) and (end is None or end in ends)


def _within_edge(
    words: str, mod: str, readings: list[tuple[date, date]], start: date, end: date
) -> bool:
    """Whether our part of a period lies in theirs.

    "the end of 2000" is the last day for us, the last third for them; "earlier" and "later this
    year" end and begin on the day of publication for us, in the middle of the year for them.
    """
    if mod in ("start", "end"):
        return any(start <= first and last < end for first, last in readings)
    if words.startswith("earlier"):
        return any(first == start for first, _ in readings)
    if words.startswith("later"):
        return any(last + timedelta(1) == end for _, last in readings)
    return False


def _within_half(
    words: str, mod: str, readings: list[tuple[date, date]], start: date | None
) -> bool:
    """Since the end of 1989: the last day of a year for us, the last third for them."""
    edge = mod.endswith(("-end", "-start")) and start is not None
    return edge and any(0 <= (first - start).days < 124 for first, _ in readings if start)


# ---- scoring -------------------------------------------------------------------------------------

Finder = Callable[[Page, date | None], list[Any]]
Matcher = Callable[[Page, Any, Expected], bool]
READERS: dict[str, tuple[Finder, Matcher]] = {
    "NumberModel": (plain_numbers, number_matches),
    "NumberRangeModel": (bounded_numbers, range_matches),
    "DateTimeModel": (dates, date_matches),
    "DatePeriodExtractor": (periods, period_matches),
}


def reference_of(case: dict[str, Any]) -> date | None:
    """The day from which a case is to be read."""
    stamp = (case.get("Context") or {}).get("ReferenceDateTime")
    return date.fromisoformat(stamp[:10]) if stamp else None


def score(suite: str, folder: Path, rules: list[dict[str, Any]]) -> Score:
    """Score one suite."""
    text = (folder / SUITES[suite][0]).read_text(encoding="utf-8-sig")
    left_out: Counter[str] = Counter()
    scored = right = 0
    misses: list[str] = []
    cases = json.loads(text)
    for number, case in enumerate(cases):
        whole = why_left_out(rules, suite, case, None)
        expected = expected_of(case)
        why = [why_left_out(rules, suite, case, index) for index in range(len(expected))]
        if whole or (expected and all(why)):
            left_out[whole or why[0] or ""] += 1
            continue
        scored += 1
        wanted = [item for item, reason in zip(expected, why, strict=True) if reason is None]
        ignored = [item for item, reason in zip(expected, why, strict=True) if reason is not None]
        miss = judge(suite, case, wanted, ignored)
        right += miss is None
        if miss is not None:
            misses.append(f"{number}: {miss}")
    return Score(len(cases), left_out, scored, right, misses)


def judge(
    suite: str, case: dict[str, Any], wanted: list[Expected], ignored: list[Expected]
) -> str | None:
    """None where a case is read right, else what is wrong."""
    find, matches = READERS[suite]
    page = language("en").lay_out(case["Input"])
    found = [
        ours
        for ours in find(page, reference_of(case))
        if not any(ours.start < item.end and item.start < ours.end for item in ignored)
    ]
    for theirs in wanted:
        match = next((ours for ours in found if matches(page, ours, theirs)), None)
        if match is None:
            told = [(page.text[ours.start : ours.end], tuple(ours[4:7])) for ours in found]
            return f"{case['Input']!r}: {theirs.text!r} {theirs.values} not in {told}"
        found.remove(match)
    if found:
        return f"{case['Input']!r}: too many {[page.text[ours.start : ours.end] for ours in found]}"
    return None


def report(suite: str, result: Score) -> None:
    """Print one suite's figures."""
    floor = SUITES[suite][1]
    print(
        f"{suite:20} {result.share:.3f} (floor {floor:.2f})  {result.right} of {result.scored} "
        f"cases; {result.cases - result.scored} of {result.cases} left out"
    )
    for why, count in result.left_out.most_common():
        print(f"    {count:4} {why}")


def main(arguments: list[str] | None = None) -> int:
    """Score all suites; with --floors, exit 1 where one is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--misses", choices=SUITES, help="print the misses of one suite")
    parser.add_argument("--floors", action="store_true", help="fail below a suite's floor")
    options = parser.parse_args(arguments)
    rules = load_scope()
    low = False
    for suite in SUITES:
        result = score(suite, options.gold, rules)
        if options.misses == suite:
            print("\n".join(result.misses))
        if options.misses in (None, suite):
            report(suite, result)
        low = low or result.share < SUITES[suite][1]
    return int(options.floors and low)


if __name__ == "__main__":
    sys.exit(main())

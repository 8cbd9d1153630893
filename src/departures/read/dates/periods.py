"""Named periods: seasons, quarters, halves, fiscal years, decades.

Invariant: the fiscal year is the one of the language's data file (the United States': FY2024 is
2023-10-01 … 2024-09-30); other countries' fiscal years are read only where their end is told.
"""

from datetime import date

from departures.read.dates.calendar import Span, fiscal_span, months_span, year_span
from departures.read.dates.days import two_digit_year
from departures.read.dates.pieces import Piece, Scene

SEASON = 3
"""Months of a season, counted as meteorologists do: spring is March, April, May."""
AROUND = (-2, -1, 0, 1, 2)


def _year_at(scene: Scene, token: int) -> int | None:
    """The year whose figure is `token`."""
    word = scene.words[token]
    known = len(word) == 4 and word.isdecimal() and int(word) in scene.numbers.years
    return int(word) if known else None


def season(scene: Scene, token: int) -> Piece | None:
    """Spring 2024, the fall of 2021, last summer; "fall" and "spring" that are none are none."""
    start = scene.vocabulary.seasons[scene.words[token]]
    named = token + 2 if scene.words[token + 1] in ("of", ",") else token + 1
    year = _year_at(scene, named)
    if year is not None:
        last = named + 1
        if scene.words[last] in ("-", "–", "/") and scene.words[last + 1].isdecimal():
            last += 2
        return Piece(token, last, months_span(year, start, SEASON), "season", year=year)
    if scene.words[token + 1] == "of" or (scene.close(token + 1) and scene.words[token + 1] == "s"):
        return None
    way = scene.words[token - 1]
    if way in scene.vocabulary.directions:
        span = _season_towards(scene.published, start, scene.vocabulary.directions[way])
        return Piece(token - 1, token + 1, span, "season", "relative")
    verb = scene.is_in(token, "season_verbs.words")
    if way != "the" and way not in scene.vocabulary.edges and (verb or way not in ("in", "by")):
        return None
    if verb and not scene.is_in(token - 2, "nth.cues"):
        return None
    span = _season_towards(scene.published, start, 0)
    return Piece(token, token + 1, span, "season", "relative")


def _season_towards(published: date | None, start: int, direction: int) -> Span | None:
    """Last, this or next such season, seen from publication: over, of this year, to come."""
    if published is None:
        return None
    spans = [months_span(published.year + step, start, SEASON) for step in AROUND]
    known = [span for span in spans if span is not None]
    if direction < 0:
        over = [span for span in known if span.latest < published]
        return over[-1] if over else None
    if direction > 0:
        return next((span for span in known if span.earliest > published), None)
    this = (span for span in known if span.latest >= published or _same_year(span, published))
    return next(this, None)


def _same_year(span: Span, published: date) -> bool:
    return span.earliest.year == published.year


def quarter(scene: Scene, token: int) -> Piece | None:
    """Q1 2025, 2025 Q1, H2 of 2024, Q3."""
    length = SEASON if scene.words[token] == "q" else 2 * SEASON
    number = scene.words[token + 1]
    if not scene.close(token + 1) or len(number) != 1 or not "1" <= number <= str(12 // length):
        return None
    month = (int(number) - 1) * length + 1
    last = token + 2
    after = last + 1 if scene.words[last] in ("of", "-", ",", "/") else last
    year = _year_at(scene, after)
    if year is not None:
        return Piece(token, after + 1, months_span(year, month, length), "quarter", year=year)
    before = token - 2 if scene.words[token - 1] in ("-", "/") else token - 1
    year = _year_at(scene, before)
    if year is not None:
        return Piece(before, last, months_span(year, month, length), "quarter", year=year)
    published, span = scene.published, None
    if published is not None:
        span = months_span(published.year - (month > published.month), month, length)
    return Piece(token, last, span, "quarter", "relative")


def fiscal_year_of(scene: Scene, direction: int) -> Span | None:
    """The fiscal year `direction` years after the one of publication."""
    published = scene.published
    if published is None:
        return None
    starts = scene.vocabulary.fiscal_year_starts
    year = published.year + (starts > 1 and published.month >= starts) + direction
    return fiscal_span(year, starts) if 1 < year < 9999 else None


def fiscal(scene: Scene, token: int) -> Piece | None:
    """FY2024, FY 24, fiscal 2024, fiscal year 2024, the 2025 fiscal year."""
    after = token + 1
    if scene.is_in(after, "fiscal.year"):
        after += 1
    named = after
    while scene.words[named] in ("-", "'", "of") and named - after < 2:
        named += 1
    year = _fiscal_number(scene, named, short=scene.is_in(token, "fiscal.short"))
    if year is not None:
        return _fiscal_piece(scene, token, named + 1, year)
    before = _year_at(scene, token - 1)
    if before is None or after == token + 1:
        return None
    span = fiscal_span(before, scene.vocabulary.fiscal_year_starts)
    return Piece(token - 1, after, span, "year", "fiscal_year", year=before)


def _fiscal_number(scene: Scene, token: int, *, short: bool) -> int | None:
    """The year of a fiscal year; with `short` two digits are enough."""
    word = scene.words[token]
    if short and len(word) == 2 and word.isdecimal():
        return two_digit_year(int(word))
    return _year_at(scene, token)


def _fiscal_piece(scene: Scene, first: int, last: int, year: int) -> Piece:
    """One fiscal year; FY2023-24, which ends in 2024; fiscal years 2020 to 2022."""
    starts = scene.vocabulary.fiscal_year_starts
    second = scene.words[last + 1]
    joined = scene.words[last] in ("-", "–", "/") and scene.close(last)
    if joined and second == f"{(year + 1) % 100:02}":
        both = Span(year_span(year)[0], year_span(year + 1)[1])
        return Piece(first, last + 2, both, "years", "fiscal_year", cut=False)
    if scene.is_in(last, "joins.to") or scene.is_in(last, "joins.and"):
        until = _year_at(scene, last + 1)
        if until is not None and until > year and scene.words[first + 1] == "years":
            span = Span(fiscal_span(year, starts)[0], fiscal_span(until, starts)[1])
            return Piece(first, last + 2, span, "years", "fiscal_year", cut=False)
    return Piece(first, last, fiscal_span(year, starts), "year", "fiscal_year", year=year)


def decade(scene: Scene, token: int) -> Piece | None:
    """The nineties."""
    if scene.words[token - 1] != "the":
        return None
    start = scene.vocabulary.decades[scene.words[token]]
    start += 2000 if start < 20 else 1900
    return Piece(token, token + 1, Span(date(start, 1, 1), date(start + 9, 12, 31)), "decade")

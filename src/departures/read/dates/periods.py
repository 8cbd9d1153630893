"""Named periods: seasons, quarters, halves, fiscal years, decades.

Invariant: the fiscal year is the one of the language's data file (the United States': FY2024 is
2023-10-01 … 2024-09-30); other countries' fiscal years are read only where their end is told.
"""

from datetime import date

from departures.read.dates.calendar import Span, fiscal_span, months_span, year_span
from departures.read.dates.days import two_digit_year
from departures.read.dates.pieces import Piece, Scene

ARTICLES = ("the", "in", "during", "over", "of", "since", "by", "until")


def season(scene: Scene, token: int) -> Piece | None:
    """Spring 2024, the fall of 2021, last summer; "fall" and "spring" that are none are none."""
    vocabulary = scene.vocabulary
    start = vocabulary.seasons[scene.words[token]]
    last = token + 2 if scene.word(token + 1) == "of" else token + 1
    word = scene.word(last)
    if len(word) == 4 and word.isdecimal() and int(word) in scene.numbers.years:
        end, year = last + 1, int(word)
        if scene.word(end) in ("-", "/") and scene.close(end) and scene.word(end + 1).isdecimal():
            end += 2
        return Piece(token, end, months_span(year, start, 3), "season")
    way = scene.word(token - 1)
    if way in vocabulary.directions:
        return _season_towards(scene, token, start, vocabulary.directions[way])
    if way in ARTICLES or vocabulary.edges.get(way):
        if scene.word(token + 1) == "of" or (
            way != "the" and scene.words[token] in ("fall", "spring")
        ):
            return None
        if way == "the" and scene.word(token - 2) not in ARTICLES:
            return None
        return _season_towards(scene, token + 1, start, 0)._replace(first=token, last=token + 1)
    return None


def _season_towards(scene: Scene, token: int, start: int, direction: int) -> Piece:
    """This, last or next such season, seen from publication."""
    published = scene.published
    if published is None:
        return Piece(token - 1, token + 1, None, "season", "relative")
    spans = [months_span(published.year + step, start, 3) for step in (-2, -1, 0, 1, 2)]
    known = [span for span in spans if span is not None]
    if direction < 0:
        known = [span for span in known if span.latest < published][-1:]
    elif direction > 0:
        known = [span for span in known if span.earliest > published][:1]
    else:
        known = [
            span
            for span in known
            if span.latest >= published or span.earliest.year == published.year
        ][:1]
    span = known[0] if known else None
    return Piece(token - 1, token + 1, span, "season", "relative")


def quarter(scene: Scene, token: int) -> Piece | None:
    """Q1 2025, 2025 Q1, H2 of 2024, Q3."""
    length = 3 if scene.words[token] == "q" else 6
    number = scene.word(token + 1)
    if (
        not scene.close(token + 1)
        or number not in ("1", "2", "3", "4")
        or (length == 6 and number > "2")
    ):
        return None
    last = token + 2
    after = last + 1 if scene.word(last) in ("of", "-", ",", "/") else last
    first, year = token, scene.word(after)
    if len(year) == 4 and year.isdecimal() and int(year) in scene.numbers.years:
        last = after + 1
    else:
        before = token - 2 if scene.word(token - 1) in ("-", "/") else token - 1
        year = scene.word(before)
        if len(year) == 4 and year.isdecimal() and int(year) in scene.numbers.years:
            first = before
        else:
            year = ""
    month = (int(number) - 1) * length + 1
    if year:
        span = months_span(int(year), month, length)
        return Piece(first, last, span, "quarter", year=int(year))
    published = scene.published
    span = None
    if published is not None:
        back = 0 if month <= published.month else 1
        span = months_span(published.year - back, month, length)
    return Piece(first, last, span, "quarter", "relative")


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
    vocabulary = scene.vocabulary
    after = token + 1
    if scene.word(after) in vocabulary.sets["fiscal.year"]:
        after += 1
    named = after
    while scene.word(named) in ("-", "'", "of") and named - after < 2:
        named += 1
    year = _fiscal_number(scene, named, short=scene.words[token] in vocabulary.sets["fiscal.short"])
    if year is not None:
        return _fiscal_piece(scene, token, named + 1, year)
    before = _fiscal_number(scene, token - 1, short=False)
    if before is not None and after > token + 1:
        return Piece(
            token - 1,
            after,
            fiscal_span(before, vocabulary.fiscal_year_starts),
            "year",
            "fiscal_year",
        )
    return None


def _fiscal_number(scene: Scene, token: int, *, short: bool) -> int | None:
    word = scene.word(token)
    if not word.isdecimal():
        return None
    if len(word) == 4 and int(word) in scene.numbers.years:
        return int(word)
    return two_digit_year(int(word)) if short and len(word) == 2 else None


def _fiscal_piece(scene: Scene, first: int, last: int, year: int) -> Piece:
    """One fiscal year, or two: FY2023-24, fiscal years 2020 and 2021."""
    starts = scene.vocabulary.fiscal_year_starts
    span = fiscal_span(year, starts)
    join, second = scene.word(last), scene.word(last + 1)
    if join in ("-", "/") and scene.close(last) and second.isdecimal():
        if len(second) == 2 and int(second) == (year + 1) % 100:
            both = Span(year_span(year)[0], year_span(year + 1)[1])
            return Piece(first, last + 2, both, "years", "fiscal_year", cut=False)
    return Piece(first, last, span, "year", "fiscal_year", year=year)


def decade(scene: Scene, token: int) -> Piece | None:
    """The nineties."""
    if scene.word(token - 1) != "the":
        return None
    start = scene.vocabulary.decades[scene.words[token]]
    start += 2000 if start < 20 else 1900
    return Piece(token, token + 1, Span(date(start, 1, 1), date(start + 9, 12, 31)), "decade")

"""Benches: the courts, judges and court papers that a page names, and who a bare "she" is.

Invariant: a bench's tokens `first`…`last` (exclusive) hold its name and lie in one sentence.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from departures.read.language import grammar
from departures.read.lexicon import Hit, Lexicon, Values, load_tables
from departures.read.page import Page, fold
from departures.read.speech.grammar import tables

_NAME_MARKS = frozenset("-.'")
_REACH = 8
"""So many words of a name may stand before its noun."""
_ORDINAL = 2
"""Digits in the number of a court: "the 10th Circuit"."""
_MEMORY = 60
"""Among so many benches back "the judge" is looked for."""


@cache
def court_words(code: str = "en") -> Lexicon:
    """The courts, what they do and what they are asked for; a list apart from the reader's."""
    lexicon = Lexicon()
    load_tables(lexicon, grammar(code, "courts"), "courts.toml")
    return lexicon


@cache
def bench_nouns(code: str = "en") -> frozenset[str]:
    """The words without which a page names no court."""
    tables = grammar(code, "courts")["bench"].values()
    return frozenset(fold(phrase).split()[0] for table in tables for phrase in table["words"])


@cache
def order_words(code: str = "en") -> dict[str, frozenset[str]]:
    """The tables of the order grammar."""
    return {name: frozenset(words) for name, words in grammar(code, "orders")["words"].items()}


class Bench(NamedTuple):
    """A court, a judge or a court's paper; `name` and its offsets leave the determiner out."""

    kind: str
    first: int
    last: int
    start: int
    end: int
    name: str
    surname: str | None
    named: bool
    """Whether it is told by a name, not only as "a federal judge"."""


@dataclass(slots=True)
class Benches:
    """All benches of a page, in order, and the judges by their surnames."""

    page: Page
    found: list[Bench] = field(default_factory=list)
    nouns: list[int] = field(default_factory=list)
    """The token of each bench's noun."""
    surnames: dict[str, Bench] = field(default_factory=dict)

    def before(self, token: int, kind: str) -> Bench | None:
        """The last bench of a kind before `token`."""
        for bench in self._back(token):
            if bench.kind == kind:
                return bench
        return None

    def after(self, token: int, kind: str) -> Bench | None:
        """The next bench of a kind after `token`, where the text is near enough."""
        begin = bisect_left(self.nouns, token)
        for bench in self.found[begin : begin + _MEMORY]:
            if bench.kind == kind:
                return bench
        return None

    def between(self, first: int, last: int) -> list[Bench]:
        """The benches that begin at tokens `first`…`last` (exclusive)."""
        begin, end = bisect_left(self.nouns, first), bisect_left(self.nouns, last + _REACH + 2)
        return [bench for bench in self.found[begin:end] if first <= bench.first < last]

    def _back(self, token: int) -> Iterator[Bench]:
        """The benches before a token, the nearest first."""
        end = bisect_left(self.nouns, token + _REACH + 2)
        for at in range(end - 1, max(-1, end - _MEMORY), -1):
            if self.found[at].first < token:
                yield self.found[at]

    def named(self, bench: Bench) -> Bench:
        """The bench named in full that "the judge" or "the court" stands for."""
        if bench.named or self.page.words[bench.first] != "the":
            return bench
        for known in self._back(bench.first):
            if known.kind == bench.kind and known.named:
                return known
        return bench


def find_benches(page: Page, hits: list[Hit], values: Values) -> Benches:
    """The courts, judges and court papers of a page; `values`: those of the hits."""
    benches = Benches(page)
    words, offices, writs = order_words(), values["bench"], values["writ"]
    for hit in hits:
        office = offices.get(hit.first)
        if office == "panel" and (not benches.found or page.words[hit.first - 1] != "the"):
            continue
        if office == "lord" and (not benches.found or not _is_justice(page, hit)):
            continue
        if office == "letters":
            if _are_letters(page, hit):
                _note(benches, _lettered(page, hit), hit)
            continue
        if office is not None and (office != "justice" or _is_justice(page, hit)):
            kind = "court" if office in ("court", "panel") else "judge"
            bench = _read_bench(page, hit, kind, words)
        elif hit.first in writs and not _other_paper(page, hit, words):
            bench = _read_bench(page, hit, "writ", words)
        else:
            continue
        _note(benches, bench, hit)
    return benches


def _note(benches: Benches, bench: Bench, hit: Hit) -> None:
    """Add a bench, or make it one with the bench before that it overlaps."""
    before = benches.found[-1] if benches.found else None
    if before and bench.first < before.last and "writ" not in (before.kind, bench.kind):
        if bench.kind == "court" and before.kind == "judge":  # judges at the Boston court
            benches.found[-1] = _seated(benches.page, before, bench)
        if before.last < hit.first or bench.kind != "judge":
            return
        benches.found.pop()  # a Federal Court judge is a judge
        benches.nouns.pop()
    benches.found.append(bench)
    benches.nouns.append(hit.first)
    if bench.surname:
        benches.surnames.setdefault(bench.surname, bench)


def _are_letters(page: Page, hit: Hit) -> bool:
    """Whether "J" or "CJ" stands behind a name: "Nolan AJ"."""
    own = page.text[page.starts[hit.first] : page.ends[hit.first]]
    before = hit.first - 1
    named = before >= 0 and page.capital(before) and len(page.words[before]) > 2
    return own.isupper() and named and page.words[before].isalpha()


def _lettered(page: Page, hit: Hit) -> Bench:
    """The judge whose name stands before his letters."""
    first = hit.first - 1
    start, end = page.starts[first], page.ends[hit.last - 1]
    return Bench(
        "judge", first, hit.last, start, end, page.text[start:end], page.words[first], True
    )


def _seated(page: Page, judge: Bench, court: Bench) -> Bench:
    """A judge with the court at which he sits, whose name goes on from his."""
    last = max(judge.last, court.last)
    end = page.ends[last - 1]
    return judge._replace(last=last, end=end, name=" ".join(page.text[judge.start : end].split()))


def _is_justice(page: Page, hit: Hit) -> bool:
    """Whether "Justice" is a judge's title, and no department or virtue."""
    follows = hit.last < len(page.words) and page.capital(hit.last)
    office = follows and page.words[hit.last] in ("department", "ministry", "minister", "secretary")
    return page.capital(hit.first) and follows and not office


def _other_paper(page: Page, hit: Hit, words: dict[str, frozenset[str]]) -> bool:
    """Whether an "order" is another: a removal order, an executive order, "in order to"."""
    before = page.words[hit.first - 1] if hit.first else ""
    after = " ".join(page.words[hit.last : hit.last + 2])
    beyond = words["not_writs_after"]
    if before == "'s" and page.words[hit.last : hit.last + 1] == ["to"]:
        return False
    return before in words["not_writs"] or after in beyond or after.split(" ")[0] in beyond


def _read_bench(page: Page, hit: Hit, kind: str, words: dict[str, frozenset[str]]) -> Bench:
    """The whole name around a noun: "U.S. District Judge Ana Ruiz in Tacoma, Washington"."""
    floor = page.sentences[page.sentence_of(hit.first)].first
    limit = page.sentences[page.sentence_of(hit.first)].last
    first, last = hit.first, hit.last
    while first > max(floor, hit.first - _REACH) and _extends(page, first - 1, words):
        first -= 1
    named = any(page.capital(token) for token in range(max(first, floor + 1), hit.first))
    start = first
    if first > floor and page.words[first - 1] in words["determiners"]:
        first -= 1
    surname: str | None = None
    if kind == "judge":
        last, surname = _personal_name(page, last, limit)
    if kind == "writ":
        named = not page.words[hit.first].startswith(("order", "decision", "ruling"))
    else:
        end = _whereabouts(page, last, limit, words)
        named = named or surname is not None or (kind == "court" and end > last)
        last = end
        if kind == "judge" and surname is None:
            last, surname = _apposed_name(page, last, limit)
            named = named or surname is not None
    closing = last - 1 if page.words[last - 1] == "," else last
    name = " ".join(page.words_between(start, closing).split())
    ends = page.ends[closing - 1]
    return Bench(kind, first, last, page.starts[start], ends, name, surname, named)


def _extends(page: Page, token: int, words: dict[str, frozenset[str]]) -> bool:
    """Whether a token before a noun belongs to the bench's name."""
    word = page.words[token]
    if word in words["adjectives"] or word in ("-", "'s"):
        return True
    if (
        word in tables("en").speaks
        or word in words["determiners"]
        or word in words["objects"]
        or word in words["turns"]
    ):
        return False
    if word in tables("en").time or (word.isdigit() and len(word) > _ORDINAL):
        return False
    return page.capital(token) or word.isdigit()


def _personal_name(page: Page, token: int, limit: int) -> tuple[int, str | None]:
    """The capitalised name that begins at `token`: the token after it, and the surname."""
    end, surname = token, None
    while end < limit and (page.capital(end) or page.words[end] in _NAME_MARKS):
        if page.capital(end):
            surname = page.words[end]
        end += 1
    while end > token and page.words[end - 1] in _NAME_MARKS:
        end -= 1
    return (end, surname) if surname else (token, None)


def _whereabouts(page: Page, token: int, limit: int, words: dict[str, frozenset[str]]) -> int:
    """The token after "of the District of Columbia", "in Tacoma, Washington,"."""
    end = token
    while end + 1 < limit and page.words[end] in words["onward"]:
        after = end + 1
        while after < limit and page.words[after] in words["within"]:
            after += 1
        if after >= limit or not page.capital(after):
            break
        begun = after
        while after < limit and (page.capital(after) or page.words[after] in _NAME_MARKS):
            after += 1
        while after > begun and page.words[after - 1] in _NAME_MARKS:
            after -= 1
        if page.words[end] == "on" or (end == token and page.words[begun] in tables("en").time):
            break
        end = after
        if end < limit and page.words[end] in words["seats"]:
            end += 1
        region = end + 2 < limit and page.words[end] == "," and page.capital(end + 1)
        if region and page.words[end + 2] == ",":
            return end + 3
    return end


def _apposed_name(page: Page, token: int, limit: int) -> tuple[int, str | None]:
    """The name set beside an office: "a judge in Tapachula, Octavio Lechuga,"."""
    if token + 2 < limit and page.words[token] == "," and page.capital(token + 1):
        end, surname = _personal_name(page, token + 1, limit)
        if surname and end < limit and page.words[end] == ",":
            return end + 1, surname
    return token, None

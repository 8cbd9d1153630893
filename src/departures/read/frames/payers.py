"""Who paid for a movement: by what connects a payer to a word of paying.

"paid for by Frontex", "at Georgia's expense", "an EU-funded charter", "Caracas pays", "chartered
by the ministry". Invariant: money that buys something else, and money that was not paid, names no
payer; a payer's offsets hold the words that name it.
"""

from collections.abc import Iterator
from functools import cache

from departures.read.frames.drafts import Backer, Payer
from departures.read.language import grammar
from departures.read.lexicon import Hit
from departures.read.places import PlaceHit
from departures.read.scene import Line, Scene

NEAR = 8
"""So many words may stand between a payer and its verb, and between a verb and what it pays."""
BY_WITHIN = 7
"""So many words after its verb the "by" may stand: "footed, the agency says, by …"."""
AFTER_BY = 4
"""So many words after a "by" its payer may begin: "by the government of …"."""
OFFICE_WITHIN = 30
"""So many sentences back "the agency" reaches."""
STATES = ("country", "state", "territory")


@cache
def payer_words(code: str = "en") -> dict[str, frozenset[str]]:
    """The tables of the grammar of paying."""
    return {name: frozenset(text.split()) for name, text in grammar(code, "payers").items()}


def funder(
    scene: Scene, line: Line, first: int, last: int, *, certain: bool = False
) -> Payer | None:
    """Who is said to have paid for the flight in these words; `certain` that they tell of one."""
    hired: Payer | None = None
    for hit in line.of("funding"):
        if not first <= hit.first < last or _refused(scene, line, hit):
            continue
        sense = hit.sense("funding")
        form = sense.value if sense else ""
        if not _for_flight(scene, line, hit, form, certain=certain):
            continue
        payer = _payer(scene, line, hit, form)
        if payer is None:
            continue
        if form != "hires":
            return payer
        hired = hired or payer
    return hired


def _refused(scene: Scene, line: Line, hit: Hit) -> bool:
    """Whether the words say that nobody paid: "did not pay", "won't cover the cost"."""
    words, refusing = scene.page.words, payer_words()["negations"]
    for token in range(hit.first - 1, max(line.first, hit.first - 4) - 1, -1):
        if words[token] in refusing:
            return True
        if not words[token][0].isalpha():
            return False
    return False


def _for_flight(scene: Scene, line: Line, hit: Hit, form: str, *, certain: bool) -> bool:
    """Whether what is paid for is the movement, by the kind of the word of paying."""
    words = scene.page.words
    tables = payer_words()
    around = words[max(line.first, hit.first - NEAR) : min(line.last, hit.last + NEAR)]
    if form in ("bill", "expense"):
        return True
    if form == "settles":
        return not tables["costs"].isdisjoint(around)
    if form == "funds" and certain:
        return True
    if form == "pays" and _ends(words, hit.last, line.last):
        return True
    if not tables["costs"].isdisjoint(around) or not tables["things"].isdisjoint(around):
        return True
    near = range(max(line.first, hit.first - NEAR), min(line.last, hit.last + NEAR))
    return any(
        other.first in near and (other.sense("vehicle") or other.sense("operation"))
        for other in line.hits
    )


def _ends(words: list[str], token: int, last: int) -> bool:
    """Whether the clause is over: "Caracas pays.", "Pretoria paid it"."""
    return token >= last or not words[token][0].isalnum() or words[token] in ("it", "and")


def _payer(scene: Scene, line: Line, hit: Hit, form: str) -> Payer | None:
    words = scene.page.words
    if form == "expense":
        return _owner(scene, line, hit)
    if form == "money":
        beside = (payer for payer in _payers(scene, line) if payer.last == hit.first)
        return next(beside, None) or _after(scene, line, hit, "sources")
    after = _after(scene, line, hit, "agents")
    if after is not None or form == "hires":
        return after
    if words[hit.first - 1] == "-":
        return next((one for one in _payers(scene, line) if one.last == hit.first - 1), None)
    passive = not payer_words()["passive"].isdisjoint(
        words[max(line.first, hit.first - 2) : hit.first]
    )
    return None if passive else _subject(scene, line, hit)


def _payers(scene: Scene, line: Line) -> Iterator[Payer]:
    """What can pay: offices, states, capitals for their governments, and listed private payers."""
    yield from line.agencies
    seats = {agency.last for agency in line.agencies}  # "IOM Tunis"
    for place in line.places:
        state = place.kind in STATES or place.country == "EU" or place.capital
        if state and place.first not in seats:
            yield place
    for hit in line.of("payer"):
        yield _backer(scene, hit.first, hit.last)


def _owner(scene: Scene, line: Line, hit: Hit) -> Payer | None:
    """The payer of "at Georgia's expense", "at the expense of Georgia", "at its own cost"."""
    words = scene.page.words
    if words[hit.last - 1] == "of":
        return _after(scene, line, hit, "agents")
    if words[hit.last - 2] != "own":
        return next((one for one in _payers(scene, line) if one.last == hit.first), None)
    if "its" not in words[hit.first - 1 : hit.last]:
        return None
    subjects = [one for one in _payers(scene, line) if one.last <= hit.first]
    subjects = [one for one in subjects if not _is_placed(words, one)]
    return min(subjects, key=lambda one: one.first, default=None)


def _is_placed(words: list[str], payer: Payer) -> bool:
    """Whether a place only tells where: "the embassy in Bangkok", "flown to Kinshasa"."""
    token = payer.first - 1
    if token >= 0 and words[token] == "the":
        token -= 1
    return token >= 0 and words[token] in payer_words()["placing"]


def _after(scene: Scene, line: Line, hit: Hit, prepositions: str) -> Payer | None:
    """The payer after "by", "of", "from": the nearest one, or the office that is meant."""
    words, leading = scene.page.words, payer_words()[prepositions]
    if words[hit.last - 1] == "to":
        leading = leading | {"to"}
    for token in range(hit.last - 1, min(hit.last + BY_WITHIN, line.last)):
        if words[token] not in leading:
            continue
        after = [one for one in _payers(scene, line) if 0 <= one.first - token <= AFTER_BY]
        if after:
            return min(after, key=lambda one: (words[one.last : one.last + 1] == ["'s"], one.first))
        if words[token] in payer_words()["agents"]:
            return _known_office(scene, line, token + 1) or _name(scene, line, token + 1)
    return None


def _name(scene: Scene, line: Line, token: int) -> Payer | None:
    """A name that no list knows: "by Meadowlark Aid"."""
    page = scene.page
    first = token + 1 if page.words[token : token + 1] == ["the"] else token
    last = _name_end(scene, line, first)
    known = {carrier.first for carrier in line.carriers}
    known.update(people.first for people in line.peoples)
    known.update(when.first for when in line.dates)
    if last == first or first in known or any(place.first == first for place in line.places):
        return None
    return _backer(scene, first, last)


def _name_end(scene: Scene, line: Line, token: int) -> int:
    """The end of the capitalised words that begin at a token."""
    page = scene.page
    while token < line.last and page.words[token][0].isalnum() and page.capital(token):
        token += 1
        joined = token + 1 < line.last and page.words[token] == "-" and page.capital(token + 1)
        token += joined
    return token


def _backer(scene: Scene, first: int, last: int) -> Backer:
    start, end = scene.page.starts[first], scene.page.ends[last - 1]
    return Backer(first, last, start, end, scene.page.text[start:end])


def _subject(scene: Scene, line: Line, hit: Hit) -> Payer | None:
    """The subject of "X paid for the flight", "X, which covered the cost", "it paid for"."""
    words = scene.page.words
    before = [
        one
        for one in _payers(scene, line)
        if 0 <= hit.first - one.last <= NEAR
        and words[one.first - 1] not in ("not", "-")
        and not (isinstance(one, PlaceHit) and _is_placed(words, one))
    ]
    if before:
        return max(before, key=lambda one: (one.last, one.last - one.first))
    if words[hit.first - 1] == "it":
        subjects = [one for one in _payers(scene, line) if one.last < hit.first]
        subjects = [one for one in subjects if not _is_placed(words, one)]
        return min(subjects, key=lambda one: one.first, default=None)
    return _known_office(scene, line, hit.first - 2)


def _known_office(scene: Scene, line: Line, token: int) -> Payer | None:
    """The office that "the agency", "his ministry" at a token points back at: the one named last.

    Where none was named, those words themselves.
    """
    words, tables = scene.page.words, payer_words()
    pair = words[token : token + 2] if token >= line.first else []
    if len(pair) < 2 or pair[0] not in tables["pointing"] or pair[1] not in tables["offices"]:
        return None
    if words[token + 2 : token + 3] == ["of"]:
        return _backer(scene, token + 1, _name_end(scene, line, token + 3))
    for above in reversed(scene.lines[max(0, line.index - OFFICE_WITHIN) : line.index + 1]):
        for agency in reversed(above.agencies):
            if agency.last <= token and words[agency.first] not in tables["offices"]:
                return agency
    return _backer(scene, token + 1, token + 2)

"""Which names are places at all: not persons, not ordinary words, and not parts of longer names.

Invariant: judging only drops and marks; what remains keeps its tokens and its order.
"""

from departures.read.naming import Style, Surroundings
from departures.read.place_names import Found


def judge(found: list[Found], around: Surroundings) -> list[Found]:
    """Without persons and ordinary words; names inside names marked."""
    kept: list[Found] = []
    persons: set[str] = set()
    supported: set[str] = set()
    doubtful: set[int] = set()
    count = len(found)
    for index, item in enumerate(found):
        follows = index + 1 < count and found[index + 1].first == item.last
        leads = index > 0 and found[index - 1].last == item.first
        name = item.name
        if name.people:
            _judge_people(item, follows, around)
        elif item.joined or item.part:
            supported.add(item.key)
        elif name.person and _is_person(item, leads, follows, around):
            persons.add(item.key)
            continue
        else:
            item.inside = _is_inside(item, leads, follows, around)
            if name.person or name.word:
                if _stands_as_place(item, kept, around):
                    supported.add(item.key)
                else:
                    doubtful.add(item.first)
        if around.word_after(item.last) not in around.words.thing:
            kept.append(item)
    if not doubtful:
        return kept
    return [i for i in kept if i.first not in doubtful or _believed(i, persons, supported)]


def _believed(item: Found, persons: set[str], supported: set[str]) -> bool:
    """Whether a doubtful name counts, by what the document says elsewhere."""
    if item.name.word or item.key in persons:
        return False
    best = item.name.entries[0]
    known = best.kind in ("country", "territory") or "c" in best.marks
    return known or item.key in supported


def _judge_people(item: Found, follows: bool, around: Surroundings) -> None:
    """Mark a nationality in a longer name: "American Airlines", "Uzbek Foreign Ministry"."""
    if follows or around.word_after(item.last) not in around.words.name:
        return
    if around.capital(item.last):
        many = "p" in item.name.entries[0].marks
        item.inside = not many or around.style(item.first) is Style.PROSE


def _is_person(item: Found, leads: bool, follows: bool, around: Surroundings) -> bool:
    """Whether a name that can be a person's is one here."""
    words, sets = around.page.words, around.words
    first, last = item.first, item.last
    previous, following = around.word_before(first), around.word_after(last)
    if previous in sets.title:
        return True
    if previous == "." and first > 1 and around.capital(first - 2):
        title = words[first - 2]
        return title in sets.title or (len(title) == 1 and not around.opens(first))
    if around.names_on(last) and following not in sets.name:
        return not follows
    if not leads and around.named_before(first, opening=True):
        return True
    aged = following == "," and last + 2 < len(words) and words[last + 2] == ","
    return aged and words[last + 1].isdigit() and not around.supported(first)


def _is_inside(item: Found, leads: bool, follows: bool, around: Surroundings) -> bool:
    """Whether a place stands in a longer name: "Boston Globe", "Bank of Uzbekistan"."""
    first = item.first
    if not follows and around.names_on(item.last):
        return True
    if not leads and around.named_before(first):
        return True
    words, sets = around.page.words, around.words
    if words[first - 1] not in ("of", "the"):
        return False
    of = first - 2 if around.word_before(first) == "the" else first - 1
    if of < 1 or words[of] != "of" or words[of - 1] in sets.polity or not around.capital(of - 1):
        return False
    return words[of - 1] in sets.name or around.named_before(of)


def _stands_as_place(item: Found, kept: list[Found], around: Surroundings) -> bool:
    """Whether the words around a name show that it means a place."""
    if around.supported(item.first):
        return True
    if around.word_after(item.last) in _DATELINE and around.opens(item.first):
        return around.page.words_between(item.first, item.last).isupper()
    before = kept[-1] if kept else None
    if before is None or before.name.people or item.first - before.last != 1:
        return False
    return around.word_before(item.first) in ("and", "or", ",", "/", "-", "–")


_DATELINE = ("-", "–", "—", "/", ",", "(")

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
            _judge_people(item, follows, found[index - 1] if index else None, around)
        elif item.joined or item.part:
            supported.add(item.key)
        elif name.person and _is_person(item, leads, follows, around):
            persons.add(item.key)
            continue
        else:
            item.inside = _is_inside(item, leads, follows, around)
            if item.inside and not _is_well_known(item) and _in_person(item, around):
                persons.add(item.key)
            if name.person or name.word:
                if _stands_as_place(item, kept, around):
                    supported.add(item.key)
                else:
                    doubtful.add(item.first)
        if around.word_after(item.last) not in around.words.thing:
            kept.append(item)
    return _believed(kept, doubtful, persons, supported, around)


def _believed(
    kept: list[Found],
    doubtful: set[int],
    persons: set[str],
    supported: set[str],
    around: Surroundings,
) -> list[Found]:
    """Without the doubtful names that the document doesn't show elsewhere to be places."""
    if not doubtful and not persons:
        return kept
    found: list[Found] = []
    for item in kept:
        if item.key in persons and not (item.joined or item.part or item.inside):
            believed = _stands_as_place(item, found, around)
        elif item.first in doubtful:
            believed = _is_well_known(item) or item.key in supported
            believed = believed and not item.name.word
        else:
            believed = True
        if believed:
            found.append(item)
    return found


def _is_well_known(item: Found) -> bool:
    """Whether a name means a country or a capital first of all."""
    best = item.name.entries[0]
    return best.kind in ("country", "territory") or "c" in best.marks


def _in_person(item: Found, around: Surroundings) -> bool:
    """Whether the longer name around a town can be a person's: "Celestino Ondo Nfumu"."""
    words, sets = around.page.words, around.words
    before = words[item.first - 1] if around.named_before(item.first) else ""
    after = words[item.last] if around.names_on(item.last) else ""
    return before not in sets.name and after not in sets.name and before != "of"


def _judge_people(item: Found, follows: bool, before: Found | None, around: Surroundings) -> None:
    """Mark a nationality in a longer name: "American Airlines", "Haitian Americans"."""
    if before is not None and before.name.people and item.key in _SECOND:
        between = around.page.words[before.last : item.first]
        item.inside = between in ([], ["-"])
        return
    named = around.word_after(item.last) in around.words.name and around.capital(item.last)
    if named and not follows:
        many = "p" in item.name.entries[0].marks
        item.inside = not many or around.style(item.first) is Style.PROSE


_SECOND = ("american", "americans")


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

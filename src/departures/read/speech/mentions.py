"""Who is named: a noun phrase read as a person, an office, an organisation or a pronoun.

Invariant: a mention's tokens `first`…`last` (exclusive) hold its name.
"""

from typing import NamedTuple

from departures.read.speech.grammar import Noun
from departures.read.speech.scene import Scene

_NAME_MARKS = frozenset("-.'")


class Mention(NamedTuple):
    """Somebody who may speak. `kind`: person (named), role, body, source, data, name, pronoun."""

    kind: str
    name: str
    role: str | None
    organization: str | None
    gender: str | None
    plural: bool
    first: int
    last: int
    head: str
    """The folded word by which the text may call it later: a surname, "ministry", "he"."""


def read_mention(scene: Scene, first: int, last: int) -> Mention | None:
    """The noun phrase at tokens `first`…`last` (exclusive) as somebody who may speak."""
    words, tables = scene.words, scene.tables
    while first < last and (words[first] in tables.joins or words[first] in _NAME_MARKS):
        first += 1
    if first >= last:
        return None
    pronoun = tables.pronouns.get(words[first])
    if pronoun is not None and last - first == 1:
        return _pronoun(scene, first, pronoun)
    start = first + 1 if words[first] == "the" and last - first > 1 else first
    end, head = _head(scene, start, last)
    if head is None:
        return _without_noun(scene, start, end, last)
    return _with_noun(scene, start, head, end, last)


def _pronoun(scene: Scene, token: int, who: str) -> Mention:
    gender = who if who in ("male", "female") else None
    text = scene.page.words_between(token, token + 1)
    kind = "narrator" if who == "narrator" else "pronoun"
    return Mention(kind, text, None, None, gender, who == "many", token, token + 1, who)


def _head(scene: Scene, first: int, last: int) -> tuple[int, tuple[int, int, Noun] | None]:
    """Where the head of a phrase ends (before "of", "for", "who"), and the last noun in it."""
    words, prepositions = scene.words, scene.tables.prepositions
    nouns, longer = scene.tables.nouns, scene.longer
    head: tuple[int, int, Noun] | None = None
    token = first
    while token < last:
        word = words[token]
        noun, after = nouns.get(word), token + 1
        if longer and token in longer:
            after, noun = longer[token]
        if noun is not None and _outranks(head, token, noun):
            possessive = after < last and words[after] in ("'s", "'")
            if not possessive and after <= last:
                head = (token, after, noun)
            token = after
            continue
        if token > first and (word in prepositions or word in "(,"):
            break
        token += 1
    return token, head


def _outranks(head: tuple[int, int, Noun] | None, token: int, noun: Noun) -> bool:
    """Whether a noun heads its phrase instead of `head`: no organisation does behind a role."""
    if head is None or head[2].kind != "role" or noun.kind == "role":
        return True
    return noun.kind == "body" and head[1] == token  # Justice Department


def _text(scene: Scene, first: int, last: int) -> str:
    page = scene.page
    text = page.text[page.starts[first] : page.ends[last - 1]]
    return " ".join(text.split()) if "\n" in text or "  " in text else text


def _without_noun(scene: Scene, first: int, end: int, last: int) -> Mention | None:
    """A phrase whose head no list knows: a name, or somebody told by what he is."""
    page, tables = scene.page, scene.tables
    if end <= first:
        return None
    begin = first
    while begin < end and page.words[begin] in tables.determiners:
        begin += 1
    named = begin < end and page.capital(begin) and page.words[begin] not in tables.indefinite
    named = named and (page.words[first] == "the" or page.words[first] not in tables.articles)
    stop = name_end(scene, begin, end) if named else last
    if named and stop == end and end < last and page.words[end] == "of":
        if stop - begin > 1 and page.words[end + 1 : end + 2] == ["the"]:  # Ana Ruiz of the union
            owner = _text(scene, end + 2, last) if end + 2 < last else None
            name = _text(scene, begin, stop)
            return Mention(
                "person", name, None, owner, None, False, begin, stop, page.words[stop - 1]
            )
        stop = last
    whole = all(word in _NAME_MARKS for word in page.words[stop:end])
    if named and (whole or stop - begin > 1):
        name = _text(scene, begin, stop)
        return Mention("name", name, None, None, None, False, begin, stop, page.words[stop - 1])
    lead = page.words[first]
    set_out = lead in tables.indefinite or lead in tables.determiners
    set_out = set_out or (first > 0 and page.words[first - 1] == "the")
    set_out = set_out or (end + 1 < last and page.words[end + 1] in tables.parted)  # forty of them
    if not set_out and not (last - first <= 3 and page.words[last - 1].endswith("s")):
        return None
    name = _text(scene, first, last)
    return Mention("other", name, None, None, None, False, first, last, page.words[end - 1])


def name_end(scene: Scene, first: int, limit: int) -> int:
    """The token after the capitalised name that begins at `first`."""
    page, words, particles = scene.page, scene.words, scene.tables.particles
    token = first + 1
    while token < limit:
        word = words[token]
        joined = page.starts[token] == page.ends[token - 1]
        if (
            page.capital(token)
            or (word in _NAME_MARKS and token + 1 < limit)
            or (joined and word.isdigit())
        ):
            token += 1
        elif (word in particles or word == "and") and token + 1 < limit and page.capital(token + 1):
            token += 2
        else:
            break
    while token > first + 1 and words[token - 1] in _NAME_MARKS:
        token -= 1
    return token


def _with_noun(
    scene: Scene, first: int, head: tuple[int, int, Noun], end: int, last: int
) -> Mention:
    """A phrase around a known noun: "Deputy Minister Ana Ruiz", "a spokesman for the ministry"."""
    at, after, noun = head
    page, words = scene.page, scene.words
    name_at = after + 1 if after < end and words[after] == "." else after
    if noun.kind == "role" and name_at < end and page.capital(name_at) and _is_name(scene, name_at):
        return _titled(scene, first, at, name_at, end, noun)
    if noun.kind == "body":
        return _organisation(scene, first, head, end, last)
    if noun.kind in ("source", "data"):
        owner = _possessor(scene, first, at) or _owner(scene, first, at)
        author = None if owner else _author(scene, after, last)
        if author is not None:
            return author
        name = _text(scene, first, last)
        return Mention(noun.kind, name, None, owner, None, False, first, last, words[after - 1])
    return _office(scene, first, head, end, last)


def _possessor(scene: Scene, first: int, at: int) -> str | None:
    """Whose a text is by a possessive: "survivors' testimony", "ICE's annual report"."""
    for token in range(at - 1, first, -1):
        if scene.words[token] in ("'s", "'"):
            return _text(scene, first, token)
    return None


def _author(scene: Scene, after: int, last: int) -> Mention | None:
    """Whose a text is: "a letter of three senators", "a statement released by the ministry"."""
    words = scene.words
    for token in range(after, min(after + 3, last - 1)):
        if words[token] in scene.tables.authors:
            found = read_mention(scene, token + 1, last)
            return found if found and found.kind not in ("source", "data", "other") else None
    return None


def _is_name(scene: Scene, token: int) -> bool:
    """Whether a capitalised word may begin a name: longer than "Rs", or an initial."""
    words = scene.words
    return len(words[token]) > 2 or words[token + 1 : token + 2] in (["."], ["'"], ["-"])


def _titled(scene: Scene, first: int, at: int, name_at: int, end: int, noun: Noun) -> Mention:
    """A role or title before a name."""
    page = scene.page
    stop = name_end(scene, name_at, end)
    if "and" in page.words[name_at:stop]:
        stop = name_at + page.words[name_at:stop].index("and")
    name, role = _text(scene, name_at, stop), _role(scene, first, name_at)
    owner = _owner(scene, first, at)
    if owner and role and role.startswith(owner):
        role = role[len(owner) :].removeprefix("'s").removeprefix("\u2019s").strip() or role
    head = page.words[stop - 1]
    return Mention("person", name, role, owner, noun.gender, noun.plural, name_at, stop, head)


def _role(scene: Scene, first: int, last: int) -> str | None:
    """The words of a role, without a determiner in front or a stop behind."""
    words, tables = scene.words, scene.tables
    while first < last and (words[first] in tables.determiners or words[first] in "'-"):
        first += 1
    while last > first and words[last - 1] in ".,":
        last -= 1
    return _text(scene, first, last) if first < last else None


def _owner(scene: Scene, first: int, at: int) -> str | None:
    """The organisation named before a role: "Home Office spokesman", "ICE's report"."""
    page, words, tables = scene.page, scene.words, scene.tables
    stop = at
    while first < at and words[first] in tables.determiners:
        first += 1
    for token in range(at - 1, first - 1, -1):
        if words[token] == "'s":
            stop = token
            break
        noun = tables.nouns.get(words[token])
        if noun is not None and noun.kind == "body":
            stop = token + 1
            break
    else:
        while stop > first and not page.capital(stop - 1):
            stop -= 1
    if stop <= first:
        return None
    known = tables.nouns.get(words[stop - 1])
    if known is not None and known.kind == "role":
        return None
    text = page.text[page.starts[first] : page.ends[stop - 1]]
    if known is not None or text.isupper() or (stop < at and words[stop] == "'s"):
        return " ".join(text.split())
    return None


def _organisation(
    scene: Scene, first: int, head: tuple[int, int, Noun], end: int, last: int
) -> Mention:
    """An organisation by its noun: "Interior Ministry", "campaign group Border Watch"."""
    page, words = scene.page, scene.words
    at, after, _ = head
    own_name = after < end and page.capital(after) and not page.capital(at)
    name_first, name_last = (after, end) if own_name else (first, last)
    if not own_name:
        for token in range(after, last):
            if words[token] in scene.tables.name_ends:
                name_last = token
                break
    while name_last > name_first + 1 and words[name_last - 1] in _NAME_MARKS:
        name_last -= 1
    role = _role(scene, first, after) if own_name else None
    name = _text(scene, name_first, name_last)
    plural = words[at].endswith("s")
    return Mention("body", name, role, None, None, plural, name_first, name_last, words[after - 1])


def _office(scene: Scene, first: int, head: tuple[int, int, Noun], end: int, last: int) -> Mention:
    """Somebody told by an office alone: "a federal police spokeswoman", "critics"."""
    words = scene.words
    at, after, noun = head
    organization = _owner(scene, first, at)
    if after < last and words[after] in scene.tables.office_of:
        begin = after + 1
        if begin < last and words[begin] in scene.tables.articles:
            begin += 1
        if begin < last:
            stop = begin
            while stop < last and words[stop] not in scene.tables.name_ends:
                stop += 1
            if stop > begin and _names_body(scene, begin, stop):
                organization = _text(scene, begin, stop)
    name = _text(scene, first, last)
    role = _role(scene, first, after) if organization is None else _text(scene, at, after)
    return Mention(
        "role", name, role, organization, noun.gender, noun.plural, first, last, words[after - 1]
    )


def _names_body(scene: Scene, first: int, last: int) -> bool:
    """Whether a phrase names an organisation or a place, not "20 years" or "the matter"."""
    nouns, words = scene.tables.nouns, scene.words
    return any(
        scene.page.capital(token) or ((noun := nouns.get(words[token])) and noun.kind == "body")
        for token in range(first, last)
    )


def join_apposition(name: Mention, other: Mention) -> Mention | None:
    """One mention of two side by side, "Ana Ruiz, a lawyer for the men", or none."""
    if other.kind in ("person", "name") and name.kind in ("role", "body", "source", "other"):
        name, other = other, name
    if other.kind == "other" and name.kind in ("person", "name"):
        return name._replace(kind="person", role=name.role or other.name)
    if name.kind in ("person", "name") and other.kind in ("role", "person"):
        if other.kind == "person" and not other.role:
            return None
        return name._replace(
            kind="person",
            role=other.role if name.role is None else name.role,
            organization=name.organization or other.organization,
            gender=name.gender or other.gender,
        )
    if name.kind in ("name", "body") and other.kind in ("body", "source"):
        return name._replace(kind="body", role=name.role or other.name)
    return None

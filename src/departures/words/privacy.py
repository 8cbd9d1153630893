"""What a document tells of private people, and the mask that keeps it from the public.

Invariant: a mask never changes the length of a string, so that every offset stays right, and what
it hides it hides whole: no letter of a withheld stretch is left.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, Self, TypeVar, get_args, get_origin
from urllib.parse import unquote

from pydantic import Field, model_validator

from departures.words.folding import fold
from departures.words.values import Value

WithheldKind = Literal["name", "a_number", "birth_date", "case_number", "contact"]
Anything = TypeVar("Anything")
BLOCK = "\u2588"


class Withheld(Value):
    """A stretch that is not for the public; the words themselves are left out on purpose."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    kind: WithheldKind
    within: Literal["text", "title"] = "text"
    """Which string of the document the offsets are of."""

    @model_validator(mode="after")
    def _some(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"nothing stands at {self.start}…{self.end}")
        return self


class _Word(NamedTuple):
    """A word of a string: folded, where it stands, and how it is written."""

    key: str
    start: int
    end: int
    small: bool


_WORD = re.compile(r"(?:%[4-9A-Fa-f][0-9A-Fa-f]|[^\W_]|[\u0300-\u036f])+")
"""Letters and figures with their accents, the escaped ones of a URL too."""
_PARTICLES = frozenset(
    "a al as ash at an abu abd ad af ap bin bint ben ibn da das de del della den der di do dos du "
    "e el i la las le les los of oglu ogly kyzy qizi san santa st ten the ul ud van von y und zu "
    "mr mrs ms dr jr sr don dona ii iii".split()
)
"""Words of names that on their own point at nobody."""
_AGAINST = frozenset({"v", "vs", "versus"})
_GLUED = 8
"""A full name written as one word counts from so many letters on: "#FreeAnaRuizSoto"."""
_PARTED = 8
"""A number or an address may be written as so many words."""


def _folded(word: str) -> str:
    """`word` without case, accents and URL escapes."""
    return fold(unquote(word, errors="replace") if "%" in word else word)


def _words(string: str) -> Iterator[_Word]:
    """The words of a string, folded, in order."""
    for match in _WORD.finditer(string):
        word = match.group()
        yield _Word(_folded(word), match.start(), match.end(), word[0].islower() or word[0] == "%")


def _blocked(string: str, stretches: Iterable[tuple[int, int]]) -> str:
    """`string` with all but the line ends of the stretches blocked out."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(stretches):
        start, end = max(start, done), min(end, len(string))
        if start >= end:
            continue
        hidden = string[start:end]
        parts += [string[done:start], re.sub(r"[^\r\n]", BLOCK, hidden)]
        done = end
    return "".join([*parts, string[done:]])


class Mask:
    """Hides what is withheld from one document, in its text and wherever its words are repeated.

    Two parts of withheld names side by side are hidden in any order and writing, unless they open
    the name of a court case ("Ruiz Soto v. Noem"), which is public. One part alone
    ("Ruiz", the country Jordan) is hidden unless the public part of the text has that word too,
    which is then in the open anyway.
    """

    def __init__(self, text: str, withheld: Iterable[Withheld], title: str = "") -> None:
        stretches = list(withheld)
        self._text = text
        self._title = title
        self._hidden = [(w.start, w.end) for w in stretches if w.within == "text"]
        self._in_title = [(w.start, w.end) for w in stretches if w.within == "title"]
        self._public = _blocked(text, self._hidden)
        self._public_title = _blocked(title, self._in_title)
        self._parts: set[str] = set()
        self._glued: set[str] = set()
        self._numbers: set[str] = set()
        for one in stretches:
            self._learn(one, (text if one.within == "text" else title)[one.start : one.end])
        self._lengths = sorted({len(glued) for glued in self._glued})
        self._initials = {number[0] for number in self._numbers}
        self._open = self._spoken_openly() if self._parts else set()

    def __bool__(self) -> bool:
        """Whether anything is withheld."""
        return bool(self._hidden or self._in_title)

    def _learn(self, one: Withheld, words: str) -> None:
        """Keep the words of a stretch for other strings."""
        keys = [word.key for word in _words(words)]
        if not keys:
            return
        if one.kind != "name":
            self._numbers.add("".join(keys))
            return
        self._parts.update(key for key in keys if len(key) > 1)
        if len(keys) > 1:
            glued = ("".join(keys), keys[0] + keys[-1])
            self._glued.update(name for name in glued if len(name) >= _GLUED)

    def _spoken_openly(self) -> set[str]:
        """The parts of withheld names that the rest of the text has as well, captions aside."""
        words = [word.key for word in _words(self._public)]
        return {
            key
            for at, key in enumerate(words)
            if key in self._parts and _AGAINST.isdisjoint(words[at + 1 : at + 4])
        }

    def text(self, text: str | None = None) -> str:
        """The document's own text masked by its offsets; any other string by its words."""
        return self._public if text is None or text == self._text else self.words(text)

    def words(self, string: str) -> str:
        """`string` without the withheld names and numbers, whichever way it came by them."""
        if string and string == self._title:
            string = self._public_title
        found = list(_words(string)) if self else []
        stretches = [*self._name_runs(string, found), *self._number_runs(found)]
        return _blocked(string, stretches) if stretches else string

    def _name_runs(self, string: str, found: list[_Word]) -> Iterator[tuple[int, int]]:
        """Where parts of withheld names stand, side by side or alone."""
        prose = " " in string and not all(word.small for word in found)
        at, count = 0, len(found)
        while at < count:
            last = at
            while last < count and self._is_part(found[last].key):
                last += 1
            parts = [word for word in found[at:last] if word.key not in _PARTICLES]
            if at < last < count and found[last].key in _AGAINST:
                at = last  # names of court cases are public
                continue
            if len(parts) > 1 or (parts and self._tells(parts[0], prose)):
                yield found[at].start, found[last - 1].end
            elif last == at and self._has_glued(found[at].key):
                yield found[at].start, found[at].end
            at = max(last, at + 1)

    def _is_part(self, key: str) -> bool:
        """Whether a word is part of a withheld name; a slug's "ruizs" is "Ruiz's"."""
        return key in self._parts or (key.endswith("s") and key[:-1] in self._parts)

    def _tells(self, part: _Word, prose: bool) -> bool:
        """Whether one part of a name alone points at the person."""
        return part.key not in self._open and not (prose and part.small)

    def _has_glued(self, key: str) -> bool:
        """Whether a long word holds a full name."""
        return len(key) >= _GLUED and any(
            key[at : at + length] in self._glued
            for length in self._lengths
            for at in range(len(key) - length + 1)
        )

    def _number_runs(self, found: list[_Word]) -> Iterator[tuple[int, int]]:
        """Where withheld numbers, days and addresses stand, however their parts are joined."""
        for at, word in enumerate(found):
            if not word.key or word.key[0] not in self._initials:
                continue
            joined = ""
            for other in found[at : at + _PARTED]:
                joined += other.key
                if joined in self._numbers:
                    yield word.start, other.end

    def claim(self, claim: Anything) -> Anything:
        """The same claim without what is withheld; its spans keep their offsets and lengths."""
        return self.model(claim)

    def model(self, value: Anything) -> Anything:
        """Any value of the vocabulary, or a tuple, list or mapping of such, masked throughout.

        Ids, codes and fixed words are left alone. Nothing is validated anew: a masked document
        keeps the id of the text that it hides.
        """
        return self._masked(value) if self else value

    def _masked(self, value: Any) -> Any:
        if isinstance(value, Value):
            return self._masked_value(value)
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, (tuple, list)):
            return type(value)(self._masked(item) for item in value)
        if isinstance(value, Mapping):
            return {key: self._masked(item) for key, item in value.items()}
        return value

    def _masked_value(self, value: Value) -> Any:
        changed: dict[str, Any] = {}
        here = self._stretch_of(value)
        for name in _open_fields(type(value)):
            before = getattr(value, name)
            if isinstance(before, str) and here is not None:
                after: Any = self._told_at(before, here)
            else:
                after = self._masked(before)
            if after != before:
                changed[name] = after
        return value.model_copy(update=changed) if changed else value

    def _stretch_of(self, value: Value) -> tuple[int, int] | None:
        """The offsets that a value gives for its words, where they may be this document's."""
        start, end = getattr(value, "start", None), getattr(value, "end", None)
        if not isinstance(start, int) or not isinstance(end, int) or end > len(self._text):
            return None
        words = getattr(value, "text", None)
        return (start, end) if words is None or words == self._text[start:end] else None

    def _told_at(self, string: str, here: tuple[int, int]) -> str:
        """A string of a value whose words stand at `here`: as public as those words are."""
        told, public = self._text[here[0] : here[1]], self._public[here[0] : here[1]]
        if string == told:
            return public
        return string if string in public else self.words(string)


_IDS = frozenset({"id", "document", "documents", "claims", "reader"})
"""Strings of these names point at something else, or say who read it."""


@cache
def _open_fields(kind: type[Value]) -> tuple[str, ...]:
    """The fields of a type whose strings are free: no ids, no codes, no fixed words."""
    return tuple(
        name
        for name, field in kind.model_fields.items()
        if not (name in _IDS and field.annotation in (str, tuple[str, ...]))
        and not _closed(field.annotation)
        and not any(getattr(rule, "pattern", None) for rule in field.metadata)
    )


def _closed(annotation: Any) -> bool:
    """Whether nothing but numbers, codes and fixed words fits a field."""
    if get_origin(annotation) is Literal or annotation in (int, bool, float, type(None)):
        return True
    parts = [part for part in get_args(annotation) if part is not Ellipsis]
    if any(getattr(part, "pattern", None) for part in parts):
        return True
    return bool(parts) and all(_closed(part) for part in parts)

"""Where a page names people: runs of capitals, parted into titles, bodies and names.

Invariant: a name's tokens `first`…`last` (exclusive) stand in one sentence, and no two overlap.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from departures.read.page import Page
from departures.read.privacy.capitals import Style, capitals, style_of
from departures.read.privacy.vocabulary import NAMELIKE, Kind, Vocabulary

_ACRONYM = 5
"""A word in capitals of so many letters is an abbreviation, unless it is a name."""
_ALONE = 3
"""A word with which only names of one word begin has no higher number in the gazetteer."""
_OPENING = 2
"""The capitals of so many first words of a sentence need not mean anything."""
_NAMES = (Kind.NAME, Kind.UNKNOWN)
_MARKS = frozenset("-.,'\"")


@dataclass(slots=True)
class Name:
    """What may be the name of a person, with the run of capitals that it stands in.

    `parts` are its telling words; `sure`: the lists know it, so that it needs no further sign.
    """

    first: int
    last: int
    run: int
    run_end: int
    parts: tuple[str, ...]
    sure: bool
    style: Style
    sentence: int


@dataclass(slots=True)
class Finder:
    """Finds names on one page."""

    page: Page
    words: Vocabulary
    upper: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        self.upper = capitals(self.page, self.words)

    def find(self) -> list[Name]:
        """All names on the page, in order."""
        page, upper = self.page, self.upper
        words, kinds = page.words, self.words.kinds
        going_on = (["-"], ["."])
        found: list[Name] = []
        for index, (first, last, _) in enumerate(page.sentences):
            begun = [token for token in range(first, last) if upper[token]]
            if not begun:
                continue
            style = style_of(page, first, last, begun)
            done = first
            for token in begun:
                if token >= done and not (
                    kinds.get(words[token], Kind.NAME) >= Kind.TITLE
                    and not upper[token + 1]
                    and words[token + 1 : token + 2] not in going_on
                ):
                    done = self._run_end(token, last)
                    found += self._names_in(token, done, first, style, index)
        return found

    def _run_end(self, first: int, limit: int) -> int:
        """The token after the run of capitals, particles and initials from `first`."""
        token, upper = first + 1, self.upper
        while token < limit:
            step = 1 if upper[token] else self._step(token, limit)
            if not step:
                break
            token += step
        return token

    def _step(self, token: int, limit: int) -> int:
        """How many tokens a name takes in from one that has no capital; 0: it ends there."""
        words, upper, sets = self.page.words, self.upper, self.words.sets
        word = words[token]
        if word == "-":
            return self._past_hyphen(token, limit)
        if word == ",":
            return self._past_comma(token)
        if word == ".":
            return 1 if upper[token + 1] and self._shortened(words[token - 1]) else 0
        if word in sets["particles"]:
            return self._past_particles(token, limit)
        if word == '"' and token + 3 < limit and words[token + 2] == '"':
            return 3 if upper[token + 1] and upper[token + 3] else 0
        return 1 if word in sets["suffixes"] else 0

    def _shortened(self, word: str) -> bool:
        """Whether a full stop behind a word goes on inside a name: "J.", "Sgt.", "St."."""
        sets = self.words.sets
        return len(word) == 1 or any(word in sets[name] for name in ("courtesy", "public", "opens"))

    def _past_comma(self, token: int) -> int:
        """How many tokens the comma of a list takes in: "PEREZ, Ana", the surname in capitals."""
        words = self.page.words
        opens = token < 2 or words[token - 2] == ":" or words[token - 2][0] in "\n/-."
        if not (opens and self._loud(token - 1) and self.upper[token + 1]):
            return 0
        named = self.words.kind(words[token + 1]) in _NAMES and not self._loud(token + 1)
        return 1 if named or words[token + 1] in self.words.given else 0

    def _past_hyphen(self, token: int, limit: int) -> int:
        """How many tokens a hyphen inside a name takes in, itself and what it joins."""
        page = self.page
        joined = page.starts[token] == page.ends[token - 1]
        if token + 1 >= limit or not joined or page.starts[token + 1] != page.ends[token]:
            return 0
        return 2 if self.upper[token + 1] or page.words[token + 1].isalpha() else 0

    def _past_particles(self, token: int, limit: int) -> int:
        """How many tokens particles with the capital after them take in: "de la Cruz"."""
        words, particles = self.page.words, self.words.sets["particles"]
        at = token
        while at < min(limit, token + 4) and (words[at] in particles or words[at] == "-"):
            at += 1
        return at + 1 - token if at < limit and self.upper[at] else 0

    def _names_in(
        self, first: int, last: int, opening: int, style: Style, sentence: int
    ) -> Iterator[Name]:
        """The names inside a run of capitals."""
        kinds = self._kinds(first, last, opening, style)
        at = 0
        while at < len(kinds):
            if kinds[at] not in NAMELIKE:
                at += 1
                continue
            end = at
            while end < len(kinds) and kinds[end] in NAMELIKE:
                end += 1
            name = self._name(first, at, end, kinds, style)
            if name is not None:
                begin, stop, parts, sure = name
                yield Name(begin, stop, first, last, parts, sure, style, sentence)
            at = end

    def _kinds(self, first: int, last: int, opening: int, style: Style) -> list[Kind]:
        """The kinds of a run's tokens; marks and particles go with what stands before them."""
        words, sets = self.page.words, self.words.sets
        kinds: list[Kind] = []
        for token in range(first, last):
            word = words[token]
            before = kinds[-1] if kinds else Kind.OTHER
            if self.upper[token]:
                opens = token - opening < _OPENING or style is not Style.PROSE
                kinds.append(self._kind(token, last, before, opens, style))
                continue
            inside = word in _MARKS or word in sets["particles"] or word in sets["suffixes"]
            kinds.append(before if inside or words[token - 1] == "-" else Kind.OTHER)
        self._mark_places(first, last, kinds)
        return kinds

    def _kind(self, token: int, last: int, before: Kind, opens: bool, style: Style) -> Kind:
        """The kind of a word with a capital; `opens`: the capital need not mean anything."""
        word, vocabulary = self.page.words[token], self.words
        kind = vocabulary.kind(word)
        prose = style is Style.PROSE
        if kind is Kind.WORDY and opens:
            beside = vocabulary.kind(self._next_capital(token, last))
            named = Kind.NAME in (beside, before) or (beside is Kind.UNKNOWN and prose)
            return Kind.WORDY if named else Kind.OTHER
        if kind in (Kind.OTHER, Kind.TITLE) and prose and before in _NAMES:
            last_word = kind is Kind.OTHER or not self.upper[token + 1]
            return Kind.WORDY if last_word and self._surname(token) else kind
        if kind <= Kind.PLACE and kind is not Kind.WORDY and style is not Style.CAPITALS:
            short = 1 < self.page.ends[token] - self.page.starts[token] <= _ACRONYM
            return self._shouted(token, before, last) if short and self._loud(token) else kind
        if word == "saint" and self.page.words[token + 1 : token + 2] == ["-"]:
            return Kind.NAME if before is Kind.NAME else Kind.UNKNOWN
        return kind

    def _loud(self, token: int) -> bool:
        """Whether a word is written in capitals."""
        page = self.page
        return page.text[page.starts[token] : page.ends[token]].isupper()

    def _surname(self, token: int) -> bool:
        """Whether an ordinary word behind a given name may be the surname: "Yolanda Funes"."""
        words, sets = self.page.words, self.words.sets
        word = words[token]
        if word in sets["other"]:
            return word in self.words.surnames
        if words[token - 1] not in self.words.given or self._loud(token):
            return False
        return not any(word in sets[name] for name in ("other", "more_ordinary", "calendar"))

    def _next_capital(self, token: int, last: int) -> str:
        """The next word of a run with a capital, particles passed over."""
        for after in range(token + 1, last):
            if self.upper[after]:
                return self.page.words[after]
        return ""

    def _shouted(self, token: int, before: Kind, last: int) -> Kind:
        """A short word in capitals is a name only beside a name: "Tuan NGO", "JUAN PEREZ"."""
        word, vocabulary = self.page.words[token], self.words
        after = self._next_capital(token, last)
        named = vocabulary.kinds.get(after) is Kind.NAME
        if word in vocabulary.given or word in vocabulary.surnames:
            return Kind.NAME if named or before is Kind.NAME else Kind.OTHER
        long = len(word) > 3 and len(after) > 3  # "ANDRY JOSÉ", not "ICE Juan"
        return Kind.UNKNOWN if named and long and self._loud(token + 1) else Kind.OTHER

    def _mark_places(self, first: int, last: int, kinds: list[Kind]) -> None:
        """Take the words of a place with a longer name out: "San Salvador", "Ciudad Juarez"."""
        words, places, things = self.page.words, self.words.places, self.words.things
        at = first
        while at < last:
            word = words[at]
            end = self._thing_end(at, last) if word in things else 0
            if not end and places.heads.get(word, 0) > _ALONE and self.upper[at]:
                found = places.match(words, at)
                if found is not None and at + 1 < found[0] <= last:
                    named = not found[2].level and not self._is_place(at, found[0], first, kinds)
                    end = 0 if named else found[0]
            if end:
                kinds[at - first : end - first] = [Kind.OTHER] * (end - at)
            at = end or at + 1

    def _is_place(self, at: int, end: int, first: int, kinds: list[Kind]) -> bool:
        """Whether the words of a place are no person's name where they stand."""
        words = self.page.words
        if at > first and kinds[at - first - 1] is Kind.NAME:
            return False
        if words[at] not in self.words.given or kinds[at - first] is not Kind.NAME:
            return True
        before = words[at - 1] if at else "\n"
        return before in self.words.sets["prepositions"] or before in ("of", "for", "\n")

    def _thing_end(self, at: int, last: int) -> int:
        """The token after the name of a carrier or an office that begins at a token, or 0."""
        words = self.page.words
        for phrase in self.words.things.get(words[at], ()):
            end = at + len(phrase)
            if len(phrase) > 1 and end <= last and tuple(words[at:end]) == phrase:
                return end
        return 0

    def _name(
        self, run: int, at: int, end: int, kinds: list[Kind], style: Style
    ) -> tuple[int, int, tuple[str, ...], bool] | None:
        """The name at `at`…`end` of a run: its tokens, telling words, and whether it is sure."""
        if self._of_a_thing(run, at, end, kinds):
            return None
        words, vocabulary = self.page.words, self.words
        first, last = run + at, run + end
        while last > first and not self.upper[last - 1]:
            if words[last - 1] in vocabulary.sets["suffixes"] or words[last - 2] == "-":
                break
            last -= 1
        while first < last and (not self.upper[first] or words[first] in _MARKS):
            first += 1
        if style is not Style.PROSE:
            first = self._first_given(first, last)
        led = self._led(first) if first == run else first
        alone = vocabulary.sets["not_alone"]
        parts = tuple(
            word
            for token in range(first, last)
            if self.upper[token] and len(word := words[token]) > 1 and word not in alone
        )
        if not parts:
            return None
        heads = kinds[first - run : last - run]
        sure = led < first or self._sure(parts, heads, style)
        return led, last, parts, sure

    def _led(self, first: int) -> int:
        """Where the small particles before a name begin: "van der Meer", "al-Masri"."""
        words, leading = self.page.words, self.words.sets["leading"]
        token = first
        while token > 0 and (
            words[token - 1] in leading or (words[token - 1] == "-" and token < first + 1)
        ):
            if words[token - 1] == "-" and words[token - 2] not in leading:
                break
            token -= 1
        return token

    def _first_given(self, first: int, last: int) -> int:
        """In a headline a name begins with a given name."""
        given, words = self.words.given, self.page.words
        for token in range(first, last):
            if words[token] in given:
                return token
        return first

    def _of_a_thing(self, run: int, at: int, end: int, kinds: list[Kind]) -> bool:
        """Whether words make the name of a thing with those beside them: "Delaney Hall"."""
        words, sets = self.page.words, self.words.sets
        after = end + 1 if end + 1 < len(kinds) and kinds[end] is Kind.OTHER else end
        if after < len(kinds) and kinds[after] is Kind.BODY:
            return words[run + after] not in sets["family"]
        return at > 0 and kinds[at - 1] is Kind.BODY and words[run + at - 1] in sets["opens"]

    def _sure(self, parts: tuple[str, ...], kinds: list[Kind], style: Style) -> bool:
        """Whether the lists of names know enough of a name."""
        given, surnames = self.words.given, self.words.surnames
        if len(parts) == 1:
            return style is Style.PROSE and kinds[0] is Kind.NAME and parts[0] in given
        known = sum(word in given or word in surnames for word in parts)
        if style is not Style.PROSE:
            return parts[0] in given and Kind.NAME in kinds
        return known > 0 and any(kind is Kind.NAME for kind in kinds)

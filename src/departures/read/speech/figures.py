"""The people of a document, met in the order of its text.

Invariant: the figures stand in the order of their latest mention; one name is one figure.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

from departures.read.speech.mentions import Mention, name_end, read_mention
from departures.read.speech.neighbours import near_name, read_person_at
from departures.read.speech.scene import BACK, Scene

_OPENING = 8
"""A name among so many first tokens of a sentence is taken for its subject."""
_CROWD = 60
"""So many of the people met last are kept in mind."""
_SENTENCES = 12
"""So many sentences of a paragraph are searched for the person that it is about."""
_HEROES = 40
"""So many sentences back the person is looked for whom a report is about."""
_NEAR = 3
"""For so many sentences a pronoun may mean somebody who was named by no name."""


@dataclass(slots=True)
class Figure:
    """Somebody in the document: the fullest mention, and the token of the latest one."""

    mention: Mention
    latest: int


@dataclass(slots=True)
class Figures:
    """Everybody met so far, the latest last; `nouns`: tokens of the nouns for one person."""

    scene: Scene
    nouns: list[int]
    people: list[Figure] = field(default_factory=list)
    seen: int = 0
    read: set[int] = field(default_factory=set)
    """Nouns of people who were met as speakers."""

    def skip(self, first: int, last: int) -> None:
        """Take the nouns at tokens `first`…`last` (exclusive) as read."""
        nouns = self.nouns
        self.read.update(nouns[bisect_left(nouns, first) : bisect_left(nouns, last)])

    def meet(self, mention: Mention, token: int) -> Mention:
        """Take a named person in at `token`, with what is known of him already."""
        for index in range(len(self.people) - 1, -1, -1):
            known = self.people[index].mention
            if known.head == mention.head and known.kind == "person":
                longer = known if len(known.name) >= len(mention.name) else mention
                mention = longer._replace(
                    role=known.role or mention.role,
                    organization=known.organization or mention.organization,
                    gender=known.gender or mention.gender,
                )
                del self.people[index]
                break
        return self.place(mention, token)

    def place(self, mention: Mention, token: int) -> Mention:
        """Put somebody where the text mentions him, so that the latest stands last."""
        index = len(self.people)
        while index and self.people[index - 1].latest > token:
            index -= 1
        self.people.insert(index, Figure(mention, token))
        if len(self.people) > _CROWD:
            del self.people[0]
        return mention

    def catch_up(self, token: int) -> None:
        """Meet the named people whom the text mentions before `token`."""
        scene = self.scene
        for at in range(bisect_left(self.nouns, self.seen), len(self.nouns)):
            noun = self.nouns[at]
            if noun >= token:
                break
            if noun in self.read or not near_name(scene, noun) or scene.quotation_around(noun):
                continue
            found = read_person_at(scene, noun)
            if found is not None and found.kind == "person" and not found.plural:
                self.meet(found, noun)
        self.seen = max(self.seen, token)

    def named(self, mention: Mention) -> Mention | None:
        """Whoever was met under a surname, or stands with more of the name further up."""
        self.catch_up(mention.first)
        for figure in reversed(self.people):
            if figure.mention.head == mention.head:
                return figure.mention
        return None

    def named_earlier(self, mention: Mention) -> Mention | None:
        """The first place below the headline where a surname stands with more of the name."""
        words, page = self.scene.words, self.scene.page
        floor = max(page.sentences[0].last, mention.first - BACK)
        try:
            place = words.index(mention.head, floor, max(floor, mention.first))
        except ValueError:
            return None
        if place >= mention.first or not page.capital(place):
            return None
        found = read_person_at(self.scene, place)
        return found if found is not None and found.head == mention.head else None

    def in_office(self, mention: Mention) -> Mention | None:
        """Whoever was met last in the office of "the spokesman", "her lawyer"."""
        words = self.scene.words
        before = words[mention.first - 1] if mention.first else ""
        self.catch_up(mention.first)
        if before == "the" or words[mention.first] in self.scene.tables.owners:
            for figure in reversed(self.people):
                role = figure.mention.role
                if role and mention.head in role.lower().split():
                    return figure.mention
        return None

    def fitting(self, mention: Mention) -> Figure | None:
        """The latest whom a pronoun can mean."""
        page = self.scene.page
        here = page.sentence_of(mention.first)
        for figure in reversed(self.people):
            known = figure.mention
            if figure.latest >= mention.first or not fits(known, mention):
                continue
            if known.kind == "other" and page.sentence_of(figure.latest) < here - _NEAR:
                continue
            return figure
        return None

    def subject_of(self, mention: Mention, paragraph: int) -> Figure | None:
        """The person with whose name a sentence of the same paragraph begins, the latest first."""
        page = self.scene.page
        index = page.sentence_of(mention.first)
        least = max(0, index - _SENTENCES)
        while index >= least and page.sentences[index].first >= paragraph:
            first = page.sentences[index].first
            index -= 1
            if first >= mention.first or not page.capital(first):
                continue
            for figure in reversed(self.people[-_SENTENCES:]):
                known = figure.mention
                if known.kind not in ("person", "name") or not fits(known, mention):
                    continue
                if page.words[first] == known.head or first <= known.first < first + _OPENING:
                    return figure
            opening = self._opening_name(first) if mention.head != "many" else None
            if opening is not None:
                self.place(opening, opening.first)
                return self.people[-1] if self.people[-1].mention is opening else None
        return None

    def hero(self, mention: Mention) -> Mention | None:
        """The last person with whose full name a sentence further up begins."""
        sentences = self.scene.page.sentences
        index = self.scene.page.sentence_of(mention.first) - 1
        for at in range(index, max(0, index - _HEROES), -1):
            found = self._opening_name(sentences[at].first)
            if found is not None and found.first < mention.first:
                return found
        return None

    def _opening_name(self, first: int) -> Mention | None:
        """The full name with which a sentence begins, or goes on after "Then" or "On Monday,"."""
        page, words, tables = self.scene.page, self.scene.words, self.scene.tables
        if words[first] in tables.front or words[first] in tables.participles:
            first = self._past_comma(first)
        while first + 1 < len(words) and words[first] in tables.openers:
            first += 2 if words[first + 1] == "," else 1
        if first >= len(words) or not page.capital(first):
            return None
        end = name_end(self.scene, first, min(len(words), first + _OPENING))
        if end - first < 2 or not page.capital(first + 1) or end >= len(words):
            return None
        acts = words[end] in tables.happens or words[end].endswith(("ed", "s"))
        if words[end] != "," and not acts:
            return None
        found = read_mention(self.scene, first, end)
        return found._replace(kind="person") if found and found.kind == "name" else None

    def _past_comma(self, first: int) -> int:
        """The token after the comma that closes what a sentence opens with."""
        words = self.scene.words
        for token in range(first + 1, min(first + _OPENING, len(words) - 1)):
            if words[token] == ",":
                return token + 1
        return first

    def paragraph_start(self, token: int) -> int:
        """The first token of the paragraph in which `token` stands, or of its last sentences."""
        sentences = self.scene.page.sentences
        index = self.scene.page.sentence_of(token)
        paragraph = sentences[index].paragraph
        least = max(0, index - _SENTENCES)
        while index > least and sentences[index - 1].paragraph == paragraph:
            index -= 1
        return sentences[index].first


def fits(known: Mention, mention: Mention) -> bool:
    """Whether a pronoun can mean somebody, by number and gender."""
    if known.plural != (mention.head == "many"):
        return False
    return known.gender is None or mention.gender is None or known.gender == mention.gender

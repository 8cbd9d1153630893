"""Who is meant: surnames, pronouns and "the ministry" followed back within the document.

Invariant: a speaker's `first`…`last` tokens name him, at the mention to which he was followed.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

from departures.read.speech.mentions import Mention, join_apposition, name_end, read_mention
from departures.read.speech.scene import Scene

_OPENING = 8
"""A name among so many first tokens of a sentence is taken for its subject."""
_BESIDE = 9
"""So many words may stand between a role and the comma that sets a name beside it."""
_BACK = 2000
"""So many words back a name is followed."""
_CROWD = 60
"""So many of the people and bodies met last are kept in mind."""
_SENTENCES = 12
"""So many sentences of a paragraph are searched for the person that it is about."""
_NEAR = 3
"""For so many sentences a pronoun may mean somebody who was named by no name."""


@dataclass(slots=True)
class Figure:
    """Somebody in the document: the fullest mention, and the token of the latest one."""

    mention: Mention
    latest: int


@dataclass(slots=True)
class Cast:
    """Everybody mentioned so far, the latest last."""

    scene: Scene
    nouns: list[int]
    """Tokens of the nouns for one person, in order."""
    people: list[Figure] = field(default_factory=list)
    bodies: list[Mention] = field(default_factory=list)
    seen: int = 0

    def resolve(self, mention: Mention) -> Mention:
        """The fullest mention of whoever is mentioned here."""
        match mention.kind:
            case "pronoun":
                return self._thing(mention) if mention.head == "thing" else self._pronoun(mention)
            case "person":
                return self._meet(mention, mention.first)
            case "name":
                return self._name(mention)
            case "role":
                return self._office(mention)
            case "body":
                return self._body(mention)
            case "source":
                return self._text(mention)
            case "other":
                self.people.append(Figure(mention, mention.first))
        return mention

    def _meet(self, mention: Mention, token: int) -> Mention:
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
        self._place(mention, token)
        return mention

    def _place(self, mention: Mention, token: int) -> None:
        """Put somebody where the text mentions him, so that the latest stands last."""
        index = len(self.people)
        while index and self.people[index - 1].latest > token:
            index -= 1
        self.people.insert(index, Figure(mention, token))
        if len(self.people) > _CROWD:
            del self.people[0]

    def _name(self, mention: Mention) -> Mention:
        """A bare name: somebody met before, or named in full earlier, or an organisation."""
        self._catch_up(mention.first)
        for figure in reversed(self.people):
            if figure.mention.head == mention.head:
                return self._meet(figure.mention, mention.first)
        spelled = self._spelled_out(mention)
        if spelled is not None:
            self.bodies.append(spelled)
            return spelled
        earlier = self._earlier_name(mention)
        if earlier is not None:
            return self._meet(earlier, mention.first)
        if mention.last - mention.first > 1 and not mention.name.isupper():
            self._place(mention, mention.first)
        self.bodies.append(mention)
        return mention

    def _earlier_name(self, mention: Mention) -> Mention | None:
        """The first place below the headline where a surname stands with more of the name."""
        words, page = self.scene.page.words, self.scene.page
        floor = max(page.sentences[0].last, mention.first - _BACK)
        try:
            place = words.index(mention.head, floor, max(floor, mention.first))
        except ValueError:
            return None
        if place >= mention.first or not page.capital(place):
            return None
        found = read_person_at(self.scene, place)
        return found if found is not None and found.head == mention.head else None

    def _spelled_out(self, mention: Mention) -> Mention | None:
        """An abbreviation with the name that it was given for: "… (DHS)"."""
        words, page = self.scene.page.words, self.scene.page
        if not mention.name.isupper() or mention.last - mention.first != 1:
            return None
        bracket = max(0, mention.first - _BACK)
        while True:
            try:
                bracket = words.index("(", bracket + 1, mention.first)
            except ValueError:
                return None
            if words[bracket + 1] == mention.head:
                token = bracket + 1
                floor = page.sentences[page.sentence_of(token)].first
                first = self.scene.phrase_start(token - 1, floor)
                full = read_mention(self.scene, first, token - 1)
                return mention._replace(kind="body", organization=full.name) if full else None

    def _office(self, mention: Mention) -> Mention:
        """Follow "the spokesman" to whoever was met in that office last, if anybody was."""
        words = self.scene.page.words
        before = words[mention.first - 1] if mention.first else ""
        self._catch_up(mention.first)
        if before == "the" or words[mention.first] in self.scene.tables.owners:
            for figure in reversed(self.people):
                role = figure.mention.role
                if role and mention.head in role.lower().split():
                    return self._meet(figure.mention, mention.first)
        self._place(mention, mention.first)
        return mention

    def _body(self, mention: Mention) -> Mention:
        """Follow "the ministry" to the last of that sort that was named in full."""
        words = self.scene.page.words
        short = mention.last - mention.first == 1
        if short and mention.first > 0 and words[mention.first - 1] == "the":
            for known in reversed(self.bodies[-_CROWD:]):
                if mention.head in known.name.lower() and known.last - known.first > 1:
                    self.bodies.append(known)
                    return known
            earlier = self._earlier_body(mention)
            if earlier is not None:
                self.bodies.append(earlier)
                return earlier
        self.bodies.append(mention)
        return mention

    def _text(self, mention: Mention) -> Mention:
        """Follow "the statement" to the organisation that spoke last."""
        words = self.scene.page.words
        before = words[mention.first - 1] if mention.first else ""
        if mention.organization or not self.bodies or mention.last - mention.first > 2:
            return mention
        if before != "the" and words[mention.first] != "this":
            return mention
        return mention._replace(organization=self.bodies[-1].name)

    def _earlier_body(self, mention: Mention) -> Mention | None:
        """An organisation named before with the same noun in a longer name."""
        page, words = self.scene.page, self.scene.page.words
        for token in range(mention.first - 2, max(0, mention.first - _BACK), -1):
            if words[token] != mention.head or not page.capital(token):
                continue
            sentence = page.sentences[page.sentence_of(token)]
            first, end = self.scene.phrase_start(token + 1, sentence.first), token + 1
            if end < len(words) and words[end] in ("of", "for"):
                end = self.scene.phrase_end(token, sentence.last)
            found = read_mention(self.scene, first, end)
            if found and found.kind == "body" and found.last - found.first > 1:
                return found
        return None

    def _pronoun(self, mention: Mention) -> Mention:
        """Follow "he", "she" or "they" to the last who fits."""
        self._catch_up(mention.first)
        paragraph = self._paragraph_start(mention.first)
        figure = self._subject_of(mention, paragraph) or self._fitting(mention)
        if figure is None or figure.latest < paragraph:
            unnamed = self._unnamed(mention, paragraph if figure else 0)
            if unnamed is not None:
                self._place(unnamed, mention.first)
                return unnamed
        if figure is None:
            return self._thing(mention) if mention.head == "many" else mention
        self.people.remove(figure)
        known = figure.mention
        if mention.gender:
            known = known._replace(gender=mention.gender)
        self._place(known, mention.first)
        return known

    def _fits(self, known: Mention, mention: Mention) -> bool:
        """Whether a pronoun can mean somebody, by number and gender."""
        if known.plural != (mention.head == "many"):
            return False
        return known.gender is None or mention.gender is None or known.gender == mention.gender

    def _fitting(self, mention: Mention) -> Figure | None:
        """The latest whom a pronoun can mean."""
        page = self.scene.page
        here = page.sentence_of(mention.first)
        for figure in reversed(self.people):
            known = figure.mention
            if figure.latest >= mention.first or not self._fits(known, mention):
                continue
            if known.kind == "other" and page.sentence_of(figure.latest) < here - _NEAR:
                continue
            return figure
        return None

    def _subject_of(self, mention: Mention, paragraph: int) -> Figure | None:
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
                if known.kind not in ("person", "name") or not self._fits(known, mention):
                    continue
                if page.words[first] == known.head or first <= known.first < first + _OPENING:
                    return figure
            opening = self._opening_name(first)
            if opening is not None and mention.head != "many":
                self._place(opening, first)
                return self.people[-1] if self.people[-1].mention is opening else None
        return None

    def _opening_name(self, first: int) -> Mention | None:
        """The full name with which a sentence begins."""
        page, limit = self.scene.page, len(self.scene.page.words)
        end = name_end(self.scene, first, min(limit, first + 8))
        if end - first < 2 or not page.capital(first + 1) or end >= limit:
            return None
        if page.words[end] != "," and page.words[end] not in self.scene.tables.happens:
            return None
        found = read_mention(self.scene, first, end)
        return found._replace(kind="person") if found and found.kind == "name" else None

    def _unnamed(self, mention: Mention, floor: int) -> Mention | None:
        """Somebody told by what he is alone, after `floor`: "a man", "the author of the post"."""
        if mention.head == "many":
            return None
        page = self.scene.page
        floor = max(floor, mention.first - _BACK)
        for at in range(bisect_left(self.nouns, mention.first) - 1, -1, -1):
            noun = self.nouns[at]
            if noun < floor or mention.name.lower() in page.words[floor:noun]:
                break
            sentence = page.sentences[page.sentence_of(noun)]
            if self.scene.quotation_around(noun) or not sentence.first <= noun < sentence.last:
                continue
            first = self.scene.phrase_start(noun + 1, sentence.first)
            found = read_mention(self.scene, first, self.scene.phrase_end(noun, sentence.last))
            if found and found.kind == "role" and self._fits(found, mention):
                return found
        return self._aged(mention, floor)

    def _aged(self, mention: Mention, floor: int) -> Mention | None:
        """A name beside an age, after `floor`: "Blessing, 23, turns the word over"."""
        page, words = self.scene.page, self.scene.page.words
        for token in range(mention.first - 2, max(floor, mention.first - 200), -1):
            if words[token] == "," and len(words[token + 1]) == 2 and words[token + 1].isdigit():
                first = token
                while first > floor and page.capital(first - 1):
                    first -= 1
                if first < token:
                    return read_mention(self.scene, first, token)
        return None

    def _thing(self, mention: Mention) -> Mention:
        """Follow "it" to the organisation of the sentence before, or to that which spoke last."""
        page = self.scene.page
        index = page.sentence_of(mention.first)
        reach = index - 1 if mention.head == "many" else index
        if self.bodies and page.sentence_of(self.bodies[-1].first) >= reach:
            return self.bodies[-1]
        if index > 0 and page.sentences[index - 1].paragraph == page.sentences[index].paragraph:
            found = self._opening_body(page.sentences[index - 1].first)
            if found is not None:
                return self.resolve(found)
        return self.bodies[-1] if self.bodies else mention

    def _opening_body(self, first: int) -> Mention | None:
        """The organisation with which a sentence begins."""
        scene, page = self.scene, self.scene.page
        if page.words[first] in scene.tables.front:
            return None
        limit = scene.phrase_end(first, page.sentences[page.sentence_of(first)].last)
        begin = first + 1 if page.words[first] in scene.tables.determiners else first
        for token in range(begin, min(limit, begin + 8)):
            noun = scene.noun_at(token)
            if noun is not None and noun[1].kind == "body":
                end = noun[0]
                if end + 1 < limit and page.words[end] in ("of", "for"):
                    end = name_end(scene, end + 1, limit)
                return read_mention(scene, first, end)
        if begin < limit and page.capital(begin):
            found = read_mention(scene, begin, name_end(scene, begin, limit))
            return found if found is not None and found.kind == "name" else None
        return None

    def _paragraph_start(self, token: int) -> int:
        """The first token of the paragraph in which `token` stands."""
        sentences = self.scene.page.sentences
        index = self.scene.page.sentence_of(token)
        paragraph = sentences[index].paragraph
        least = max(0, index - _SENTENCES)
        while index > least and sentences[index - 1].paragraph == paragraph:
            index -= 1
        return sentences[index].first

    def _catch_up(self, token: int) -> None:
        """Meet the named people whom the text mentions before `token`."""
        for at in range(bisect_left(self.nouns, self.seen), len(self.nouns)):
            noun = self.nouns[at]
            if noun >= token:
                break
            if not self._near_name(noun) or self.scene.quotation_around(noun):
                continue
            found = read_person_at(self.scene, noun)
            if found is not None and found.kind == "person" and not found.plural:
                self._meet(found, noun)
        self.seen = max(self.seen, token)

    def _near_name(self, noun: int) -> bool:
        """Whether a name may stand beside a noun: a capital follows, or a comma is near."""
        page = self.scene.page
        words, last = page.words, len(page.words) - 1
        if noun < last and (page.capital(noun + 1) or words[noun + 1] == "."):
            return True
        for token in range(noun + 1, min(last, noun + _BESIDE)):
            if words[token] == ",":
                return page.capital(token + 1)
        for token in range(noun - 1, max(0, noun - _BESIDE), -1):
            if words[token] == ",":
                return page.capital(token - 1)
        return False


def read_person_at(scene: Scene, token: int) -> Mention | None:
    """The person named around `token`: a title and a name, or a name beside a role."""
    page = scene.page
    sentence = page.sentences[page.sentence_of(token)]
    if not sentence.first <= token < sentence.last:
        return None
    first = scene.phrase_start(token + 1, sentence.first)
    end = scene.phrase_end(max(token, first), sentence.last)
    mention = read_mention(scene, first, end)
    if mention is None or mention.kind not in ("person", "name", "role"):
        return None
    joined = _beside(scene, mention, first, end)
    if joined is not None:
        return joined
    if mention.kind == "name" and mention.last - mention.first > 1 and mention.last == token + 1:
        return mention._replace(kind="person")
    return mention if mention.kind == "person" else None


def _beside(scene: Scene, mention: Mention, first: int, end: int) -> Mention | None:
    """A mention joined with the apposition after it or before it."""
    page = scene.page
    sentence = page.sentences[page.sentence_of(first)]
    if end + 1 < sentence.last and page.words[end] == ",":
        stop = scene.phrase_end(end + 1, sentence.last)
        closed = stop >= sentence.last or page.words[stop] in ",.;:"
        other = read_mention(scene, end + 1, stop) if stop > end + 1 and closed else None
        joined = join_apposition(mention, other) if other else None
        if joined is not None and joined.kind == "person":
            return joined
    if mention.kind == "name" and first - 1 > sentence.first and page.words[first - 1] == ",":
        begin = scene.phrase_start(first - 1, sentence.first)
        other = read_mention(scene, begin, first - 1) if begin < first - 1 else None
        if other is not None and other.kind == "role":
            return join_apposition(mention, other)
    return None

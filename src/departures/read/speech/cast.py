"""Who is meant: surnames, pronouns and "the ministry" followed back within the document.

Invariant: a speaker's `first`…`last` tokens name him, at the mention to which he was followed.
"""

from dataclasses import dataclass, field

from departures.read.speech.mentions import Mention, join_apposition, read_mention
from departures.read.speech.scene import Scene


@dataclass(slots=True)
class Cast:
    """Everybody mentioned so far, the latest last."""

    scene: Scene
    nouns: list[int]
    """Tokens of the nouns for people, in order."""
    people: list[Mention] = field(default_factory=list)
    bodies: list[Mention] = field(default_factory=list)
    seen: int = 0

    def resolve(self, mention: Mention) -> Mention:
        """The fullest mention of whoever is mentioned here."""
        if mention.kind == "pronoun":
            return self._pronoun(mention)
        if mention.kind == "person":
            return self._meet(mention)
        if mention.kind == "name":
            return self._name(mention)
        if mention.kind == "role":
            return self._office(mention)
        if mention.kind == "body":
            return self._body(mention)
        return mention

    def _meet(self, mention: Mention) -> Mention:
        """Take a named person in, with what is known of him already."""
        for index in range(len(self.people) - 1, -1, -1):
            known = self.people[index]
            if known.head == mention.head and known.kind == "person":
                longer = known if len(known.name) >= len(mention.name) else mention
                merged = longer._replace(
                    role=known.role or mention.role,
                    organization=known.organization or mention.organization,
                    gender=known.gender or mention.gender,
                )
                del self.people[index]
                self.people.append(merged)
                return merged
        self.people.append(mention)
        return mention

    def _name(self, mention: Mention) -> Mention:
        """A bare name: somebody met before, or named in full earlier, or an organisation."""
        for known in reversed(self.people):
            if known.head == mention.head:
                return self._meet(known)
        earlier = self._earlier_name(mention)
        if earlier is not None:
            return self._meet(earlier)
        spelled = self._spelled_out(mention)
        if spelled is not None:
            self.bodies.append(spelled)
            return spelled
        if mention.last - mention.first > 1 and not mention.name.isupper():
            self.people.append(mention)
        self.bodies.append(mention)
        return mention

    def _earlier_name(self, mention: Mention) -> Mention | None:
        """The first place where a surname stands with more of the name, or with a role."""
        words, page = self.scene.page.words, self.scene.page
        place = words.index(mention.head)
        if place >= mention.first or page.sentences[0].first <= place < page.sentences[0].last:
            try:
                place = words.index(mention.head, max(place, page.sentences[0].last - 1) + 1)
            except ValueError:
                return None
        if place >= mention.first:
            return None
        return read_person_at(self.scene, place)

    def _spelled_out(self, mention: Mention) -> Mention | None:
        """An abbreviation with the name that it was given for: "… (DHS)"."""
        words, page = self.scene.page.words, self.scene.page
        if not mention.name.isupper() or mention.last - mention.first != 1:
            return None
        for token in range(1, mention.first):
            if words[token] == mention.head and words[token - 1] == "(":
                floor = page.sentences[page.sentence_of(token)].first
                first = self.scene.phrase_start(token - 1, floor)
                full = read_mention(self.scene, first, token - 1)
                if full is not None:
                    return mention._replace(kind="body", organization=full.name)
        return None

    def _office(self, mention: Mention) -> Mention:
        """As in "the spokesman": whoever was met in that office last; else somebody unnamed."""
        words = self.scene.page.words
        definite = mention.first > 0 and words[mention.first - 1] == "the"
        if definite:
            self._catch_up(mention.first)
            for known in reversed(self.people):
                if known.role and mention.head in known.role.lower() and known is not mention:
                    return self._meet(known)
        self.people.append(mention)
        return mention

    def _body(self, mention: Mention) -> Mention:
        """As in "the ministry": the last of that sort that was named in full."""
        words = self.scene.page.words
        short = mention.last - mention.first == 1
        if short and mention.first > 0 and words[mention.first - 1] == "the":
            for known in reversed(self.bodies):
                if mention.head in known.name.lower() and known.last - known.first > 1:
                    self.bodies.append(known)
                    return known
            earlier = self._earlier_body(mention)
            if earlier is not None:
                self.bodies.append(earlier)
                return earlier
        self.bodies.append(mention)
        return mention

    def _earlier_body(self, mention: Mention) -> Mention | None:
        """An organisation named before with the same noun in a longer name."""
        page, words = self.scene.page, self.scene.page.words
        token = mention.first - 1
        while token > 0:
            token -= 1
            if words[token] == mention.head and page.capital(token):
                floor = page.sentences[page.sentence_of(token)].first
                first = self.scene.phrase_start(token + 1, floor)
                end = token + 1
                if end < len(words) and words[end] in ("of", "for"):
                    end = self.scene.phrase_end(token, page.sentences[page.sentence_of(token)].last)
                found = read_mention(self.scene, first, end)
                if found and found.kind == "body" and found.last - found.first > 1:
                    return found
        return None

    def _pronoun(self, mention: Mention) -> Mention:
        """As in "he", "she", "they", "it": the last who fits."""
        if mention.head == "thing":
            return self._thing(mention)
        self._catch_up(mention.first)
        many = mention.head == "many"
        for index in range(len(self.people) - 1, -1, -1):
            known = self.people[index]
            if known.plural != many or known.first > mention.first:
                continue
            if many or known.gender is None or known.gender == mention.gender:
                if not many:
                    known = known._replace(gender=mention.gender)
                del self.people[index]
                self.people.append(known)
                return known
        return self._thing(mention) if many else mention

    def _thing(self, mention: Mention) -> Mention:
        """As in "it": the organisation that the sentence before is about, or that spoke last."""
        page = self.scene.page
        index = page.sentence_of(mention.first)
        if self.bodies and page.sentence_of(self.bodies[-1].first) >= index - 1:
            return self.bodies[-1]
        if index > 0:
            sentence = page.sentences[index - 1]
            end = self.scene.phrase_end(sentence.first, sentence.last)
            stop = sentence.first
            while stop < end and (page.capital(stop) or page.words[stop] in ("of", "for", "and")):
                stop += 1
            found = (
                read_mention(self.scene, sentence.first, stop) if stop > sentence.first else None
            )
            if found is not None and found.kind in ("name", "body"):
                return self.resolve(found)
        return self.bodies[-1] if self.bodies else mention

    def _catch_up(self, token: int) -> None:
        """Meet the named people whom the text mentions before `token`."""
        for noun in self.nouns:
            if noun >= token:
                break
            if noun < self.seen:
                continue
            found = read_person_at(self.scene, noun)
            if found is not None and found.kind == "person":
                self._meet_in_place(found)
        self.seen = token

    def _meet_in_place(self, mention: Mention) -> None:
        """Take a person in at the place where the text mentions him."""
        met = self._meet(mention)
        self.people.pop()
        place = len(self.people)
        while place and self.people[place - 1].first > mention.first:
            place -= 1
        self.people.insert(place, met)


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
    if end < sentence.last and page.words[end] == ",":
        begin = end + 1
        stop = scene.phrase_end(begin, sentence.last)
        other = read_mention(scene, begin, stop) if stop > begin else None
        joined = join_apposition(mention, other) if other else None
        if joined is not None and (joined.kind == "person"):
            return joined
    if mention.kind == "name" and first - 1 > sentence.first and page.words[first - 1] == ",":
        begin = scene.phrase_start(first - 1, sentence.first)
        other = read_mention(scene, begin, first - 1) if begin < first - 1 else None
        joined = join_apposition(mention, other) if other and other.kind == "role" else None
        if joined is not None:
            return joined
    if mention.kind == "name" and mention.last - mention.first > 1 and end <= token + 2:
        return mention._replace(kind="person")
    return mention if mention.kind == "person" else None

"""Organisations followed back: "the ministry", "it", "the statement", and what "DHS" stands for.

Invariant: a body found stands before the mention that is followed back to it.
"""

from dataclasses import dataclass, field

from departures.read.speech.mentions import Mention, name_end, read_mention
from departures.read.speech.scene import BACK, Scene

_CROWD = 60
"""So many of the bodies met last are kept in mind."""
_OPENING = 8
"""An organisation stands among so many first tokens of a sentence that is about it."""


@dataclass(slots=True)
class Bodies:
    """The organisations that spoke so far, the latest last."""

    scene: Scene
    known: list[Mention] = field(default_factory=list)

    def keep(self, mention: Mention) -> Mention:
        """Take an organisation in."""
        self.known.append(mention)
        return mention

    def follow(self, mention: Mention) -> Mention:
        """Follow "the ministry" to the last of that sort that was named in full."""
        words, first = self.scene.words, mention.first
        if mention.last - first == 1 and first > 0 and words[first - 1] == "the":
            for known in reversed(self.known[-_CROWD:]):
                if mention.head in known.name.lower() and known.last - known.first > 1:
                    return self.keep(known)
            return self.keep(self._earlier(mention) or mention)
        return self.keep(mention)

    def follow_text(self, mention: Mention) -> Mention:
        """Follow "the statement" to the organisation that spoke last."""
        words = self.scene.words
        before = words[mention.first - 1] if mention.first else ""
        if mention.organization or not self.known or mention.last - mention.first > 2:
            return mention
        if before != "the" and words[mention.first] != "this":
            return mention
        return mention._replace(organization=self.known[-1].name)

    def spelled_out(self, mention: Mention) -> Mention | None:
        """An abbreviation with the name that it was given for: "… (DHS)"."""
        words, page = self.scene.words, self.scene.page
        if not mention.name.isupper() or mention.last - mention.first != 1:
            return None
        bracket = max(0, mention.first - BACK)
        while True:
            try:
                bracket = words.index("(", bracket + 1, mention.first)
            except ValueError:
                return None
            if words[bracket + 1] == mention.head:
                floor = page.sentences[page.sentence_of(bracket + 1)].first
                full = read_mention(self.scene, self.scene.phrase_start(bracket, floor), bracket)
                return mention._replace(kind="body", organization=full.name) if full else None

    def _earlier(self, mention: Mention) -> Mention | None:
        """An organisation named before with the same noun in a longer name."""
        page, words = self.scene.page, self.scene.words
        for token in range(mention.first - 2, max(0, mention.first - BACK), -1):
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

    def latest(self, sentence: int) -> Mention | None:
        """The organisation that spoke last, in this sentence or a later one."""
        if self.known and self.scene.page.sentence_of(self.known[-1].first) >= sentence:
            return self.known[-1]
        return None

    def opening(self, first: int) -> Mention | None:
        """The organisation with which the sentence at `first` begins."""
        scene, page, words = self.scene, self.scene.page, self.scene.words
        if words[first : first + 2] == ["according", "to"] and first + 2 < len(words):
            first += 2
        if words[first] in scene.tables.front:
            return None
        limit = scene.phrase_end(first, page.sentences[page.sentence_of(first)].last)
        begin = first + 1 if words[first] in scene.tables.determiners else first
        for token in range(begin, min(limit, begin + _OPENING)):
            noun = scene.noun_at(token)
            if noun is not None and noun[1].kind == "body":
                end = noun[0]
                if end + 1 < limit and words[end] in ("of", "for"):
                    end = name_end(scene, end + 1, limit)
                return read_mention(scene, first, end)
        if begin < limit and page.capital(begin):
            found = read_mention(scene, begin, name_end(scene, begin, limit))
            return found if found is not None and found.kind == "name" else None
        return None

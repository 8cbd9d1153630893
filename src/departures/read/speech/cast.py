"""Who is meant: surnames, pronouns and "the ministry" followed back within the document.

Invariant: a speaker's `first`…`last` tokens name him, at the mention to which he was followed.
"""

from bisect import bisect_left

from departures.read.speech.bodies import Bodies
from departures.read.speech.figures import Figures, fits
from departures.read.speech.mentions import Mention
from departures.read.speech.neighbours import read_aged, read_role_at
from departures.read.speech.scene import BACK, Scene


class Cast:
    """Everybody mentioned so far: the people and the organisations of a document."""

    __slots__ = ("bodies", "figures", "scene")

    def __init__(self, scene: Scene, nouns: list[int]) -> None:
        """`nouns`: the tokens of the nouns for one person, in order."""
        self.scene = scene
        self.figures = Figures(scene, nouns)
        self.bodies = Bodies(scene)

    def resolve(self, mention: Mention, first: int, last: int) -> Mention:
        """The fullest mention of whoever is mentioned at tokens `first`…`last` (exclusive)."""
        known = self._follow(mention)
        if mention.kind == "person":
            self.figures.skip(first, last)
        return known

    def _follow(self, mention: Mention) -> Mention:
        match mention.kind:
            case "pronoun":
                return self._thing(mention) if mention.head == "thing" else self._pronoun(mention)
            case "person":
                return self.figures.meet(mention, mention.first)
            case "name":
                return self._name(mention)
            case "role":
                return self._office(mention)
            case "body":
                return self.bodies.follow(mention)
            case "source":
                return self.bodies.follow_text(mention)
            case "other":
                return self.figures.place(mention, mention.first)
        return mention

    def _name(self, mention: Mention) -> Mention:
        """A bare name: somebody met before, or named in full earlier, or an organisation."""
        known = self.figures.named(mention)
        if known is not None:
            return self.figures.meet(known, mention.first)
        spelled = self.bodies.spelled_out(mention)
        if spelled is not None:
            return self.bodies.keep(spelled)
        earlier = self.figures.named_earlier(mention)
        if earlier is not None:
            return self.figures.meet(earlier, mention.first)
        if mention.last - mention.first > 1 and not mention.name.isupper():
            self.figures.place(mention, mention.first)
        return self.bodies.keep(mention)

    def _office(self, mention: Mention) -> Mention:
        """Follow "the spokesman" to whoever was met in that office last, if anybody was."""
        known = self.figures.in_office(mention)
        if known is not None:
            return self.figures.meet(known, mention.first)
        return self.figures.place(mention, mention.first)

    def _pronoun(self, mention: Mention) -> Mention:
        """Follow "he", "she" or "they" to the last who fits."""
        figures = self.figures
        figures.catch_up(mention.first)
        paragraph = figures.paragraph_start(mention.first)
        figure = figures.subject_of(mention, paragraph) or figures.fitting(mention)
        if figure is None or figure.latest < paragraph:
            unnamed = self._unnamed(mention, paragraph if figure else 0)
            if unnamed is not None:
                return figures.place(unnamed, mention.first)
        if figure is None:
            if mention.head == "many":
                return self._thing(mention)
            hero = figures.hero(mention)
            return figures.place(hero, mention.first) if hero else mention
        figures.people.remove(figure)
        known = figure.mention
        if mention.gender:
            known = known._replace(gender=mention.gender)
        return figures.place(known, mention.first)

    def _unnamed(self, mention: Mention, floor: int) -> Mention | None:
        """Somebody told by what he is alone, after `floor`: "a man", "the author of the post"."""
        if mention.head == "many":
            return None
        words, nouns = self.scene.words, self.figures.nouns
        floor = max(floor, mention.first - BACK)
        for at in range(bisect_left(nouns, mention.first) - 1, -1, -1):
            noun = nouns[at]
            if noun < floor or mention.name.lower() in words[floor:noun]:
                break
            found = read_role_at(self.scene, noun)
            if found is not None and fits(found, mention):
                return found
        return read_aged(self.scene, mention.first, floor)

    def _thing(self, mention: Mention) -> Mention:
        """Follow "it" to the organisation of the sentence before, or to that which spoke last."""
        page, bodies = self.scene.page, self.bodies
        index = page.sentence_of(mention.first)
        latest = bodies.latest(index - 1 if mention.head == "many" else index)
        if latest is not None:
            return latest
        if index > 0 and page.sentences[index - 1].paragraph == page.sentences[index].paragraph:
            found = bodies.opening(page.sentences[index - 1].first)
            if found is not None:
                return self._follow(found)
        return bodies.known[-1] if bodies.known else mention

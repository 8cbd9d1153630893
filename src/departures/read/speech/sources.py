"""Attributions without a verb of speech: "in his words", "by the ministry's count", "if it is so".

Invariant: an attribution's tokens `first`…`last` (exclusive) hold its preposition and its noun.
"""

from departures.read.speech.attribution import Attribution
from departures.read.speech.grammar import Spoken, Verb
from departures.read.speech.mentions import Mention, read_mention
from departures.read.speech.scene import Scene
from departures.read.speech.subjects import find_subject

SAYING = Verb("clause", leading=True)
"""The kind of a noun for what somebody says."""
_REACH = 9
"""So many words may stand between "by" and the noun of an account."""


def by_account(scene: Scene, verb: Spoken) -> Attribution | None:
    """As in "in the court's view", "by his own account", "by UN estimate"."""
    index = scene.page.sentence_of(verb.first)
    floor, words, tables = scene.page.sentences[index].first, scene.words, scene.tables
    end = verb.first - (words[verb.first - 1] == "own")
    first = end
    while first > max(floor, end - _REACH) and words[first - 1] not in tables.by_account:
        if words[first - 1] in ",;:.":
            return None
        first -= 1
    if not floor < first + 1 or first >= end or words[first - 1] not in tables.by_account:
        return None
    mention = _whose(scene, first, end)
    if mention is None:
        return None
    return Attribution(verb, mention, first - 1, verb.last, False, False, False, index)


def _whose(scene: Scene, first: int, end: int) -> Mention | None:
    """Whose an account is that stands at `end`."""
    words, tables = scene.words, scene.tables
    owner = words[first]
    if owner in tables.owners:
        gender = {"his": "male", "her": "female", "their": "many", "its": "thing"}.get(owner)
        text = scene.page.words_between(first, first + 1)
        if gender is None or end - first > 2:
            return None
        sex = gender if gender in ("male", "female") else None
        many = gender == "many"
        return Mention("pronoun", text, None, None, sex, many, first, first + 1, gender)
    if owner in tables.indefinite:
        return None
    possessive = words[end - 1] in ("'s", "'")
    if possessive and words[end - 2] in tables.time:
        return None
    if not possessive and not scene.page.capital(end - 1):
        return None
    found = read_mention(scene, first, end - possessive)
    return found if found is not None and found.kind not in ("other", "narrator") else None


def by_noun(scene: Scene, noun: Spoken) -> Attribution | None:
    """As in "the union's claim that …", "an allegation by two passengers that …"."""
    words, tables = scene.words, scene.tables
    index = scene.page.sentence_of(noun.first)
    sentence = scene.page.sentences[index]
    last = noun.last
    if last + 2 >= sentence.last or noun.first == sentence.first:
        return None
    if noun.kind.frame != "noun" and words[noun.first] not in tables.charges:
        return None
    if words[last] == "that":
        before = words[noun.first - 1]
        if before in tables.owners:
            found = _whose(scene, noun.first - 1, noun.first)
        elif before in ("'s", "'"):
            first = scene.phrase_start(noun.first - 1, sentence.first)
            found = read_mention(scene, first, noun.first - 1)
        else:
            return None
    elif words[last] in tables.authors and words[last] != "of":
        last = scene.phrase_end(noun.last + 1, sentence.last)
        if words[last : last + 1] != ["that"]:
            return None
        found = read_mention(scene, noun.last + 1, last)
    else:
        return None
    if found is None or found.kind in ("narrator", "source", "data"):
        return None
    spoken = noun._replace(kind=SAYING)
    return Attribution(spoken, found, noun.first - 1, last + 1, False, True, False, index)


def by_credit(scene: Scene, verb: Spoken) -> Attribution | None:
    """As in "if the ministry is to be believed"."""
    index = scene.page.sentence_of(verb.first)
    found = find_subject(scene, verb.first, scene.page.sentences[index].first)
    if not isinstance(found, tuple) or found[1] < 1 or scene.words[found[1] - 1] != "if":
        return None
    return Attribution(verb, found[0], found[1] - 1, verb.last, False, False, False, index)


def as_source(scene: Scene, made: Attribution) -> Attribution:
    """`made`, or a source where "as" leads it: ", as the court put it."."""
    words, first = scene.words, made.first - 1
    if first < 0 or words[first] != "as" or made.that or made.colon or made.speaker is None:
        return made
    sentence = scene.page.sentences[made.sentence]
    begins = first == sentence.first or words[first - 1] in (",", "\u2014", "\u2013")
    if '"' in words[max(0, first - 2) : first]:
        return made._replace(first=first)
    if not begins:
        return made
    after = words[made.last : min(sentence.last, made.last + 2)]
    if after and (after[0] not in ",." or after[-1] == "that"):
        return made
    kind = made.verb.kind._replace(frame="source")
    return made._replace(verb=made.verb._replace(kind=kind), first=first)

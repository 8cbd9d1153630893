"""Attributions: a verb of speech, who speaks by it, and where what is said stands beside it.

Invariant: verbs inside quotation marks attribute nothing outside them; nobody speaks by a verb
that is negated, merely possible or passive.
"""

from typing import NamedTuple

from departures.read.lexicon import Hit, Sense
from departures.read.speech.mentions import Mention, join_apposition, read_mention
from departures.read.speech.scene import Scene


class Attribution(NamedTuple):
    """A verb at tokens `verb`, its speaker, and the words `first`…`last` that attribute."""

    verb: Hit
    sense: Sense
    speaker: Mention | None
    """None where the verb goes on with the speaker of the verb before it."""
    first: int
    last: int
    inverted: bool
    that: bool
    colon: bool
    sentence: int


_AFTER_QUOTATION = frozenset({'"', "'"})


def find_attributions(scene: Scene, verbs: list[tuple[Hit, Sense]]) -> list[Attribution]:
    """Every attribution of the page, in order."""
    found: list[Attribution] = []
    for verb, sense in verbs:
        if scene.quotation_around(verb.first) is not None:
            continue
        frame = sense.data["frame"]
        if frame == "source":
            made = _by_source(scene, verb, sense)
        elif sense.data.get("quoted"):
            made = _by_quoting(scene, verb, sense)
        else:
            made = _by_verb(scene, verb, sense)
        if made is not None and (made.speaker or _goes_on(made, found)):
            found.append(made)
    return found


def _goes_on(made: Attribution, found: list[Attribution]) -> bool:
    """Whether a verb without a subject follows another of its sentence; a gerund must."""
    if not made.sense.data.get("gerund"):
        return True
    return bool(found) and found[-1].sentence == made.sentence


def _by_quoting(scene: Scene, verb: Hit, sense: Sense) -> Attribution | None:
    """As in "Ruiz was quoted by local radio as saying that …"; "the group quotes her as saying"."""
    index = scene.page.sentence_of(verb.first)
    sentence = scene.page.sentences[index]
    words, be = scene.page.words, scene.tables.be
    for token in range(verb.first - 1, max(sentence.first, verb.first - 16), -1):
        if words[token] not in ("quoted", "quotes", "quote", "cited", "cites"):
            continue
        if words[token - 1] in be:
            subject = _subject(scene, token - 1, sentence.first)
        else:
            mention = read_mention(scene, token + 1, verb.first)
            subject = (mention, token + 1) if mention else "none"
        if not isinstance(subject, tuple):
            return None
        after, that, colon = _behind(scene, verb.last, sentence.last, sense)
        return Attribution(verb, sense, subject[0], subject[1], after, False, that, colon, index)
    return None


def _by_source(scene: Scene, verb: Hit, sense: Sense) -> Attribution | None:
    """As in "according to the prefecture"."""
    index = scene.page.sentence_of(verb.first)
    sentence = scene.page.sentences[index]
    if verb.last < sentence.last and scene.page.words[verb.last] in ("which", "whom"):
        return _by_relative(scene, verb, sense, index)
    last = scene.phrase_end(verb.last, sentence.last)
    if last == verb.last:
        return None
    mention = read_mention(scene, verb.last, scene.trim_time(verb.last, last))
    if mention is None:
        return None
    last = _past_bracket(scene, last, sentence.last)
    mention, last = _with_apposition_behind(scene, mention, last, sentence.last)
    return Attribution(verb, sense, mention, verb.first, last, False, False, False, index)


def _by_relative(scene: Scene, verb: Hit, sense: Sense, index: int) -> Attribution | None:
    """As in "an estimate by a think tank, according to which …"."""
    sentence = scene.page.sentences[index]
    end = verb.first - 1 if scene.page.words[verb.first - 1] == "," else verb.first
    subject = _plain_subject(scene, end, sentence.first)
    if not isinstance(subject, tuple):
        return None
    mention = subject[0]
    if mention.kind == "source" and mention.organization:
        for token in range(mention.first, mention.last):
            if scene.page.words[token] == "by":
                mention = read_mention(scene, token + 1, mention.last) or mention
                break
    return Attribution(verb, sense, mention, verb.first, verb.last + 1, False, True, False, index)


def _by_verb(scene: Scene, verb: Hit, sense: Sense) -> Attribution | None:
    index = scene.page.sentence_of(verb.first)
    sentence = scene.page.sentences[index]
    if sense.data.get("gerund"):
        return _going_on(scene, verb, sense, index)
    if not _is_verb(scene, verb, sentence.first, sentence.last):
        return None
    if sense.data["frame"] == "figure" and not _has_figure(scene, verb.last, sentence.last):
        return None
    subject = _subject(scene, verb.first, sentence.first)
    if subject == "none":
        return None
    if isinstance(subject, tuple):
        mention, first = subject
        after, that, colon = _behind(scene, verb.last, sentence.last, sense)
        if sense.data.get("addressee") and after == verb.last:
            return None
        return Attribution(verb, sense, mention, first, after, False, that, colon, index)
    if subject == "same":
        after, that, colon = _behind(scene, verb.last, sentence.last, sense)
        return Attribution(verb, sense, None, verb.first - 1, after, False, that, colon, index)
    return _inverted(scene, verb, sense, index)


def _is_verb(scene: Scene, verb: Hit, floor: int, limit: int) -> bool:
    """Whether a word that can be a noun or a participle is a verb here."""
    page, words, tables = scene.page, scene.page.words, scene.tables
    before = words[verb.first - 1] if verb.first > floor else ","
    if before in ("the", "a", "an", "'s") or (before != "," and page.capital(verb.first)):
        return False
    if words[verb.first] not in tables.nouns_too:
        return True
    after = words[verb.last] if verb.last < limit else "."
    if before in tables.determiners or before[0].isdigit():
        return False
    return after not in tables.verbs and after not in (
        "by",
        "of",
        "to",
        "from",
        "with",
        "between",
        "for",
    )


def _has_figure(scene: Scene, first: int, limit: int) -> bool:
    """Whether a number follows "at" behind the verb: "put the figure at 46"."""
    words = scene.page.words
    for token in range(first, min(limit - 1, first + 24)):
        if words[token] == "at":
            return any(
                words[t][0].isdigit() or words[t] == '"'
                for t in range(token + 1, min(limit, token + 6))
            )
        if words[token] in ",;.":
            break
    return False


def _going_on(scene: Scene, verb: Hit, sense: Sense, index: int) -> Attribution | None:
    """As in ", adding that …": whoever spoke before goes on."""
    before = scene.page.words[verb.first - 1] if verb.first else ""
    if before not in (",", '"') and before not in scene.tables.joins:
        return None
    last = scene.page.sentences[index].last
    after, that, colon = _behind(scene, verb.last, last, sense)
    return Attribution(verb, sense, None, verb.first - 1, after, False, that, colon, index)


def _inverted(scene: Scene, verb: Hit, sense: Sense, index: int) -> Attribution | None:
    """As in "…," said Ana Ruiz, a lawyer for the men."""
    page, words = scene.page, scene.page.words
    if verb.first == 0 or verb.last >= len(words):
        return None
    before = words[verb.first - 1]
    if before not in (",", '"', "'", "?", "!", "\u2014", "\u2013"):
        return None
    limit = page.sentences[index].last
    last = scene.phrase_end(verb.last, limit)
    if last == verb.last:
        return None
    mention = read_mention(scene, verb.last, scene.trim_time(verb.last, last))
    if mention is None or mention.kind == "narrator" or _nobody(scene, mention):
        return None
    last = _past_bracket(scene, last, limit)
    mention, last = _with_apposition_behind(scene, mention, last, limit)
    return Attribution(verb, sense, mention, verb.first, last, True, False, False, index)


def _nobody(scene: Scene, mention: Mention) -> bool:
    """Whether a mention names no one: "no one", "neither government"."""
    return scene.page.words[mention.first] in scene.tables.nobody


def _past_bracket(scene: Scene, last: int, limit: int) -> int:
    """The token after a bracket that stands at `last`: "(BAMF)"."""
    words = scene.page.words
    if last < limit and words[last] == "(":
        for token in range(last + 1, min(limit, last + 10)):
            if words[token] == ")":
                return token + 1
    return last


def _with_apposition_behind(
    scene: Scene, mention: Mention, last: int, limit: int
) -> tuple[Mention, int]:
    """A mention with what stands after its comma: ", a lawyer for the men"; ", who runs it"."""
    words, tables = scene.page.words, scene.tables
    for _ in range(2):
        if last + 1 >= limit or words[last] != ",":
            break
        begin = last + 1
        if words[begin] in ("who", "which"):
            end = _clause_end(scene, begin, limit)
            if mention.role is None and mention.kind in ("name", "person"):
                role = " ".join(scene.page.words_between(begin + 1, max(end, begin + 2)).split())
                mention = mention._replace(kind="person", role=role)
            return mention, end
        if words[begin][0].isdigit():
            last = begin + 1
            continue
        end = scene.phrase_end(begin, limit)
        if end == begin or words[begin] in tables.joins or words[begin] in tables.front:
            break
        if end < limit and words[end] not in ',.;:"':
            break
        other = read_mention(scene, begin, end)
        joined = join_apposition(mention, other) if other else None
        if joined is None:
            break
        mention, last = joined, end
    return mention, last


def _clause_end(scene: Scene, first: int, limit: int) -> int:
    """Where a relative clause ends: at the next mark."""
    words = scene.page.words
    token = first
    while token < limit and words[token] not in (",", ".", ";", ":", '"', "?", "!"):
        token += 1
    return token


def _subject(scene: Scene, at: int, floor: int) -> tuple[Mention, int] | str:
    """Whoever stands before the verb at `at`, and the first token that names him.

    "same": the speaker of the verb before; "none": nobody; "behind": look behind the verb.
    """
    words, tables = scene.page.words, scene.tables
    token = at
    while token > floor and words[token - 1] in tables.auxiliaries:
        token -= 1
    if token == floor:
        return "behind"
    word = words[token - 1]
    if word in tables.negations or word in tables.modals or word in tables.be:
        return "none"
    if word == ",":
        return _before_comma(scene, token - 1, floor)
    if word in ("who", "which", "that"):
        end = token - 2 if token - 2 >= floor and words[token - 2] == "," else token - 1
        return _plain_subject(scene, end, floor)
    if word in tables.joins:
        return "same"
    if word in ('"', "'", "?", "!", "\u2014", "\u2013", ";", ":", "("):
        return "behind"
    return _plain_subject(scene, token, floor)


def _plain_subject(scene: Scene, end: int, floor: int) -> tuple[Mention, int] | str:
    """The noun phrase that ends before `end`."""
    first = scene.phrase_start(end, floor)
    if first >= end:
        return "none"
    last = scene.trim_time(first, end)
    mention = read_mention(scene, first, last)
    if mention is None:
        return _before_relative(scene, first, floor)
    if mention.kind == "narrator" or _nobody(scene, mention):
        return "none"
    words = scene.page.words
    if mention.kind in ("name", "person") and first - 1 > floor and words[first - 1] == ",":
        begin = scene.phrase_start(first - 1, floor)
        if begin < first - 1 and words[begin] not in scene.tables.participles:
            other = read_mention(scene, begin, first - 1)
            joined = join_apposition(mention, other) if other and other.kind == "role" else None
            if joined is not None and begin == max(floor, _front(scene, begin, floor)):
                return joined, begin
    return mention, first


def _before_relative(scene: Scene, at: int, floor: int) -> tuple[Mention, int] | str:
    """The noun phrase before a relative clause in which `at` stands: "an aide who …"."""
    words = scene.page.words
    for token in range(at, max(floor, at - 14), -1):
        if words[token] == "who" and words[token - 1] != ",":
            first = scene.phrase_start(token, floor)
            mention = read_mention(scene, first, token) if first < token else None
            return (mention, first) if mention else "none"
        if words[token] in ',;:"':
            break
    return "none"


def _front(scene: Scene, token: int, floor: int) -> int:
    """`token` where it begins its sentence or clause; else -1."""
    return token if token == floor or scene.page.words[token - 1] in ',;:"' else -1


def _before_comma(scene: Scene, comma: int, floor: int) -> tuple[Mention, int] | str:
    """The subject before an apposition: "Ana Ruiz, a lawyer for the men, said"."""
    words, tables = scene.page.words, scene.tables
    commas = [t for t in range(comma - 1, max(floor, comma - 40) - 1, -1) if words[t] == ","]
    if not commas:
        return "behind"
    nearest = commas[0]
    begin = nearest + 1
    aside = _is_aside(scene, begin, comma)
    if not aside:
        other = read_mention(scene, begin, comma)
        if other is not None and comma - begin <= 16:
            if len(commas) > 1 and words[nearest - 1].isdigit() and words[nearest - 2] == ",":
                nearest = commas[1]
            head = _head_before(scene, nearest, floor)
            if head is not None and _place_name(scene, other, nearest):
                return head
            joined = join_apposition(head[0], other) if head else None
            if joined is not None and head is not None:
                return joined, head[1]
            unnamed = ("other", "role")
            if head is not None and head[0].kind in unnamed and other.kind in unnamed:
                return head
        for further in commas[1:]:
            if words[further + 1] in ("who", "which", "whose"):
                nearest, aside = further, True
                break
    if not aside:
        return "behind"
    for further in commas[1:]:
        if not _is_aside(scene, further + 1, nearest) or nearest - further > 12:
            break
        nearest = further
    if nearest > floor and words[nearest - 1] in tables.joins:
        return "same"
    head = _head_before(scene, nearest, floor)
    if head is None:
        return "behind"
    mention, first = head
    if words[nearest + 1] == "who" and mention.role is None and mention.kind == "name":
        role = " ".join(scene.page.words_between(nearest + 2, max(comma, nearest + 3)).split())
        mention = mention._replace(kind="person", role=role)
    return mention, first


def _place_name(scene: Scene, other: Mention, comma: int) -> bool:
    """Whether a name between commas only places the one before it: "in Tacoma, Washington,"."""
    page = scene.page
    if other.kind != "name" or comma < 2 or not page.capital(comma - 1):
        return False
    token = comma - 1
    while token > 0 and page.capital(token):
        token -= 1
    return page.words[token] in ("in", "at", "of", "from", "near", "outside")


def _is_aside(scene: Scene, begin: int, comma: int) -> bool:
    """Whether the words between two commas only set a subject apart from its verb."""
    tables, opener = scene.tables, scene.page.words[begin]
    if opener in ("d", "r", "i") and scene.page.words[begin + 1] == "-":  # D-Calif.
        return True
    if comma - begin == 1:
        return opener in tables.time or opener in tables.auxiliaries or opener[0].isdigit()
    return opener in tables.participles or opener in tables.front or opener == "of"


def _head_before(scene: Scene, comma: int, floor: int) -> tuple[Mention, int] | None:
    """The noun phrase before `comma`, with one more apposition in front of it."""
    plain = _plain_subject(scene, comma, floor)
    return plain if isinstance(plain, tuple) else None


def _behind(scene: Scene, token: int, limit: int, sense: Sense) -> tuple[int, bool, bool]:
    """The token after whatever stands between a verb and what is said; and "that", and ":"."""
    words, tables = scene.page.words, scene.tables
    if sense.data.get("addressee"):
        token = _past_listener(scene, token, limit)
    begun = token
    while token < limit:
        word = words[token]
        if word == "that" and not _points(scene, token, limit):
            return token + 1, True, False
        if word == ":":
            return token + 1, False, True
        if word in tables.time and word not in tables.determiners | {"may", "last", "next", "same"}:
            token += 1
        elif token + 1 < limit and words[token + 1] in tables.time and word in tables.time:
            token += 2
        elif word[0].isdigit() and token > begun and words[token - 1] in tables.time:
            token += 1
        elif word in tables.front or word in tables.clock:
            past = _past_circumstance(scene, token, limit)
            if past == token:
                break
            token = past
        elif word == ",":
            past = _past_aside(scene, token, limit)
            if past == token:
                break
            token = past
        else:
            break
    return token, False, False


def _points(scene: Scene, token: int, limit: int) -> bool:
    """Whether "that" is a pronoun here: "said that was wrong"."""
    if token + 1 >= limit:
        return False
    word = scene.page.words[token + 1]
    return word in ("is", "was", "will", "would", ".") or word.endswith("ed")


def _past_listener(scene: Scene, token: int, limit: int) -> int:
    """The token after whoever is told."""
    words, tables = scene.page.words, scene.tables
    if token < limit and words[token] in tables.listeners:
        follows = words[token + 1] if token + 1 < limit else "."
        if words[token] != "her" or follows in tables.determiners or not follows.isalpha():
            return token + 1
    return scene.phrase_end(token, limit)


def _past_circumstance(scene: Scene, token: int, limit: int) -> int:
    """The token after "on Tuesday", "in a statement", "at the border" before "that"."""
    words, tables = scene.page.words, scene.tables
    for index in range(token + 1, min(limit, token + 14)):
        word = words[index]
        if word in tables.time and word not in ("that", "last", "this", "next", "same"):
            while index < limit and (words[index] in tables.time or words[index][0].isdigit()):
                if words[index] == "that":
                    return index
                index += 1
                if index < limit and words[index] == "." and index + 1 < limit:
                    index += 1
            return index
        following = words[index + 1] if index + 1 < limit else "."
        if word in tables.media and following not in tables.media | {"'s", "-"}:
            return index + 1
        if word == "that":
            return index
        if word in ',;:."' or word in tables.finite or word in tables.breaks:
            return token
    return token


def _past_aside(scene: Scene, comma: int, limit: int) -> int:
    """The token after ", citing US officials," before what is said."""
    words, tables = scene.page.words, scene.tables
    if comma + 1 >= limit or not (
        words[comma + 1] in tables.participles or words[comma + 1] in tables.front
    ):
        return comma
    for index in range(comma + 2, min(limit, comma + 24)):
        if words[index] == ",":
            following = words[index + 1] if index + 1 < limit else "."
            return index + 1 if following in ("that", '"') else comma
    return comma

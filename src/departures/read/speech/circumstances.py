"""Circumstances: what stands between a verb of speech and what is said.

As in "told reporters on Tuesday", "said in a statement, citing the police, that".
Invariant: the token found never lies before the verb's end or behind its sentence.
"""

from departures.read.speech.scene import Scene


def past_circumstances(
    scene: Scene, token: int, limit: int, addressee: bool
) -> tuple[int, bool, bool]:
    """The token after whatever stands between a verb and what is said; and "that", and ":"."""
    words, tables = scene.words, scene.tables
    if addressee:
        token = _past_listener(scene, token, limit)
    begun = token
    while token < limit:
        word = words[token]
        if word == "that" and not _points(scene, token, limit):
            return token + 1, True, False
        if word == ":":
            return token + 1, False, True
        if token + 1 < limit and words[token + 1] == "'s":
            break
        if word in tables.time_alone and word not in ("may", "last", "next", "same"):
            token += 1
        elif token + 1 < limit and words[token + 1] in tables.time and word in tables.time:
            if words[token + 2 : token + 3] == ["'s"]:
                break
            token += 2
        elif word[0].isdigit() and token > begun and words[token - 1] in tables.time:
            token += 1
        elif word in tables.front or word in tables.clock:
            past = _past_circumstance(scene, token, limit)
            if past == token:
                break
            token = past
        elif word in tables.shared and token > begun and words[token - 1] in tables.media:
            token = _past_paper(scene, token, limit)
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
    if token + 2 >= limit or scene.words[token + 2] == ".":  # "only that lunchtime"
        return True
    word = scene.words[token + 1]
    if word in scene.tables.time and word not in scene.tables.determiners:
        return True
    return word in ("is", "was", "will", "would", ".") or word.endswith("ed")


def _past_listener(scene: Scene, token: int, limit: int) -> int:
    """The token after whoever is told."""
    words, tables = scene.words, scene.tables
    if token < limit and words[token] in tables.prepositions:
        return token
    if token < limit and words[token] in tables.listeners:
        follows = words[token + 1] if token + 1 < limit else "."
        if words[token] != "her" or follows in tables.determiners or not follows.isalpha():
            return token + 1
    end = scene.phrase_end(token, limit)
    for index in range(token + 1, end):
        opens = words[index] in tables.determiners or words[index] in tables.pronouns
        before = words[index - 1]
        if opens and before not in tables.prepositions and before != "and":
            return index
    return end


def _past_circumstance(scene: Scene, token: int, limit: int) -> int:
    """The token after "on Tuesday", "in a statement", "at the border" before "that"."""
    words, tables = scene.words, scene.tables
    for index in range(token + 1, min(limit, token + 14)):
        word = words[index]
        if word in tables.time and word not in ("that", "last", "this", "next", "same"):
            while index < limit and (words[index] in tables.time or words[index][0].isdigit()):
                if words[index] == "that":
                    return index
                index += 1
                if index < limit and words[index] == "." and index + 1 < limit:
                    index += 1
            while index < limit and words[index] in tables.media:  # her Thursday press conference
                index += 1
            return index
        if word in tables.media:
            following = words[index + 1] if index + 1 < limit else "."
            if following not in tables.media and following not in ("'s", "-"):
                return index + 1
        if word == "that" and not _points(scene, index, limit):
            return index
        if word in ',;:."' or word in tables.finite or word in tables.breaks:
            return token
    return token


def _past_paper(scene: Scene, token: int, limit: int) -> int:
    """The token after what is told of a paper: "in a letter seen by this newspaper"."""
    words = scene.words
    while token < limit and words[token] not in ("that", ",", ":", ".", ";", '"'):
        token += 1
    return token


def _past_aside(scene: Scene, comma: int, limit: int) -> int:
    """The token after ", citing US officials," before what is said."""
    words, tables = scene.words, scene.tables
    if comma + 3 < limit and words[comma + 2] == ",":
        aside = words[comma + 1]
        return comma + 3 if aside in tables.auxiliaries or aside.endswith("ly") else comma
    if comma + 1 >= limit or not (
        words[comma + 1] in tables.participles or words[comma + 1] in tables.front
    ):
        return comma
    for index in range(comma + 2, min(limit, comma + 24)):
        if words[index] == ",":
            following = words[index + 1] if index + 1 < limit else "."
            return index + 1 if following in ("that", '"') else comma
    return comma

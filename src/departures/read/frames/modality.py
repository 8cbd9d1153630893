"""Whether a movement took place: read off the words around its act.

Words before an act govern it, unless a clause of its own holds them ("after an earlier flight was
cancelled, …"); words after it tell its fate, up to where another clause begins. A verb in the past
tense is settled: what follows it may deny it, and plans nothing.

Invariant: where nothing says otherwise, what is told happened.
"""

from departures.read.frames.drafts import Draft
from departures.read.lexicon import Hit
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words

STRONGEST_FIRST = ("blocked", "denied", "alleged", "planned", "possible", "ongoing")
OPEN = frozenset(("planned", "possible", "ongoing"))
BEFORE, AFTER = 9, 12
CLOSE = 4
SOON = 14

NEGATIONS = small_words("negations")
AUXILIARIES = small_words("auxiliaries")
NOBODY = small_words("nobody")
REFUSING = small_words("refusing")
PLANS = small_words("plans")
STOPPING = small_words("stopping")
BARRIERS = small_words("barriers")
CONTINUING = small_words("continuing")
PROGRESSIVE = small_words("progressive")
PRESENT = small_words("present_acts")
PEOPLE = frozenset(("people", "person"))


def modality(scene: Scene, line: Line, first: int, last: int, act: int) -> str:
    """The modality of an act at token `act` of a clause `first`…`last`."""
    words = scene.page.words
    found: set[str] = set()
    settled = _settled(scene, line, first, act)
    for hit in line.of("modality"):
        sense = hit.sense("modality")
        if sense is None or not first <= hit.first < last:
            continue
        if any(when.first <= hit.first < when.last for when in line.dates):
            continue  # the month of May
        after = hit.first > act
        if after and settled and sense.value in OPEN:
            continue
        near = act - BEFORE <= hit.first <= act + AFTER
        if (near or sense.value == "blocked") and not _apart(words, first, act, hit):
            found.add(sense.value)
    speech = scene.said(act)
    if speech is not None and speech.denied:
        found.add("denied")
    if _negated(words, first, act):
        found.add("denied")
    if _stopped(scene, first, act):
        found.add("blocked")
    if not found and _goes_on(words, first, act):
        return "ongoing"
    return next((name for name in STRONGEST_FIRST if name in found), "happened")


def _settled(scene: Scene, line: Line, first: int, act: int) -> bool:
    """Whether an act is a finite verb in the past: "deported", "were flown", but "to be flown"."""
    words = scene.page.words
    if not words[act].endswith(PAST_ENDINGS):
        return False
    before = words[max(first, act - CLOSE) : act]
    if "be" in before or "being" in before:
        return False
    return not any(
        group.noun in PEOPLE and (group.last == act or group.first <= act < group.last)
        for group in line.groups
    )


PAST_ENDINGS = ("ed", "sent", "flown", "flew", "took", "taken", "brought", "driven", "drove")


def _apart(words: list[str], first: int, act: int, hit: Hit) -> bool:
    """Whether a clause of its own parts a word from the act, and it speaks of something else."""
    if hit.first > act:
        between = words[act + 1 : hit.first]
        for index, word in enumerate(between):
            if word in BARRIERS or _adds(between, index):
                return True
            if word == "," and between[index + 1 : index + 2] == ["and"]:
                return between[index + 2 : index + 3] != [] and between[index + 2] in CONTINUING
        return False
    opened = any(word in BARRIERS for word in words[first : hit.first])
    return opened and "," in words[hit.last : act]


def _adds(words: list[str], index: int) -> bool:
    """Whether a participle behind a comma tells what came of it: ", ending a dispute"."""
    following = words[index + 1 : index + 2]
    return words[index] == "," and bool(following) and following[0].endswith("ing")


def _negated(words: list[str], first: int, act: int) -> bool:
    """Whether an act is told as not done: "did not deport", "nobody was returned"."""
    before = words[max(first, act - CLOSE) : act]
    if not NOBODY.isdisjoint(before):
        return True
    return any(
        word in NEGATIONS and all(other in AUXILIARIES for other in before[index + 1 :])
        for index, word in enumerate(before)
    )


def _stopped(scene: Scene, first: int, act: int) -> bool:
    """Whether an act is the object of a verb of stopping: "stayed the removal", "from removing"."""
    words = scene.page.words
    hit = scene.around.hits.get(act)
    if hit is not None and hit.sense("actnoun") is not None:
        verbs = words[max(first, act - CLOSE) : act]
    elif words[act - 1] == "from":
        verbs = words[max(first, act - AFTER) : act]
    else:
        return False
    return not STOPPING.isdisjoint(verbs) and REFUSING.isdisjoint(verbs)


def _goes_on(words: list[str], first: int, act: int) -> bool:
    """Whether an act is under way: "is deporting", "are being flown"."""
    before = words[max(first, act - CLOSE) : act]
    if PROGRESSIVE.isdisjoint(before):
        return False
    return words[act].endswith("ing") or "being" in before


def refused(scene: Scene, first: int, act: int) -> bool:
    """Whether somebody would not do it: "refused to deport"; then nobody was to be moved."""
    words = scene.page.words
    to = act - 1 - (words[act - 1] in AUXILIARIES)
    if to <= first or words[to] != "to":
        return False
    return words[to - 1] in REFUSING or (words[to - 1] in PLANS and words[to - 2] == "no")


def foreseen(scene: Scene, draft: Draft, act: int) -> str:
    """The modality of a draft whose day is known: what is told of a coming day is planned."""
    when = draft.date
    if draft.modality not in ("happened", "ongoing") or when is None or scene.published is None:
        return draft.modality
    if when.earliest is not None and when.earliest > scene.published:
        return "planned"
    if when.upcoming is None or draft.line.headline or draft.modality == "ongoing":
        return draft.modality
    words = scene.page.words
    soon = (when.upcoming[0] - scene.published).days <= SOON
    present = words[act] in PRESENT and words[act - 1] != "to"
    return "planned" if soon and present else draft.modality

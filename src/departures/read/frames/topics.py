"""What a text counts: by its headings, its questions, and the measuring words that it uses most.

Invariant: a heading holds until the next paragraph that is none.
"""

from collections import Counter

from departures.read.frames.governors import Word
from departures.read.scene import Line, Scene
from departures.read.small_words import small_words


def main_measure(measuring: list[list[Word]]) -> str | None:
    """What most of a text's measuring words measure."""
    counted = Counter(
        word.measure for words in measuring for word in words if word.kind in ("noun", "act")
    )
    return counted.most_common(1)[0][0] if counted else None


def topic_of(
    scene: Scene, line: Line, above: Line | None, words: list[Word], topic: str | None
) -> str | None:
    """What a heading or a question above says is counted; it holds until the next paragraph."""
    nouns = [word for word in words if word.kind in ("noun", "flights")]
    nouns = nouns or [word for word in words if word.kind not in ("weak", "hold")]
    if nouns:
        return nouns[-1].measure
    if above is None or above.paragraph == line.paragraph:
        return topic
    closing = scene.page.words[above.last - 1]
    if not ASKING.isdisjoint(scene.page.words[above.first : above.first + 4]):
        return topic
    return topic if closing not in (".", "!", '"') else None


ASKING = small_words("asking")

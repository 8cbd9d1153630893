"""The record of who says something by which words.

Invariant: an attribution's words `first`…`last` (exclusive) lie in the sentence of its index.
"""

from typing import NamedTuple

from departures.read.speech.grammar import Spoken
from departures.read.speech.mentions import Mention


class Attribution(NamedTuple):
    """A verb at tokens `verb`, its speaker, and the words `first`…`last` that attribute."""

    verb: Spoken
    speaker: Mention | None
    """None where the verb goes on with the speaker of the verb before it."""
    first: int
    last: int
    inverted: bool
    that: bool
    colon: bool
    sentence: int

"""The words that tell of agreements.

Invariant: a page without any of the `pact_nouns` tells of no agreement.
"""

from functools import cache

from departures.read.language import grammar
from departures.read.lexicon import Lexicon, load_tables
from departures.read.page import fold


@cache
def pact_words(code: str = "en") -> Lexicon:
    """The words that tell of agreements; a list apart from the reader's."""
    lexicon = Lexicon()
    load_tables(lexicon, grammar(code, "agreements"), "agreements.toml")
    return lexicon


@cache
def pact_nouns(code: str = "en") -> frozenset[str]:
    """The words without which a page tells of no agreement."""
    raw = grammar(code, "agreements")
    tables = [*raw["pact"].values(), *raw["consent"].values()]
    return frozenset(fold(phrase).split()[0] for table in tables for phrase in table["words"])

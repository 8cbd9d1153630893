"""A page with a margin: beside its first and last tokens stand empty words.

Grammar looks a few tokens to the left and right; on a sheet it may do so without asking whether
the page goes that far. Invariant: tokens of the page keep their indices; no token of the margin
touches another.
"""

from typing import NamedTuple

from departures.read.page import Page

MARGIN = 16
"""How far beyond either end of the page a token may be asked for."""
_WORDS = [""] * MARGIN
_STARTS = [-1] * MARGIN
_ENDS = [-2] * MARGIN


class Sheet(NamedTuple):
    """The lists of a page, each with the margin; a small negative index lies in it, too."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def capital(self, token: int) -> bool:
        """Whether the token is written with a capital letter first."""
        return self.text[self.starts[token]].isupper()

    def close(self, token: int) -> bool:
        """Whether nothing stands between `token` and the token before it."""
        return self.ends[token - 1] == self.starts[token]


def sheet_of(page: Page) -> Sheet:
    """`page` with its margin."""
    return Sheet(page.text, [*page.words, *_WORDS], [*page.starts, *_STARTS], [*page.ends, *_ENDS])

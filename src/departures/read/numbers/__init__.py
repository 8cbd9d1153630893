"""Numbers of a page: how many, with the words that bound it and the kind of thing it counts.

Invariant: numbers don't overlap; each reproduces its words at its offsets. "more than 100" is 101
and above; a number that is no whole count has its `value` and neither `lower` nor `upper`.
"""

from departures.read.numbers.finding import find_numbers
from departures.read.numbers.number import Number

__all__ = ["Number", "find_numbers"]

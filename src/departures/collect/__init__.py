"""Collecting: a reference (a file, or `-` for standard input) in, a frozen Document out.

Invariant: what comes out is text that can be read, stored and shown; whatever can't be made into
that is refused with a BadInputError whose one line says what to do.
"""

from departures.collect.capture import collect
from departures.collect.details import parse_day

__all__ = ["collect", "parse_day"]

"""Resolving: operation claims in, operations out. Pure; the order of the claims doesn't matter.

`gather(claims)` decides which claims tell of one movement (`matching`), holds all their values
side by side (`fields`) and names the operation (`naming`).
"""

from departures.resolve.gathering import gather

__all__ = ["gather"]

"""Reported figures held against the official releases: R01 to R08.

`examine_figures(claims, figures)` answers for each claim that counts people: whether a release has
its figure, and where it has that figure otherwise (of other days, of citizens, of one agency), what
reading of it would make the claim right. Pure; a release that lacks a figure refutes nothing.
"""

from departures.check.figures.examining import examine_figures

__all__ = ["examine_figures"]

"""Drawings: data in, SVG out. Pure functions, which know neither the record nor any language.

Invariant: a drawing tells nothing by colour alone, and whoever shows it puts a table beside it
that says the same. Colours are classes; the attributes beside them serve where no style sheet is.
"""

"""Checking: operations and claims in, findings out. Pure; neutral in its own voice.

Each rule is one small function in `rules/`, registered by its id; its wording, question and
sources stand in `rules.toml`. A finding is context, not a legal finding.
"""

from departures.check.figures import examine_figures
from departures.check.registry import NOTICE, examine, examine_each
from departures.check.subject import Subject
from departures.check.told import examine_claims

__all__ = ["NOTICE", "Subject", "examine", "examine_claims", "examine_each", "examine_figures"]

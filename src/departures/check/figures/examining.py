"""Runs the rules on figures over claims: the front door of this package.

Invariant: a claim with a figure that an official table could have gets an answer to R01, unknown
included; the figures are gathered once, however many claims there are.
"""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module

from departures.check.figures import saying
from departures.check.figures.comparing import Beside, compare
from departures.check.figures.reported import Reported, reported
from departures.check.registry import Noticed, Wording, finding, wordings
from departures.law.force import Answer
from departures.releases.definitions import definitions
from departures.releases.published import Figures, Published
from departures.words import Claim, Finding, Weight

FigureRule = Callable[[Beside, Figures, Wording], Noticed | None]
"""What a rule notices of a figure; null: its answer is no."""
_RULES: dict[str, FigureRule] = {}
MODULES = ("matching", "times", "kinds", "numbers")


def figure_rule(name: str) -> Callable[[FigureRule], FigureRule]:
    """Register a function as the rule with this id."""

    def register(function: FigureRule) -> FigureRule:
        if name in _RULES:
            raise ValueError(f"two rules are called {name}")
        _RULES[name] = function
        return function

    return register


def noticed(
    wording: Wording,
    form: str,
    told: Reported,
    figure: Published,
    weight: Weight,
    answer: Answer = "yes",
    **more: str,
) -> Noticed:
    """What a rule notices of a reported figure beside an official one, in its words for `form`."""
    text = wording.say(
        form,
        number=saying.number(told),
        days=saying.told_days(told.span),
        people=saying.told_people(told),
        figure=f"{figure.value:,}",
        agency=saying.agency(figure),
        official=saying.official(figure),
        **more,
    )
    released = ((figure.release.id, figure.query),)
    return Noticed(text, weight, claims=(told.claim,), answer=answer, releases=released)


@cache
def figure_rules() -> dict[str, FigureRule]:
    """Every rule on figures, by id, in order."""
    for module in MODULES:
        import_module(f"departures.check.figures.{module}")
    return dict(sorted(_RULES.items()))


def examine_figures(claims: Iterable[Claim], figures: Figures) -> list[Finding]:
    """The findings about the figures of claims."""
    return [
        finding(name, told.claim, noticed)
        for told in reported(claims)
        if told.measure in _told_measures()
        for name, noticed in _examine(told, figures)
        if noticed.weight is not None
    ]


def _examine(told: Reported, figures: Figures) -> Iterable[tuple[str, Noticed]]:
    """What each rule notices of one figure."""
    beside = compare(told, figures)
    for name, function in figure_rules().items():
        if noticed := function(beside, figures, wordings()[name]):
            yield name, noticed


@cache
def _told_measures() -> frozenset[str]:
    """The measures of claims that some official table can answer."""
    return frozenset(measure for each in definitions().values() for measure in each.told_as)

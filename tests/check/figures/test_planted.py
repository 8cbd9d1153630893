"""The planted reports: `evals/misreadings.py` prints the same, with what is missed."""

from pathlib import Path

import pytest

from departures.releases.published import Figures
from misreadings import alarms, made_up, reports, rightly


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    return made_up(Path(tmp_path_factory.mktemp("releases")))


@pytest.mark.parametrize("name", ["planted", "fresh"])
def test_misreadings_are_explained_and_what_is_right_is_left_alone(
    figures: Figures, name: str
) -> None:
    held = [(report, alarms(report, figures)) for report in reports(name)]
    explained = [rightly(report, found) for report, found in held if report.rules]
    alarmed = [report.text for report, found in held if found and not report.rules]
    assert len(explained) == 20
    assert sum(explained) >= 18
    assert len(held) == 60
    assert not alarmed

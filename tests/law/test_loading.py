"""A shelf that can't be right is refused, with the file and the row named."""

import shutil
from importlib import resources
from pathlib import Path

import pytest

from departures.law import LawDataError, read_shelf

DVD = Path("us/cases/dvd.toml")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with resources.as_file(resources.files("departures.law") / "data") as shipped:
        return Path(shutil.copytree(shipped, tmp_path / "data"))


def refused(data: Path, file: Path, old: str, new: str) -> str:
    text = (data / file).read_text(encoding="utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LawDataError) as caught:
        read_shelf(data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("until = 2025-04-18", "until = 2025-03-01", "before it begins"),
        ("effective = 2025-03-28", "effective = 2025-03-01", "before it was made"),
        ('ended_by = "dvd-pi-20250418"', 'ended_by = "dvd-none"', "refers to dvd-none"),
        ('effect = "constrains"', 'effect = "forbids"', "effect"),
        ("made = 2025-03-28", "made = 2025-02-30", "TOML"),
        ("made = 2025-03-28", "made = 'spring'", "made"),
        ('where = "nationwide"', 'where = "an illegal place"', "judges"),
        ('id = "dvd-pi-20250418"', 'id = "dvd-tro-20250328"', "two rows"),
        ('"final-order"', '"final-say"', "no authority"),
    ],
)
def test_an_impossible_row_is_refused(data: Path, old: str, new: str, says: str) -> None:
    message = refused(data, DVD, old, new)
    assert says in message
    assert "dvd" in message
    assert "\n" not in message


def test_a_field_that_nobody_knows_is_refused(data: Path) -> None:
    message = refused(data, Path("us/agreements/uz.toml"), "kind =", "sort =")
    assert "us/agreements/uz.toml" in message


def test_all_rows_keep_their_sources() -> None:
    with resources.as_file(resources.files("departures.law") / "data") as shipped:
        shelf = read_shelf(shipped)
    assert len(shelf.orders) == 59
    assert len(shelf.policies) == 7
    assert len(shelf.agreements) == 27
    assert all(order.sources for order in shelf.orders)


def test_third_country_means_something_else_in_another_jurisdiction() -> None:
    with resources.as_file(resources.files("departures.law") / "data") as shipped:
        shelf = read_shelf(shipped)
    terms = {term.key: term.means for held in shelf.jurisdictions for term in held.terms}
    assert terms["us.third-country"] != terms["eu.third-country"]
    held = shelf.jurisdiction("DE")
    assert held is not None
    assert held.id == "eu"

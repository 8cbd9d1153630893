"""What can't be scored is told in one line that names the file and the field."""

import re
from pathlib import Path

import pytest
from tests.evaluate.conftest import LABELS, Corpus

from departures.errors import BadInputError
from departures.evaluate import load_corpus

OPERATION = LABELS["operations"][0]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {"operations": [OPERATION | {"date": "spring"}]},
            "001.json: operations[0].date: 'spring'",
        ),
        ({"operations": [OPERATION | {"count": 47}]}, "001.json: operations[0].count: a count is"),
        ({"operations": [OPERATION | {"status": "gone"}]}, "001.json: operations[0].status"),
        ({"operations": [OPERATION | {"nationalities": "UZ"}]}, "operations[0].nationalities"),
        ({"operations": [OPERATION | {"quote": "not there"}]}, "operations[0].quote: 'not there'"),
        ({"operations": {}}, "001.json: operations"),
        ({"statistics": [{"measure": "deportees"}]}, "001.json: statistics[0].measure"),
        ({"statements": [{"speaker": "Anna Berg"}]}, "001.json: statements[0].quote"),
        ({"agreements": [{"parties": "US"}]}, "001.json: agreements[0].parties"),
        ({"published": "yesterday"}, "001.json: published"),
    ],
)
def test_a_wrong_label_is_named(corpus: Corpus, changes: dict[str, object], told: str) -> None:
    with pytest.raises(BadInputError, match=re.escape(told)):
        load_corpus(corpus(**changes))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="is no folder"):
        load_corpus(tmp_path / "nowhere")


def test_a_folder_without_pairs_is_refused(tmp_path: Path) -> None:
    (tmp_path / "001.json").write_text("{}")
    with pytest.raises(BadInputError, match="holds no pair"):
        load_corpus(tmp_path)


@pytest.mark.parametrize("content", ["{", "[]", "\ufeff{}", '"text"'])
def test_broken_json_is_named(corpus: Corpus, content: str) -> None:
    folder = corpus()
    (folder / "001.json").write_text(content, encoding="utf-8")
    with pytest.raises(BadInputError, match=r"001\.json"):
        load_corpus(folder)


def test_an_empty_text_is_named(corpus: Corpus) -> None:
    folder = corpus()
    (folder / "002.txt").write_text("")
    with pytest.raises(BadInputError, match=r"002\.txt"):
        load_corpus(folder)


@pytest.mark.parametrize(
    ("only", "ids", "names"),
    [
        (None, None, ["001", "002"]),
        ("negative", None, ["002"]),
        ("en", None, ["001", "002"]),
        (None, "001", ["001"]),
        (None, "1-2", ["001", "002"]),
        (None, "002,005-009", ["002"]),
        ("wire", "001-002", ["001"]),
    ],
)
def test_part_of_a_corpus_can_be_chosen(
    corpus: Corpus, only: str | None, ids: str | None, names: list[str]
) -> None:
    assert [one.name for one in load_corpus(corpus(), only=only, ids=ids)] == names


@pytest.mark.parametrize(("only", "ids"), [("radio", None), (None, "007")])
def test_choosing_nothing_is_refused(corpus: Corpus, only: str | None, ids: str | None) -> None:
    with pytest.raises(BadInputError, match="none of the 2 documents"):
        load_corpus(corpus(), only=only, ids=ids)


@pytest.mark.parametrize("ids", ["", "a-b", "001-", ",", "-"])
def test_an_impossible_list_of_ids_is_refused(corpus: Corpus, ids: str) -> None:
    with pytest.raises(BadInputError, match="--ids"):
        load_corpus(corpus(), ids=ids)

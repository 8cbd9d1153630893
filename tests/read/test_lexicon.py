"""Word lists: longest match first, every sense kept, faulty lists refused by name."""

import pytest

from departures.read.language import language
from departures.read.lexicon import Lexicon, LexiconError, Sense, load_tables, phrases
from departures.read.page import lay_out


def found(lexicon: Lexicon, text: str) -> list[str]:
    page = lay_out(text)
    return [page.words_between(hit.first, hit.last) for hit in lexicon.find(page)]


def sense(kind: str) -> Sense:
    return Sense(kind, "value", {})


def test_the_longer_phrase_wins() -> None:
    lexicon = phrases([("flight", sense("a")), ("charter flight", sense("b"))])
    assert found(lexicon, "A charter flight and a flight") == ["charter flight", "flight"]


def test_a_phrase_is_found_however_it_is_spelled() -> None:
    lexicon = phrases([("São Tomé", sense("a"))])
    assert found(lexicon, "SAO TOME, São Tomé, sao\u00a0tomé") == [
        "SAO TOME",
        "São Tomé",
        "sao\u00a0tomé",
    ]


def test_a_phrase_inside_a_word_is_not_found() -> None:
    assert found(phrases([("ice", sense("a"))]), "police service, ice") == ["ice"]


def test_all_senses_are_kept() -> None:
    lexicon = phrases([("removal", sense("a")), ("removal", sense("b"))])
    [hit] = lexicon.find(lay_out("removal"))
    assert hit.sense("a") and hit.sense("b") and hit.sense("c") is None


@pytest.mark.parametrize(
    "tables", [{"act": ["x"]}, {"act": {"removal": {}}}, {"act": {"removal": {"words": [""]}}}]
)
def test_a_faulty_list_is_refused_by_name(tables: dict) -> None:
    with pytest.raises(LexiconError, match="act"):
        load_tables(Lexicon(), tables, "acts.toml")


def test_the_english_lists_load() -> None:
    assert len(language("en").lexicon.single) > 500

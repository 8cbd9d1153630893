"""Whatever file is given, there is a frozen document or one line that says what to do."""

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departures.collect import collect
from departures.collect.fetching import LIMIT
from departures.errors import BadInputError

REPORT = "Plane lands in Almaty\n\nIt carried 40 people, the ministry said.\n"


def put(folder: Path, data: bytes, name: str = "report.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(reference: Path | str, **options: object) -> str:
    with pytest.raises(BadInputError) as caught:
        collect(reference, **options)  # type: ignore[arg-type]
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_plain_text_is_frozen_character_for_character(tmp_path: Path) -> None:
    text = "Überführung ✈\r\n\r\n40 people, e\u0301t\u0113 \u05d0\u05d1 \U0001f6eb\r\n"
    document = collect(put(tmp_path, text.encode()), published=date(2025, 5, 1), source="A paper")
    assert document.text == text
    assert document.title == "Überführung ✈"
    assert (document.published, document.source) == (date(2025, 5, 1), "A paper")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text(
    tmp_path: Path, encoding: str
) -> None:
    assert collect(put(tmp_path, REPORT.encode(encoding))).text == REPORT


def test_a_dash_reads_standard_input() -> None:
    assert collect("-", stdin=io.BytesIO(REPORT.encode())).text == REPORT


def test_a_named_encoding_is_used(tmp_path: Path) -> None:
    path = put(tmp_path, "Ташкент принял рейс".encode("koi8-r"))
    assert collect(path, encoding="koi8-r").text == "Ташкент принял рейс"


def test_a_wrong_encoding_is_named_with_a_way_out(tmp_path: Path) -> None:
    path = put(tmp_path, "Le Sénégal a reçu 40 personnes expulsées".encode("latin-1"))
    message = refusal(path)
    assert "not UTF-8" in message
    assert "--encoding" in message


def test_a_named_encoding_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "Sénégal".encode("latin-1"))
    assert "not utf-8 at byte 1" in refusal(path, encoding="utf-8")
    assert "no known text encoding" in refusal(path, encoding="klingon")
    assert refusal(path, encoding="hex")


def test_utf_16_without_a_mark_is_recognized(tmp_path: Path) -> None:
    assert "--encoding utf-16-le" in refusal(put(tmp_path, REPORT.encode("utf-16-le")))


@pytest.mark.parametrize(
    ("start", "told"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\0", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x1f\x8b\x08\0", "unpack"),
        (b"SQLite format 3\0", "database"),
        (b"words\0and more", "binary"),
        (b"\x01\x02\x03\x04 abc", "control characters"),
    ],
)
def test_what_is_no_text_is_told_with_advice(tmp_path: Path, start: bytes, told: str) -> None:
    assert told in refusal(put(tmp_path, start + b"x" * 20))


def test_a_missing_file_a_folder_and_a_web_address_are_told_apart(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "none.txt")
    assert "is a folder" in refusal(tmp_path)
    assert "save the page" in refusal("https://example.org/report")
    assert refusal("bad\0name")
    assert refusal("x" * 5000)


@pytest.mark.parametrize("data", [b"", b" \r\n\t \n", "\ufeff".encode(), "\u00a0\u2003".encode()])
def test_an_empty_text_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "holds no text" in refusal(put(tmp_path, data))


def test_a_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert "50 MB large" in refusal(path)


def test_a_large_pipe_is_refused_after_the_limit() -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= LIMIT + 1
            self.taken += size
            return b"a" * size

    endless = Endless()
    assert "larger than 20 MB" in refusal("-", stdin=endless)
    assert endless.taken == LIMIT + 1


@pytest.mark.parametrize("url", ["javascript:alert(1)", "example.org", "https://a b", "http://["])
def test_an_address_that_is_no_safe_link_is_refused(tmp_path: Path, url: str) -> None:
    assert "--url" in refusal(put(tmp_path, REPORT.encode()), url=url)


@given(
    st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))
)
def test_any_bytes_become_a_document_or_one_line(data: bytes) -> None:
    try:
        document = collect("-", stdin=io.BytesIO(data))
    except BadInputError as error:
        assert "\n" not in str(error)
    else:
        assert document.text.strip()
        assert document.text.encode("utf-8")

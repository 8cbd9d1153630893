"""What is no table, or means harm, is refused in one sentence, and leaves nothing behind."""

import io
import zipfile
from pathlib import Path

import pytest

from departures.errors import BadInputError
from departures.releases import Shelf
from departures.releases.synthetic import layout_of, write_csv, write_workbook

SMALL = layout_of("removals-uwchr-2023")


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "removals.xlsx"
    write_workbook(SMALL, path, 200)
    return path


def refused(shelf: Shelf, path: Path, why: str) -> None:
    with pytest.raises(BadInputError, match=why) as caught:
        shelf.add(path)
    assert "\n" not in str(caught.value)
    assert shelf.releases() == []
    assert not shelf.folder.exists() or not list(shelf.folder.iterdir())


def with_member(path: Path, name: str, data: bytes) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)


def sheet_of(path: Path, xml: str) -> None:
    """Put another sheet in the place of a workbook's own."""
    with zipfile.ZipFile(path) as archive:
        held = {each.filename: archive.read(each) for each in archive.infolist()}
    held["xl/worksheets/sheet1.xml"] = xml.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_workbook(shelf: Shelf, workbook: Path, share: float) -> None:
    data = workbook.read_bytes()
    workbook.write_bytes(data[: int(len(data) * share)])
    refused(shelf, workbook, "damaged or cut off")


def test_a_workbook_with_a_changed_byte(shelf: Shelf, workbook: Path) -> None:
    data = bytearray(workbook.read_bytes())
    data[len(data) // 2] ^= 0xFF
    workbook.write_bytes(bytes(data))
    refused(shelf, workbook, "damaged")


def test_a_locked_workbook(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "locked.xlsx"
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    path.write_bytes(head + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600)
    refused(shelf, path, "locked with a password")


def test_a_workbook_with_macros(shelf: Shelf, workbook: Path) -> None:
    with_member(workbook, "xl/vbaProject.bin", b"macro")
    refused(shelf, workbook, "macros")


@pytest.mark.parametrize("name", ["removals.csv", "removals.zip", "removals.xlsb", "removals"])
def test_a_renamed_workbook(shelf: Shelf, workbook: Path, name: str) -> None:
    refused(shelf, workbook.rename(workbook.with_name(name)), "its name doesn't end in")


def test_text_that_calls_itself_a_workbook(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "removals.xlsx"
    write_csv(SMALL, path, 5)
    refused(shelf, path, "its name doesn't end in")


def test_a_zip_bomb(shelf: Shelf, workbook: Path) -> None:
    with_member(workbook, "xl/media/image1.bin", b"\0" * (64 * 2**20))
    refused(shelf, workbook, "zip bomb")


def test_an_archive_of_very_many_members(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(2_001):
            archive.writestr(f"{number}.csv", b"a")
    refused(shelf, path, "members")


def test_an_archive_within_an_archive(shelf: Shelf, tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.csv", b"a,b\n1,2\n")
    path = tmp_path / "outer.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inner.zip", inner.getvalue())
    refused(shelf, path, "archive within an archive")


def test_a_member_that_points_outside(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "outside.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../escaped.csv", b"a,b\n1,2\n")
    refused(shelf, path, "points outside")


@pytest.mark.parametrize(("formula", "why"), [("", "no table"), ("<f>1</f>", "clear the cells")])
def test_cells_in_far_corners(shelf: Shelf, workbook: Path, formula: str, why: str) -> None:
    near = f'<row r="1"><c r="A1">{formula}<v>1</v></c></row>'
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    sheet_of(workbook, f"<worksheet><sheetData>{near}{far}</sheetData></worksheet>")
    refused(shelf, workbook, why)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.csv", b"", "is empty"),
        ("page.csv", b"<!DOCTYPE html><html></html>", "web page"),
        ("noise.csv", b"\x7fELF\0\0\0", "neither"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old kind"),
        ("broken.parquet", b"PAR1" + b"\0" * 100, "damaged"),
        ("list.csv", b"a,b\n1,2\n", "no table that is known"),
        ("quote.csv", b'a,"b\n1,2\n' * 50, "no table|quotes"),
    ],
)
def test_no_table(shelf: Shelf, tmp_path: Path, name: str, data: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    refused(shelf, path, why)


def test_a_column_that_nobody_knows_is_named(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "new.csv"
    write_csv(SMALL, path, 5)
    text = path.read_text(encoding="utf-8").replace("Gender", "Gender Identity")
    path.write_text(text, encoding="utf-8")
    refused(shelf, path, r"'Gender Identity'.*--layout")


def test_a_value_of_another_type_is_named_with_its_row(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    header = ",".join(column.given for column in SMALL.columns)
    path.write_text(f"{header}\n,someday{',' * 12}\n", encoding="utf-8")
    refused(shelf, path, "row 2, column 'Departed_Date': 'someday' is no date")


def test_a_file_that_is_not_there(shelf: Shelf, tmp_path: Path) -> None:
    refused(shelf, tmp_path / "nowhere.csv", "can't be read")

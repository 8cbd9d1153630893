"""Workbooks read in blocks of rows, so that a sheet of any length fits into memory.

Invariant: only a sheet written in the plain way (as Excel and its peers write values) is read so;
any other raises `NotPlainError` before a wrong value is given, and is read whole instead.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from html import unescape
from typing import IO, TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import polars as pl

Given = TypeVar("Given")
Made = TypeVar("Made")

ROW = "_row"
"""The column that says which row of the file it is, from 1."""
BLOCK = 4 * 2**20
"""Bytes of XML that are parsed together."""
MOST_CELLS = 4_000_000
"""Room for the cells of a block, empty ones too: a table fills some 150,000."""
AT_ONCE = 2
ROW_END = b"</row>"
NO_ROWS = re.compile(rb"<sheetData ?/>|<sheetData></sheetData>")
MOST_WITHOUT_ROW = 16 * BLOCK
"""A row is never longer; a sheet with such a one is no table."""
SHEET = re.compile(rb"<sheet [^<>]*>")
TARGET = re.compile(rb"<Relationship [^<>]*>")
ATTRIBUTE = re.compile(rb' ([\w:]+)="([^"]*)"')
PLAIN_STRING = re.compile(rb'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
ESCAPED = b"_x00"
"""Begins a character that a workbook writes as a number."""
ROW_NUMBER = re.compile(rb'<row(?= )[^<>]*? r="(\d+)"')
LETTERS = "^([A-Z]+)"
PLAIN_CELL, TYPE, TEXT = '<c r="', ' t="', ' t="s"'


class NotPlainError(Exception):
    """A sheet that is to be read whole."""


def plain_sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, Iterator["pl.DataFrame"]]]:
    """Each sheet with its blocks. Raises `NotPlainError`, at the latest with a block."""
    names = archive.namelist()
    book = _member(archive, names, "xl/workbook.xml")
    if b'date1904="1"' in book or b'date1904="true"' in book:
        raise NotPlainError
    links = dict(_links(_member(archive, names, "xl/_rels/workbook.xml.rels")))
    strings = _strings(archive, names)
    for sheet in SHEET.findall(book):
        held = dict(ATTRIBUTE.findall(sheet))
        path = links.get(held.get(b"r:id", b""), "")
        if path not in names or b"name" not in held:
            raise NotPlainError
        yield unescape(held[b"name"].decode()), _blocks(archive, path, strings)


def _member(archive: zipfile.ZipFile, names: list[str], name: str) -> bytes:
    if name not in names:
        raise NotPlainError
    return archive.read(name)


def _links(relations: bytes) -> Iterator[tuple[bytes, str]]:
    """Where the sheets of a workbook lie, by the id that the workbook gives them."""
    for each in TARGET.findall(relations):
        held = dict(ATTRIBUTE.findall(each))
        target = held.get(b"Target", b"").decode().lstrip("/")
        yield held.get(b"Id", b""), target if target.startswith("xl/") else f"xl/{target}"


def _strings(archive: zipfile.ZipFile, names: list[str]) -> "pl.Series":
    """The strings of a workbook, which its cells point at."""
    import polars as pl

    if "xl/sharedStrings.xml" not in names:
        return pl.Series([], dtype=pl.String)
    data = archive.read("xl/sharedStrings.xml")
    found = [each.decode() for each in PLAIN_STRING.findall(data)]
    if len(found) != data.count(b"<si>") + data.count(b"<si/>") or ESCAPED in data:
        raise NotPlainError
    return pl.Series([unescape(each) if "&" in each else each for each in found], dtype=pl.String)


def _blocks(archive: zipfile.ZipFile, path: str, strings: "pl.Series") -> Iterator["pl.DataFrame"]:
    """The rows of a sheet, some thousands at a time and in their order."""
    with archive.open(path) as sheet, ThreadPoolExecutor(AT_ONCE) as workers:
        yield from ordered(workers, partial(parsed, strings=strings), _whole_rows(sheet))


def ordered(
    workers: Executor, work: Callable[[Given], Made], given: Iterable[Given]
) -> Iterator[Made]:
    """What `work` makes of each, in order, a few at once: never more than that wait in memory."""
    waiting: list[Future[Made]] = []
    for each in given:
        waiting.append(workers.submit(work, each))
        if len(waiting) > AT_ONCE:
            yield waiting.pop(0).result()
    for future in waiting:
        yield future.result()


def _whole_rows(sheet: IO[bytes]) -> Iterator[bytes]:
    """XML that ends with a row, piece by piece."""
    before, found = b"", False
    while chunk := sheet.read(BLOCK):
        rows, ending, after = (before + chunk).rpartition(ROW_END)
        if ending:
            found = True
            yield rows + ending
        before = after
        if len(before) > MOST_WITHOUT_ROW:
            raise NotPlainError
    if b"<c " in before or not (found or NO_ROWS.search(before)):
        raise NotPlainError


def parsed(block: bytes, strings: "pl.Series") -> "pl.DataFrame":
    """Rows of XML as columns A, B, C … of strings. Raises `NotPlainError`."""
    import polars as pl

    try:
        return _parsed(block[max(0, block.find(b"<row")) :], strings)
    except (UnicodeDecodeError, OverflowError, pl.exceptions.PolarsError) as error:
        raise NotPlainError from error


def _parsed(block: bytes, strings: "pl.Series") -> "pl.DataFrame":
    import polars as pl

    numbers = pl.Series([int(each) for each in ROW_NUMBER.findall(block)], dtype=pl.UInt32)
    cells = pl.Series([block.decode()]).str.split(PLAIN_CELL).explode(empty_as_null=True).slice(1)
    begun = cells.str.count_matches("<row ", literal=True).cum_sum().shift(1, fill_value=0)
    value = cells.str.splitn("<v>", 2).struct.field("field_1")
    found = pl.DataFrame(
        {
            "row": begun + (block.partition(PLAIN_CELL.encode())[0].count(b"<row ") - 1),
            "letter": cells.str.extract(LETTERS),
            "value": value.str.splitn("</v>", 2).struct.field("field_0"),
            "index": cells.str.contains(TEXT, literal=True),
        }
    )
    typed = int(cells.str.contains(TYPE, literal=True).sum())
    if typed != found["index"].sum() or not _plain(block, found, numbers.len()):
        raise NotPlainError
    found = found.filter(pl.col("value").is_not_null())
    return _wide(_looked_up(found, strings), numbers)


def _plain(block: bytes, found: "pl.DataFrame", rows: int) -> bool:
    """Whether there are as many tags as cells, values and rows have: no formula, nothing else."""
    values = found.height - found["value"].null_count()
    tags = 2 * (found.height + values + rows) - block.count(b"/>")
    return block.count(b"<") == tags and not found["letter"].has_nulls()


def _looked_up(found: "pl.DataFrame", strings: "pl.Series") -> "pl.DataFrame":
    """With the strings in the place of their indices."""
    import polars as pl

    index = found.select(pl.when("index").then(pl.col("value")).cast(pl.UInt32)).to_series()
    last = index.max()
    if last is None:
        return found.drop("index")
    if last >= strings.len():  # type: ignore[operator]
        raise NotPlainError
    told = strings.gather(index.fill_null(0)).alias("told")
    text = pl.when("index").then(told).otherwise("value").alias("value")
    return found.with_columns(text).drop("index")


def _wide(found: "pl.DataFrame", numbers: "pl.Series") -> "pl.DataFrame":
    """One row for each row: the columns in the order of a sheet."""
    import polars as pl

    parts = found.partition_by("letter", as_dict=True, include_key=False)
    columns = {str(letter): part for (letter,), part in parts.items()}
    if len(columns) * len(numbers) > MOST_CELLS:
        raise NotPlainError
    wide = [numbers.alias(ROW)]
    for letter in sorted(columns, key=position):
        empty = pl.Series(letter, [None], dtype=pl.String).new_from_index(0, len(numbers))
        wide.append(empty.scatter(columns[letter]["row"], columns[letter]["value"]))
    return pl.DataFrame(wide)


def position(letters: str) -> int:
    """The number of a column of a sheet: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1

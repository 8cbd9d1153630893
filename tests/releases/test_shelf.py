"""Adding, asking and taking away, on synthetic tables in the real layouts."""

import zipfile
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from departures.errors import BadInputError, NotFoundError
from departures.releases import About, Layout, Shelf, known_layouts, open_shelf
from departures.releases.synthetic import SHEET, layout_of, write_csv, write_workbook

LAYOUT = layout_of("removals-2025-07")


def table(path: Path, rows: int = 300, seed: int = 1) -> Path:
    write_csv(LAYOUT, path, rows, seed)
    return path


@pytest.mark.parametrize("layout", known_layouts(), ids=lambda layout: layout.id)
def test_every_layout_knows_its_own_table(layout: Layout, shelf: Shelf, tmp_path: Path) -> None:
    if layout.years:
        pytest.skip("its years are columns")
    write_workbook(layout, tmp_path / "table.xlsx", 40)
    (release,) = shelf.add(tmp_path / "table.xlsx")
    assert (release.layout, release.rows, release.synthetic) == (layout.id, 40, True)


def test_a_workbook_and_its_text_hold_the_same(shelf: Shelf, tmp_path: Path) -> None:
    write_workbook(LAYOUT, tmp_path / "a.xlsx", 500)
    write_csv(LAYOUT, tmp_path / "b.csv", 500)
    (one,), (other,) = shelf.add(tmp_path / "a.xlsx"), shelf.add(tmp_path / "b.csv")
    first, second = (
        pl.read_parquet(shelf.folder / each.id / each.parts[0].parquet).drop("_file", "_sheet")
        for each in (one, other)
    )
    assert first.equals(second)


def test_a_workbook_that_is_not_plain_is_read_all_the_same(shelf: Shelf, tmp_path: Path) -> None:
    write_workbook(LAYOUT, tmp_path / "plain.xlsx", 400)
    with zipfile.ZipFile(tmp_path / "plain.xlsx") as archive:
        held = {each.filename: archive.read(each) for each in archive.infolist()}
    name = "xl/worksheets/sheet1.xml"
    formula = b'<c r="B1"><f>1+1</f><v>2</v></c></row>'
    held[name] = held[name].replace(b"</row>", formula, 1)
    with zipfile.ZipFile(tmp_path / "formula.xlsx", "w") as archive:
        for member, data in held.items():
            archive.writestr(member, data)
    first, second = (
        pl.read_parquet(shelf.folder / each.id / each.parts[0].parquet).drop("_file")
        for path in ("plain.xlsx", "formula.xlsx")
        for each in shelf.add(tmp_path / path)
    )
    assert first.equals(second)


def test_each_row_says_where_it_stood(shelf: Shelf, tmp_path: Path) -> None:
    write_workbook(LAYOUT, tmp_path / "a.xlsx", 10)
    (release,) = shelf.add(tmp_path / "a.xlsx")
    rows = pl.read_parquet(shelf.folder / release.id / release.parts[0].parquet)
    assert rows["_row"].to_list() == list(range(8, 18))
    assert rows["_file"].unique().to_list() == [release.parts[0].sha256]
    assert rows["_sheet"].unique().to_list() == [SHEET]
    assert rows["birth_date"].null_count() == 10


def test_the_same_file_again_changes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv")
    assert shelf.add(path) == shelf.add(path)
    assert len(shelf.releases()) == 1


def test_another_file_of_the_layout_is_another_release(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add(table(tmp_path / "a.csv", 300))
    (second,) = shelf.add(table(tmp_path / "b.csv", 200, seed=2))
    assert second.id != LAYOUT.id
    answer = shelf.count("removals", fiscal_year=2024)
    assert answer.figure in (300, 200)
    assert answer.others


def test_files_of_one_release_add_up(shelf: Shelf, tmp_path: Path) -> None:
    about = About(release="removals-july")
    shelf.add(table(tmp_path / "a.csv", 300), about)
    (both,) = shelf.add(table(tmp_path / "b.csv", 200, seed=2), about)
    assert both.rows == 500
    assert shelf.count("removals", release="removals-july").figure == 500


def test_a_zip_holds_several_tables(shelf: Shelf, tmp_path: Path) -> None:
    write_csv(layout_of("arrests-2023"), tmp_path / "arrests.csv", 20)
    table(tmp_path / "removals.csv", 20)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for name in ("arrests.csv", "removals.csv"):
            archive.write(tmp_path / name, name)
    assert {each.table for each in shelf.add(tmp_path / "all.zip")} == {"arrests", "removals"}


def test_duplicates_are_flagged_and_counted(shelf: Shelf, tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", 10)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines, lines[-1]]), encoding="utf-8")
    (release,) = shelf.add(path)
    assert (release.rows, release.duplicates) == (11, 1)
    answer = shelf.count("removals", floor=1)
    assert answer.figure == 11
    assert any("flagged, and counted" in caveat.text for caveat in answer.caveats)


def test_the_query_of_an_answer_gives_its_figure(shelf: Shelf, tmp_path: Path) -> None:
    (release,) = shelf.add(table(tmp_path / "a.csv"))
    answer = shelf.count("removals", citizenship="UZ", fiscal_year=2024, floor=1)
    frame = pl.scan_parquet(shelf.folder / release.id / "*.parquet")
    again = pl.SQLContext({release.id: frame}).execute(answer.query).collect()
    assert again["figure"].item() == answer.figure


def test_a_layout_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        'id = "own"\ntable = "own"\ntitle = "Mine"\nagency = "Me"\nkind = "counts"\n'
        'measure = "removal"\nunit = "removals"\nfigure = "n"\n'
        'columns = [{ given = "Who", name = "who" },'
        ' { given = "N", name = "n", type = "integer" }]\n',
        encoding="utf-8",
    )
    (tmp_path / "own.csv").write_text("Who;N\n=1+1;7\nb;1,000\n", encoding="utf-8")
    shelf = open_shelf(tmp_path / "shelf", [tmp_path / "own.toml"])
    shelf.add(tmp_path / "own.csv")
    assert open_shelf(tmp_path / "shelf").count("own").figure == 1_007


@pytest.mark.parametrize(
    ("line", "why"),
    [("tables = 1", "Extra inputs"), ('period = "no"', "no column is named no"), ("=", "not TOML")],
)
def test_a_layout_that_is_wrong(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        f'{line}\nid = "own"\ntable = "own"\ntitle = ""\nagency = ""\nkind = "counts"\n'
        'measure = "removal"\nunit = "removals"\ncolumns = []\n',
        encoding="utf-8",
    )
    with pytest.raises(BadInputError, match=why):
        open_shelf(tmp_path, [path])


def test_a_quote_in_a_value_stays_a_value(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add(table(tmp_path / "a.csv"))
    hostile = "' OR 1=1 --"
    assert shelf.count("removals", where={"gender": hostile}).figure in (0, None)
    with pytest.raises(BadInputError, match="no column"):
        shelf.count("removals", by=['gender" FROM x --'])


def test_taken_away(shelf: Shelf, tmp_path: Path) -> None:
    (release,) = shelf.add(table(tmp_path / "a.csv"))
    shelf.remove(release.id)
    with pytest.raises(NotFoundError):
        shelf.release(release.id)
    with pytest.raises(NotFoundError):
        shelf.release("../shelf")


def test_conditions_on_numbers_and_days(shelf: Shelf, tmp_path: Path) -> None:
    (release,) = shelf.add(table(tmp_path / "a.csv"))
    rows = pl.read_parquet(shelf.folder / release.id / release.parts[0].parquet)
    year, day = rows["birth_year"][0], rows["departed_date"][0]
    for name, value in (("birth_year", year), ("departed_date", day), ("duplicate", False)):
        expected = rows.filter(pl.col(name) == value).height
        assert shelf.count("removals", where={name: str(value)}, floor=1).figure == expected
    for name, value in (("birth_year", "1 OR 1=1"), ("birth_year", "nan"), ("day", "soon")):
        with pytest.raises(BadInputError, match=f"{name} is a (?:number|day)"):
            shelf.count("removals", where={name: value})


def test_a_release_taken_for_the_newest_says_on_what_grounds(shelf: Shelf, tmp_path: Path) -> None:
    def said() -> str:
        return " ".join(each.text for each in shelf.count("removals").caveats)

    shelf.add(table(tmp_path / "a.csv", 300))
    assert "newest" not in said()
    shelf.add(table(tmp_path / "b.csv", 200, seed=2))
    assert "days of release are missing or the same" in said()
    day = date(2026, 5, 1)
    shelf.add(table(tmp_path / "c.csv", 100, seed=3), About(release="may", released=day))
    assert shelf.count("removals").release.id == "may"
    assert "as released on 2026-05-01; that day, or another's, is its layout's" in said()
    named = shelf.count("removals", release="may").caveats
    assert not any("newest" in each.text for each in named)


def test_a_newer_release_without_a_figure_is_named(shelf: Shelf, tmp_path: Path) -> None:
    (first,) = shelf.add(table(tmp_path / "a.csv", 300))
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    late = [line.replace("2024-", "2032-").replace("2023-", "2032-") for line in lines]
    (tmp_path / "b.csv").write_text("".join(late), encoding="utf-8")
    shelf.add(tmp_path / "b.csv", About(release="late", released=date(2033, 1, 1)))
    answer = shelf.count("removals", fiscal_year=2024)
    assert answer.release.id == first.id
    assert any("late is taken for the newest" in each.text for each in answer.caveats)

"""The shelf: releases on disk, added, listed, asked and taken away.

Invariant: a release is a folder with a manifest that names its Parquet files. The manifest is put
in place last, so that a release is there whole or not at all; other files in the folder are no part
of it.
"""

import shutil
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from departures.errors import BadInputError, NotFoundError, RecordError
from departures.releases.answers import FLOOR, Answer, Cell, ComparedCell, Comparison, Question
from departures.releases.choosing import Choice, choices
from departures.releases.counting import Held, ask
from departures.releases.importing import Imported, Taken, import_file, sha256_of
from departures.releases.layouts import Layout, known_layouts, read_layout
from departures.releases.manifest import About, Release

MANIFEST = "manifest.json"
LAYOUT = "layout.json"


def open_shelf(folder: Path | str, layouts: Sequence[Path] = ()) -> "Shelf":
    """The shelf in a folder, which is made when something is added.

    `layouts` are files, or folders of files, that stand before those of Departures.
    """
    files = [file for path in layouts for file in _layout_files(path)]
    return Shelf(Path(folder), (*map(read_layout, files), *known_layouts()))


def _layout_files(path: Path) -> list[Path]:
    return sorted(path.glob("*.toml")) if path.is_dir() else [path]


class Shelf:
    """Releases in a folder."""

    def __init__(self, folder: Path, layouts: Sequence[Layout]) -> None:
        self.folder = folder
        self.layouts = tuple(layouts)

    def releases(self, table: str | None = None) -> list[Release]:
        """All releases, or those of a table, the newest first."""
        found = [_manifest(path.parent) for path in sorted(self.folder.glob(f"*/{MANIFEST}"))]
        held = [each for each in found if table is None or each.table == table]
        return sorted(held, key=lambda each: each.newness, reverse=True)

    def release(self, id: str) -> Release:
        """One release. Raises `NotFoundError`."""
        return self._held(id).release

    def layout(self, id: str) -> Layout:
        """The layout that a release was read by. Raises `NotFoundError`."""
        return self._held(id).layout

    def columns(self, id: str) -> list[str]:
        """What a question to a release may name. Raises `NotFoundError`."""
        return self._held(id).columns

    def add(self, file: Path, about: About | None = None) -> list[Release]:
        """Import a file: the releases that it is part of now. The same file again changes nothing.

        A file joins a release only where `about.release` names it, or its layout has none yet;
        otherwise it becomes a release of its own. Raises `BadInputError`, and imports nothing.
        """
        _need_polars()
        about = about or About()
        sha256 = sha256_of(file)
        if known := [r for r in self.releases() if any(p.sha256 == sha256 for p in r.parts)]:
            return known
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.folder, prefix=".adding-") as passing:
            taken = import_file(file, self.layouts, Path(passing))
            return [
                self._keep(imported, about, taken, sha256, Path(passing))
                for imported in taken.by_layout.values()
            ]

    def remove(self, id: str) -> Release:
        """Take a release off the shelf. Raises `NotFoundError`."""
        release = self.release(id)
        (self.folder / id / MANIFEST).unlink()
        shutil.rmtree(self.folder / id, ignore_errors=True)
        return release

    def count(
        self,
        table: str,
        *,
        citizenship: str | None = None,
        departure: str | None = None,
        fiscal_year: int | None = None,
        first: date | None = None,
        last: date | None = None,
        where: dict[str, str] | None = None,
        by: Sequence[str] = (),
        release: str | None = None,
        floor: int = FLOOR,
    ) -> Answer:
        """How many: by one release, never by several added up.

        Without `release`, the newest one that answers is asked, because agencies correct earlier
        ones; the others are named in the answer. Raises `NotFoundError`, `BadInputError`.
        """
        _need_polars()
        question = _question(
            table=table,
            citizenship=citizenship.upper() if citizenship else None,
            departure=departure.upper() if departure else None,
            fiscal_year=fiscal_year,
            first=first,
            last=last,
            where=where or {},
            by=tuple(by),
        )
        answers = (
            ask(self._held(choice.release.id), question, floor, choice)
            for choice in self._choices(table, release)
        )
        newest = next(answers)
        if newest.figure is not None or newest.withheld:
            return newest
        return next((each for each in answers if each.figure is not None), newest)

    def compare(self, left: str, right: str, **asked: Any) -> Comparison:
        """Two releases asked the same; the keywords are those of `count`, without `table`."""
        first = self.count(self.release(left).table, release=left, **asked)
        second = self.count(self.release(right).table, release=right, **asked)
        known = first.figure is not None and second.figure is not None
        return Comparison(
            question=first.question,
            left=first,
            right=second,
            difference=(second.figure or 0) - (first.figure or 0) if known else None,
            cells=_beside(first, second),
        )

    def _choices(self, table: str, named: str | None) -> list[Choice]:
        held = self.releases(table)
        if not held:
            tables = ", ".join(sorted({each.table for each in self.releases()})) or "none"
            raise NotFoundError(f"the shelf has no table {table!r}; it has {tables}")
        if found := choices(held, named):
            return found
        raise NotFoundError(f"no release {named!r} has the table {table!r}")

    def _held(self, id: str) -> Held:
        folder = self.folder / id
        if "/" in id or "\\" in id or id.startswith(".") or not (folder / MANIFEST).is_file():
            raise NotFoundError(f"the shelf has no release {id!r}; see departures releases list")
        release = _manifest(folder)
        layout = Layout.model_validate_json((folder / LAYOUT).read_text(encoding="utf-8"))
        return Held(release, layout, tuple(folder / part.parquet for part in release.parts))

    def _keep(
        self, imported: Imported, about: About, taken: Taken, sha256: str, passing: Path
    ) -> Release:
        """Move the files of one layout in place, and then its manifest."""
        layout = imported.layout
        id = about.release or self._free(layout.id, sha256)
        folder = self.folder / id
        before = _manifest(folder) if (folder / MANIFEST).is_file() else None
        if before and before.layout != layout.id:
            raise BadInputError(f"{id} is of the layout {before.layout}, the file of {layout.id}")
        folder.mkdir(exist_ok=True)
        for part in imported.parts:
            (passing / part.parquet).replace(folder / part.parquet)
        made = _described(id, imported, about, taken, before)
        _write(folder / LAYOUT, layout.model_dump_json(indent=2))
        _write(folder / MANIFEST, made.model_dump_json(indent=2))
        return made

    def _free(self, layout: str, sha256: str) -> str:
        """The layout's own name for its first release; with the file's hash for another."""
        taken = (self.folder / layout / MANIFEST).is_file()
        return f"{layout}-{sha256[:8]}" if taken else layout


def _described(
    id: str, imported: Imported, about: About, taken: Taken, before: Release | None
) -> Release:
    layout = imported.layout
    parts = (*(before.parts if before else ()), *imported.parts)
    unmatched = imported.unmatched + type(imported.unmatched)(before.unmatched if before else {})
    firsts = [part.first for part in parts if part.first]
    lasts = [part.last for part in parts if part.last]
    return Release(
        id=id,
        table=layout.table,
        layout=layout.id,
        title=about.title or (before.title if before else layout.title),
        agency=about.agency or (before.agency if before else layout.agency),
        kind=layout.kind,
        measure=layout.measure,
        unit=layout.unit,
        released=about.released or (before.released if before else layout.released),
        dated=bool(about.released or (before and before.dated)),
        first=min(firsts, default=None),
        last=max(lasts, default=None),
        source=about.source or (before.source if before else layout.source),
        licence=about.licence or (before.licence if before else layout.licence),
        synthetic=imported.synthetic or bool(before and before.synthetic),
        caveats=before.caveats if before else (),
        parts=parts,
        skipped=(*(before.skipped if before else ()), *taken.skipped),
        unmatched=dict(unmatched),
    )


def _need_polars() -> None:
    try:
        import fastexcel  # noqa: F401
        import polars  # noqa: F401
    except ImportError as error:
        raise BadInputError(
            "official tables need Polars; install it with: pip install 'departures[releases]'"
        ) from error


def _question(**asked: object) -> Question:
    try:
        return Question.model_validate(asked)
    except ValidationError as error:
        said = error.errors()[0]
        wants = "wants the two letters of a country, such as UZ"
        why = wants if said["loc"][0] in ("citizenship", "departure") else said["msg"]
        raise BadInputError(f"{said['loc'][0]} {why}") from error


def _manifest(folder: Path) -> Release:
    try:
        return Release.model_validate_json((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise RecordError(f"the manifest of {folder.name} is damaged; remove its folder") from error


def _write(path: Path, text: str) -> None:
    passing = path.with_suffix(".passing")
    passing.write_text(text, encoding="utf-8")
    passing.replace(path)


def _beside(left: Answer, right: Answer) -> tuple[ComparedCell, ...]:
    """The groups of two answers, each once, in the order of the left one."""
    ours, theirs = ({_group(cell): cell.figure for cell in each.cells} for each in (left, right))
    groups = sorted(dict.fromkeys((*ours, *theirs)), key=lambda group: group[0])
    return tuple(
        ComparedCell(
            keys=dict(keys),
            left=ours.get((merged, keys)),
            right=theirs.get((merged, keys)),
            merged=merged,
        )
        for merged, keys in groups
    )


def _group(cell: Cell) -> tuple[bool, tuple[tuple[str, str | int | None], ...]]:
    return cell.merged, tuple(cell.keys.items())

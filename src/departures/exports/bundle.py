"""A download: the files of a format in one archive, with what to know before using them.

Invariant: every archive tells its licence, its citation and the day of its data, in a README for
people and in a data package for programs; the same record gives the same bytes.
"""

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from departures.exports.columns import tables
from departures.exports.formats import FORMATS, Format, files
from departures.exports.terms import terms
from departures.record.exporting import Extract

_TYPES = {"text": "string", "number": "integer", "day": "date", "yes-no": "boolean"}
_THEN = (1980, 1, 1, 0, 0, 0)
"""When every file of an archive says that it was made: the first day an archive can tell."""


def bundle_name(extract: Extract, format: Format) -> str:
    """What a download is called, such as `departures-csv-2025-05-04`."""
    narrowed = ["part"] if extract.having else []
    return "-".join(("departures", format, *narrowed, str(extract.state.day or "empty")))


def write_bundle(
    extract: Extract, format: Format, target: BinaryIO, address: str | None = None
) -> None:
    """Write a download into `target`; `address` is where the record is published."""
    folder = bundle_name(extract, format)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        names = []
        for name, write in files(extract, format):
            with _entry(archive, f"{folder}/{name}") as file:
                write(file)
            names.append(name)
        told = {
            "README.md": readme(extract, format, names, address),
            "datapackage.json": data_package(extract, format, names, address),
        }
        for name, words in told.items():
            with _entry(archive, f"{folder}/{name}") as file:
                file.write(words.encode())


@contextmanager
def _entry(archive: zipfile.ZipFile, name: str) -> Iterator[BinaryIO]:
    info = zipfile.ZipInfo(name, _THEN)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    with archive.open(info, "w", force_zip64=True) as file:
        yield cast(BinaryIO, file)


def readme(extract: Extract, format: Format, names: list[str], address: str | None) -> str:
    """What to know before using a download."""
    said = terms()
    day = extract.state.day
    parts = [
        f"# {said.title}",
        f"Data as of {day or 'no day: the record is empty'}. {said.warning}",
        f"Cite it as: {said.cited(day, address)}",
        f"Licence: {said.licence_title} ({said.licence_address}). {said.not_licensed}",
        f"Format: {FORMATS[format]}.",
    ]
    if extract.having:
        asked = ", ".join(f"{name} {value}" for name, value in extract.having)
        parts.append(f"Only operations with: {' '.join(asked.split())}; and what belongs to them.")
    parts += [_described(name) for name in names]
    return "\n\n".join(parts) + "\n"


def _described(name: str) -> str:
    table = tables().get(name.partition(".")[0])
    if table is None:
        return f"## {name}"
    heading = (f"## {name}", "", table.holds, "", "| column | meaning |", "|---|---|")
    rows = (f"| `{column.name}` | {column.means} |" for column in table.columns)
    return "\n".join((*heading, *rows))


def data_package(extract: Extract, format: Format, names: list[str], address: str | None) -> str:
    """The same for programs, as a Frictionless data package."""
    said = terms()
    day = extract.state.day
    package = {
        "name": bundle_name(extract, format),
        "title": said.title,
        "description": said.warning,
        "homepage": address,
        "version": str(day) if day else None,
        "citation": said.cited(day, address),
        "licenses": [
            {
                "name": said.licence,
                "title": said.licence_title,
                "path": said.licence_address,
            }
        ],
        "resources": [_resource(name, format) for name in names],
    }
    told = {name: value for name, value in package.items() if value is not None}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _resource(name: str, format: Format) -> dict[str, object]:
    stem = name.partition(".")[0]
    resource: dict[str, object] = {"name": stem, "path": name, "format": format}
    if table := tables().get(stem):
        fields = [
            {"name": column.name, "type": _TYPES[column.type], "description": column.means}
            for column in table.columns
        ]
        return {**resource, "description": table.holds, "schema": {"fields": fields}}
    return resource

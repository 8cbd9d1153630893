"""A labelled corpus on disk: pairs of NNN.txt and NNN.json.

Invariant: a corpus that loads can be scored: every label is well formed and every labelled quote
stands in its text. Whatever does not is told in one line that names the file and the field.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from departures.collect import collect
from departures.errors import BadInputError
from departures.evaluate.labels import Labels
from departures.words import Document

_QUOTED = ("operations", "statistics", "statements", "rulings", "agreements")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One document with its labels; `name` is its file's name without the ending."""

    name: str
    document: Document
    labels: Labels


def load_corpus(folder: Path, *, only: str | None = None, ids: str | None = None) -> list[Labelled]:
    """The pairs of `folder`, by name.

    `only` keeps the documents of a group or language, `ids` those named: `001-060,075`. Raises
    `BadInputError` where there is nothing to score or a label can't be used.
    """
    if not folder.is_dir():
        raise BadInputError(f"{folder} is no folder; name one that holds NNN.txt and NNN.json")
    wanted = _wanted(ids)
    paths = [path for path in sorted(folder.glob("*.json")) if path.with_suffix(".txt").exists()]
    if not paths:
        raise BadInputError(f"{folder} holds no pair of NNN.txt and NNN.json; see docs/evaluate.md")
    chosen = [(path, _load_labels(path)) for path in paths if _is_wanted(path.stem, wanted)]
    kept = [
        _labelled(path, labels)
        for path, labels in chosen
        if only is None or only in (labels.group, labels.language)
    ]
    if not kept:
        raise BadInputError(
            f"none of the {len(paths)} documents in {folder} is left to score; mend --only or --ids"
        )
    return kept


def _wanted(ids: str | None) -> list[tuple[str, str]] | None:
    """`001-060,075` as ranges of names."""
    if ids is None:
        return None
    ranges = []
    for part in ids.split(","):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        if not first or (dash and not (first.isdecimal() and last.isdecimal())):
            raise BadInputError(f"--ids {ids!r} is no list such as 001-060,075")
        ranges.append((first, last or first))
    return ranges


def _is_wanted(name: str, ranges: list[tuple[str, str]] | None) -> bool:
    if ranges is None:
        return True
    if name.isdecimal():
        numbered = ((int(a), int(b)) for a, b in ranges if a.isdecimal() and b.isdecimal())
        return any(first <= int(name) <= last for first, last in numbered)
    return (name, name) in ranges


def _load_labels(path: Path) -> Labels:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInputError(f"{path} can't be read as JSON ({error}); mend it") from None
    if not isinstance(content, dict):
        raise BadInputError(f"{path} is no JSON object with operations, statistics and so on")
    if "rulings" not in content and "orders" in content:
        content["rulings"] = content["orders"]
    try:
        return Labels.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = _field(first["loc"])
        raise BadInputError(
            f"{path}: {where}: {first['msg'].removeprefix('Value error, ')}"
        ) from None


def _field(location: tuple[int | str, ...]) -> str:
    """`operations[2].date`."""
    written = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return written.lstrip(".")


def _labelled(path: Path, labels: Labels) -> Labelled:
    document = collect(path.with_suffix(".txt"), published=labels.published)
    for kind in _QUOTED:
        for index, label in enumerate(getattr(labels, kind)):
            if label.quote and label.quote not in document.text:
                raise BadInputError(
                    f"{path}: {kind}[{index}].quote: {label.quote[:60]!r} does not stand in "
                    f"{path.with_suffix('.txt').name}"
                )
    return Labelled(path.stem, document, labels)

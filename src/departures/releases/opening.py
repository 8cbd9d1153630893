"""Is a file what it says it is, and safe to open? Asked before anything reads it.

Invariant: the kind is told by the first bytes; a name that says otherwise, a password, a macro, an
archive that is too large or cut off is refused in one sentence, and nothing is imported.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Literal

from departures.errors import BadInputError

FileKind = Literal["xlsx", "xlsb", "text", "parquet", "zip"]

ENDINGS: dict[FileKind, tuple[str, ...]] = {
    "xlsx": (".xlsx",),
    "xlsb": (".xlsb",),
    "text": (".csv", ".tsv", ".txt"),
    "parquet": (".parquet",),
    "zip": (".zip",),
}
MOST_MEMBERS = 2_000
MOST_BYTES = 8 * 2**30
"""Unpacked, all members together."""
MOST_RATIO = 200
"""How much larger a member may be unpacked; a workbook of repeated rows reaches some 40."""
SMALL = 10 * 2**20
"""Below this, a member may be packed as tightly as it likes."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD = 4096
CHUNK = 2**20


def kind_of(path: Path) -> FileKind:
    """What kind of table or archive a file is. Raises `BadInputError`."""
    try:
        with path.open("rb") as file:
            kind = _kind_by_bytes(path.name, file)
    except OSError as error:
        raise BadInputError(f"{path.name} can't be read: {error.strerror}") from error
    return _named_so(path.name, kind)


def kind_of_member(name: str, file: BinaryIO) -> FileKind:
    """The same for a member of an archive; an archive within an archive is refused."""
    kind = _named_so(name, _kind_by_bytes(name, file))
    if kind == "zip":
        raise BadInputError(f"{name} is an archive within an archive; unpack it, and add its files")
    return kind


def _kind_by_bytes(name: str, file: BinaryIO) -> FileKind:
    head = file.read(HEAD)
    file.seek(0)
    if not head:
        raise BadInputError(f"{name} is empty")
    if head.startswith(OLE):
        return _refused_ole(name, head + file.read(SMALL))
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK"):
        return _kind_of_archive(name, file)
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInputError(f"{name} is neither a workbook nor a text table, Parquet or zip")
    if head.lstrip()[:1] == b"<":
        raise BadInputError(f"{name} is a web page or XML, not a table; download the file itself")
    return "text"


def _refused_ole(name: str, start: bytes) -> FileKind:
    if "EncryptedPackage".encode("utf-16-le") in start:
        raise BadInputError(f"{name} is locked with a password; save it without one")
    raise BadInputError(f"{name} is a workbook of the old kind (.xls); save it as .xlsx")


def _kind_of_archive(name: str, file: BinaryIO) -> FileKind:
    with opened_archive(name, file) as archive:
        members = archive.infolist()
        _not_too_large(name, members)
        names = {member.filename.lower() for member in members}
    if any(each.endswith("vbaproject.bin") for each in names):
        raise BadInputError(f"{name} holds macros; save it as .xlsx, without them")
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "[content_types].xml" in names or "mimetype" in names:
        raise BadInputError(f"{name} is an office document of another kind; save it as .xlsx")
    return "zip"


@contextmanager
def opened_archive(name: str, file: BinaryIO | Path) -> Iterator[zipfile.ZipFile]:
    """A zip file, open. Whatever is wrong inside becomes one `BadInputError`."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise BadInputError(f"{name} is damaged or cut off; download it again") from error


def _not_too_large(name: str, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise BadInputError(f"{name} has {len(members):,} members; more than {MOST_MEMBERS:,}")
    if any(member.flag_bits & 1 for member in members):
        raise BadInputError(f"{name} is locked with a password; save it without one")
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise BadInputError(f"{name} unpacks to more than {MOST_BYTES // 2**30} GiB")
    for member in members:
        if member.file_size > max(SMALL, MOST_RATIO * member.compress_size):
            raise BadInputError(
                f"{name} unpacks to more than {MOST_RATIO} times its size, as a zip bomb does"
            )


def whole(name: str, archive: zipfile.ZipFile) -> None:
    """Unpack every member once, into nothing: sizes are as declared, nothing is cut off."""
    for member in archive.infolist():
        with archive.open(member) as packed:
            while packed.read(CHUNK):
                pass
        _inside(name, member.filename)


def _inside(name: str, member: str) -> None:
    path = PurePosixPath(member.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts:
        raise BadInputError(f"{name} has a member that points outside of it; nothing is unpacked")


def members(path: Path) -> Iterator[tuple[str, bytes]]:
    """Each file in an archive, with its name; what a system leaves there is passed over."""
    with opened_archive(path.name, path) as archive:
        for member in archive.infolist():
            _inside(path.name, member.filename)
            name = PurePosixPath(member.filename).name
            if (
                not member.is_dir()
                and not name.startswith(".")
                and "__MACOSX" not in member.filename
            ):
                yield member.filename, archive.read(member)


def _named_so(name: str, kind: FileKind) -> FileKind:
    ending = PurePosixPath(name).suffix.lower()
    if ending not in ENDINGS[kind]:
        told = {"text": "a text table", "zip": "a zip archive", "parquet": "Parquet"}
        fitting = " or ".join(ENDINGS[kind])
        raise BadInputError(
            f"{name} is {told.get(kind, f'a workbook ({kind})')}, but its name doesn't end in "
            f"{fitting}; rename it if you trust it"
        )
    return kind


def as_file(data: bytes) -> BinaryIO:
    """Bytes as an open file."""
    return io.BytesIO(data)

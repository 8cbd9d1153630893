"""Put uv's program into a folder, with nothing but Python: for machines without pip and venv.

The wheel comes from PyPI, or from the index that PIP_INDEX_URL names, and is used only if its
hash is the one that the index gives.
"""

import hashlib
import io
import json
import os
import platform
import stat
import sys
import urllib.request
import zipfile
from pathlib import Path
from urllib.parse import urljoin

INDEX = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/") + "/uv/"
SIMPLE_JSON = "application/vnd.pypi.simple.v1+json"


def fetch(address: str, accept: str = "*/*") -> bytes:
    """The bytes at an address of the index."""
    request = urllib.request.Request(address, headers={"Accept": accept})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return bytes(answer.read())


def wheel() -> tuple[str, str]:
    """The address and the hash of the newest wheel for this machine."""
    machine, library = platform.machine(), platform.libc_ver()[0]
    kind = "macosx" if sys.platform == "darwin" else "manylinux" if library else "musllinux"
    page = json.loads(fetch(INDEX, SIMPLE_JSON))
    newest = [
        held
        for held in page["files"]
        if held["filename"].endswith(".whl")
        and kind in held["filename"]
        and machine in held["filename"]
        and not held.get("yanked")
    ][-1]
    return urljoin(INDEX, newest["url"]), newest["hashes"]["sha256"]


def main() -> None:
    """Put `uv` into the folder that the argument names."""
    folder = Path(sys.argv[1])
    address, expected = wheel()
    held = fetch(address)
    if hashlib.sha256(held).hexdigest() != expected:
        raise SystemExit(f"{address} is not what the index says")
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(held)) as archive:
        name = next(name for name in archive.namelist() if name.endswith("/scripts/uv"))
        program = folder / "uv"
        program.write_bytes(archive.read(name))
    program.chmod(program.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


if __name__ == "__main__":
    main()

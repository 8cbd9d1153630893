"""Bring the catalogs of `departures.tongue` up to the messages in the code.

    python tools/messages.py            # gather new messages, mark those that changed
    python tools/messages.py --missing  # list what waits for a translation, exit status 1 if any

Invariant: a translation is never lost: a message that left the code is kept at the end of its
catalog, and one whose English changed is marked fuzzy until somebody has looked at it. Catalogs
carry no header: the plural forms of a language come from CLDR.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parent.parent / "src/departures"
CATALOGS = SOURCE / "tongue/locales"
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
OPTIONS = {"**.html": {"newstyle_gettext": "true", "silent": "false", "trimmed": "true"}}
KEYWORDS = {"_": None, "later": None, "ngettext": (1, 2), "gettext": None}


def template() -> Catalog:
    """Every message in the code, each once."""
    catalog = Catalog(project="Departures", fuzzy=False)
    found = extract_from_dir(SOURCE, METHODS, OPTIONS, keywords=KEYWORDS)
    for _file, _line, message, comments, context in found:
        catalog.add(message, auto_comments=comments, context=context)
    return catalog


def catalog(path: Path) -> Catalog:
    """A catalog as it stands in its file."""
    with path.open("rb") as opened:
        return read_po(opened, locale=path.stem)


def missing(held: Catalog) -> Iterator[Message]:
    """The messages that have no translation, not every form of one, or a doubtful one."""
    for message in held:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(forms)):
            yield message


def update(path: Path, messages: Catalog) -> Catalog:
    """Write a catalog with all of `messages`."""
    held = catalog(path)
    held.update(messages)
    with path.open("wb") as opened:
        write_po(opened, held, width=100, no_location=True, sort_output=True, omit_header=True)
    return held


def main(arguments: list[str]) -> int:
    """Update every catalog, or list what is missing in them."""
    messages, waiting = template(), 0
    for path in sorted(CATALOGS.glob("*.po")):
        held = catalog(path) if "--missing" in arguments else update(path, messages)
        lacking = list(missing(held))
        waiting += len(lacking)
        print(f"{path.name}: {len(held)} messages, {len(lacking)} wait for a translation")
        if "--missing" in arguments:
            print(*(f"  {message.id!r}" for message in lacking), sep="\n")
    return 1 if waiting and "--missing" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

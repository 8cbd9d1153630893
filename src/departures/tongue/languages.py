"""The languages of the interface: their catalogs, and which one a reader asks for.

Invariant: a language offered here has a catalog beside this module, `locales/<code>.po` (a test
holds each one complete); English needs none, since the messages in the code are English.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from io import BytesIO
from typing import Literal

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

OFFERED = {"en": "en_GB", "es": "es", "ru": "ru"}
"""The languages by their code in `lang`, each with the CLDR locale of its dates and numbers."""
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its code, its locale in CLDR, and the messages translated into it."""

    code: str
    locale: Locale
    translations: NullTranslations

    @property
    def name(self) -> str:
        """What the language calls itself: `English`, `español`, `русский`."""
        return self.locale.get_language_name(self.locale) or self.code

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way it is written."""
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"


speaking: ContextVar[Language] = ContextVar("speaking")


@cache
def language(code: str) -> Language:
    """The language offered under this code; English under any other."""
    known = code if code in OFFERED else ENGLISH
    return Language(known, Locale.parse(OFFERED[known]), _catalog(known))


def spoken_now() -> Language:
    """The language of the request; English where nobody chose one."""
    return speaking.get(None) or language(ENGLISH)


@contextmanager
def speak(code: str) -> Iterator[Language]:
    """Say everything in the language of this code until the block ends."""
    chosen = language(code)
    token = speaking.set(chosen)
    try:
        yield chosen
    finally:
        speaking.reset(token)


def choose(*wishes: str) -> str:
    """The code of the first language offered among wishes in order of preference.

    A wish is a code (`es`), a tag (`es-MX`) or a whole `Accept-Language` header; empty ones and
    those that can't be read count for nothing. English where none is met.
    """
    for wish in wishes:
        for tag in _by_preference(wish):
            code = tag.partition("-")[0]
            if code in OFFERED:
                return code
    return ENGLISH


def _by_preference(header: str) -> list[str]:
    """The language tags of an `Accept-Language` header, the best liked first (RFC 9110, 12.5.4)."""
    liked: list[tuple[float, str]] = []
    for part in header.lower().split(",")[:20]:
        tag, _, weight = part.strip().partition(";q=")
        try:
            quality = float(weight or 1)
        except ValueError:
            continue
        if quality > 0:
            liked.append((-quality, tag.strip()))
    return [tag for _, tag in sorted(liked, key=lambda pair: pair[0])]


def _catalog(code: str) -> NullTranslations:
    if code == ENGLISH:
        return NullTranslations()
    source = resources.files("departures.tongue") / "locales" / f"{code}.po"
    compiled = BytesIO()
    with source.open("rb") as opened:
        write_mo(compiled, read_po(opened, locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)

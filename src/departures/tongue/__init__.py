"""The words of the interface, through gettext.

Invariant: a word that a person reads on a page passes `_` or `ngettext` at the moment it is shown,
so that one process can answer each request in its own language.
"""

from contextvars import ContextVar
from gettext import NullTranslations

translations: ContextVar[NullTranslations] = ContextVar("translations")
_ENGLISH = NullTranslations()


def _(message: str) -> str:
    """`message` in the language of the request."""
    return translations.get(_ENGLISH).gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """`one` or `many`, as the language of the request counts."""
    return translations.get(_ENGLISH).ngettext(one, many, number)


def later(message: str) -> str:
    """Marks a message that stands in a table and is looked up when it is shown."""
    return message

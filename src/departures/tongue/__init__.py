"""The words of the interface, in the language of whoever reads them, through gettext.

Invariant: a word that a person reads passes `_` or `ngettext` at the moment it is shown, so that
one process can answer each request in its own language; where nobody chose one, it is English.
"""

from departures.tongue.languages import speaking


def _(message: str) -> str:
    """`message` in the language of the request."""
    language = speaking.get(None)
    return language.translations.gettext(message) if language else message


def ngettext(one: str, many: str, number: int) -> str:
    """`one` or `many`, as the language of the request counts."""
    language = speaking.get(None)
    if language:
        return language.translations.ngettext(one, many, number)
    return one if number == 1 else many


def later(message: str) -> str:
    """Marks a message that stands in a table and is looked up when it is shown."""
    return message

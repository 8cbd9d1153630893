"""The guard on words: what nobody writes here in the tool's own voice.

Invariant: a text that passes calls nobody's act lawful or unlawful; such a word may stand only
between quotation marks, where it is somebody's.
"""

import re

FORBIDDEN = (
    "illegal",
    "unlawful",
    "violat",
    "complied",
    "complies",
    "compliance",
    "disappear",
    "refoulement",
    "wrongly",
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")


def judging(text: str) -> list[str]:
    """The words of `text` that judge in the tool's own voice; quotations are left out."""
    lowered = text.lower()
    if not any(word in lowered for word in FORBIDDEN):
        return []
    own = _QUOTED.sub(" ", lowered)
    return [word for word in FORBIDDEN if word in own]

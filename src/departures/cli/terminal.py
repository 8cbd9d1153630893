"""What reaches a terminal.

Invariant: no text of a report reaches the terminal before `safe`, so that none can move its
cursor, change its colours or turn the order of its words.
"""

from rich.console import Console
from rich.text import Text

_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
_UNSEEN = dict.fromkeys([*range(0x7F, 0xA0), 0x202D, 0x202E, *range(0xD800, 0xE000)], 0xFFFD)
_SHOWN = _CONTROLS | _UNSEEN | {ord("\r"): ord(" ")}
WIDTH_WITHOUT_TERMINAL = 100


def console(color: bool | None = None) -> Console:
    """Standard output: with colours, without, or as the terminal and NO_COLOR say."""
    made = Console(
        force_terminal=color or None,
        no_color=None if color is None else not color,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )
    if not made.is_terminal or made.width < 1:
        made.width = WIDTH_WITHOUT_TERMINAL
    return made


def safe(words: str, style: str = "") -> Text:
    """`words` as they may be shown: each control character as a visible one, offsets kept."""
    return Text(words.translate(_SHOWN), style=style)


def shortened(words: str, most: int) -> str:
    """`words` on one line, cut at a space where they are longer than `most` characters."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    return line[:most].rpartition(" ")[0] + " …" if " " in line[:most] else line[:most] + "…"

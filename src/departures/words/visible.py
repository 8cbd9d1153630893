"""Hostile characters made visible.

Invariant: nothing that is shown so can turn the order of the words around it or hide a control
character; ordinary text passes unchanged.
"""

from typing import Any

_OVERRIDES = {0x202D: "⟨LRO⟩", 0x202E: "⟨RLO⟩"}
_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
_LATE_CONTROLS = dict.fromkeys([0x7F, *range(0x80, 0xA0)], "\ufffd")
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_TABLE: dict[int, str] = _OVERRIDES | _CONTROLS | _LATE_CONTROLS | _SURROGATES


def visible(value: Any) -> Any:
    """`value` with its control characters shown, where it is text; for Jinja's `finalize`."""
    return value.translate(_TABLE) if isinstance(value, str) else value

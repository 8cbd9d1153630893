"""JSON-LD: the day of publication that a page gives to search engines.

Invariant: whatever stands in the script, the answer is a day or None; nothing is raised.
"""

import json
from collections.abc import Iterator
from datetime import date

from departures.collect.details import day_of


def published_in(script: str) -> date | None:
    """`datePublished` of the first object in `script` that has one."""
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return None
    for item in _objects(data):
        words = item.get("datePublished")
        if isinstance(words, str) and (day := day_of(words)):
            return day
    return None


def _objects(data: object) -> Iterator[dict[str, object]]:
    """Every object inside `data`, outer ones first."""
    waiting = [data]
    while waiting:
        following: list[object] = []
        for item in waiting:
            if isinstance(item, dict):
                yield item
                following.extend(item.values())
            elif isinstance(item, list):
                following.extend(item)
        waiting = following

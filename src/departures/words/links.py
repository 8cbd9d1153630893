"""Which addresses may be followed.

Invariant: an address is a link only where it is http or https; any other is plain text.
"""

from urllib.parse import urlsplit


def web_link(url: str | None) -> str | None:
    """The address where it may be followed from a page, else null."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None

"""The documentation as pages: Markdown of our own in, HTML out.

Invariant: a page is the file that the documentation is, so that the two can't drift; tags in it
are shown as text, and a link leads to a page of the site, to another site, or is plain words.
"""

from collections.abc import MutableMapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

import departures
from departures.words.links import web_link

PAGES = {
    "method.md": "/methodology",
    "data-dictionary.md": "/data-dictionary",
    "releases.md": "/releases",
    "api.md": "/api/docs",
    "law.md": "/law",
}
"""Where a file of the documentation is told of on the site."""
_PACKAGE = Path(departures.__file__).parent
_FOLDERS = (_PACKAGE / "docs", _PACKAGE.parents[1] / "docs")
"""Where an installed program has the files, and where a checkout has them."""


@cache
def written(name: str, root: str) -> Markup:
    """A file of the documentation as HTML, its links under `root`."""
    folder = next(folder for folder in _FOLDERS if (folder / name).is_file())
    text = (folder / name).read_text(encoding="utf-8")
    reader = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).enable("table")
    return Markup(reader.render(text, {"root": root}))  # noqa: S704 - our own files, tags escaped


class _Renderer(RendererHTML):
    """Links led to the site's pages, and tables with a caption."""

    def link_open(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        """A link to a page of the site or to another site; else an element without meaning."""
        token = tokens[idx]
        target = str(token.attrs.get("href", ""))
        if page := PAGES.get(target):
            token.attrs = {"href": f"{env['root']}{page}"}
        elif web_link(target):
            token.attrs = {"href": target, "rel": "noopener noreferrer nofollow"}
        else:
            token.attrs = {}
        return self.renderToken(tokens, idx, options, env)

    def table_open(
        self, tokens: Sequence[Token], idx: int, options: Any, env: MutableMapping[str, Any]
    ) -> str:
        """A table that is called like the heading above it."""
        above = (n for n in range(idx - 1, -1, -1) if tokens[n].type == "heading_open")
        heading = next((tokens[n + 1].content for n in above), "").replace("`", "")
        caption = Markup('<caption class="unseen">{}</caption>').format(heading)
        return f'<table class="plain">{caption}\n'

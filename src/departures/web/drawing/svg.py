"""Elements of SVG, as markup.

Invariant: every word and every attribute that goes into an element is escaped, and numbers are
written shortly and alike everywhere, so that the same data give the same bytes.
"""

from markupsafe import Markup, escape

Attribute = str | float | None


def element(name: str, *inside: str, **attributes: Attribute) -> Markup:
    """An element; `stroke_width=2` is written `stroke-width="2"`, and `class_` as `class`."""
    told = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _written(value))
        for key, value in attributes.items()
        if value is not None
    )
    tag = Markup(name)  # noqa: S704 - names of elements stand in our code
    if not inside:
        return Markup("<{}{}/>").format(tag, told)
    content = Markup("").join(escape(part) for part in inside)
    return Markup("<{0}{1}>{2}</{0}>").format(tag, told, content)


def words(x: float, y: float, said: str, **attributes: Attribute) -> Markup:
    """A line of words."""
    return element("text", said, x=x, y=y, **attributes)


def drawing(width: float, height: float, *inside: str, title: str, said: str, id: str) -> Markup:
    """The whole; `title` and `said` are what it is and what it tells, for those who don't see it.

    `id` is its own on the page.
    """
    return element(
        "svg",
        element("title", title, id=f"{id}-title"),
        element("desc", said, id=f"{id}-desc"),
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_labelledby=f"{id}-title {id}-desc",
        class_="drawing",
        font_family="IBM Plex Sans, Plex Sans, sans-serif",
        font_size=13,
    )


def number(value: float) -> str:
    """A number with at most one decimal."""
    return f"{round(value, 1):g}" if abs(value) < 100_000 else f"{value:.0f}"


def _written(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)

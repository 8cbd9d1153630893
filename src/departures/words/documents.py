"""One captured text, frozen.

Invariant: `id` is the hash of `text`, and neither changes; a changed page is a new document that
points at the one before it.
"""

import hashlib
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from departures.words.privacy import Withheld
from departures.words.values import Value


def document_id(text: str) -> str:
    """`sha256:` and the hash of the text's UTF-8 bytes."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class _Text(Value):
    id: str = Field(pattern=r"^sha256:[0-9a-f]{64}$")
    text: str = Field(min_length=1)
    language: str = "en"
    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    previous: str | None = None


class Document(_Text):
    """A text as it was captured, with what is known of where and when it was published."""

    @model_validator(mode="after")
    def _frozen(self) -> Self:
        if self.id != document_id(self.text):
            raise ValueError("the document's id is not the hash of its text")
        return self

    @classmethod
    def of(
        cls,
        text: str,
        *,
        published: date | None = None,
        source: str | None = None,
        url: str | None = None,
        title: str | None = None,
        language: str = "en",
        previous: str | None = None,
    ) -> Self:
        """Freeze `text` as a document."""
        return cls(
            id=document_id(text),
            text=text,
            language=language,
            title=title,
            published=published,
            source=source,
            url=url,
            previous=previous,
        )


class ShownDocument(_Text):
    """A document as the public may see it: offsets as in the frozen text, private people masked.

    `id` is the hash of the frozen text, not of `text` where `withheld` names any stretch.
    """

    withheld: tuple[Withheld, ...] = ()

"""A long list cut into pages.

Invariant: pages count from 1, and an empty list has one page.
"""

from dataclasses import dataclass

from departures.errors import NotFoundError
from departures.tongue import _


@dataclass(frozen=True, slots=True)
class Paging:
    """Page `page` of a list of `total` things, `size` on each."""

    page: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """The index of the page's first thing."""
        return (self.page - 1) * self.size

    @property
    def last(self) -> int:
        """The index after the page's last thing."""
        return min(self.total, self.page * self.size)


def paging_of(page: int, total: int, size: int) -> Paging:
    """The page of this number. Raises `NotFoundError` where the list is shorter."""
    paging = Paging(page, size, total)
    if page > paging.pages:
        raise NotFoundError(_("The list has no page {page}.").format(page=page))
    return paging

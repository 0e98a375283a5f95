"""A long list in pages: which one is shown, and which rows stand on it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """One page of `total` rows. `number` counts from 1; an empty list has one empty page."""

    number: int
    pages: int
    total: int
    size: int

    @property
    def rows(self) -> slice:
        """The places of its rows in the whole list."""
        first = (self.number - 1) * self.size
        return slice(first, first + self.size)

    @property
    def before(self) -> int:
        """The number of the page before, 0 on the first."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The number of the page after, 0 on the last."""
        return self.number + 1 if self.number < self.pages else 0


def page_of(total: int, wanted: int, size: int) -> Page:
    """The page that was asked for; the nearest one where there is none of this number."""
    pages = max(1, -(-total // size))
    return Page(min(max(1, wanted), pages), pages, total, size)

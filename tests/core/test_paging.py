"""Which rows stand on a page, and what a wrong number gives."""

import pytest

from pingyi.core.paging import page_of


@pytest.mark.parametrize(
    ("total", "wanted", "number", "pages", "before", "after"),
    [
        (0, 1, 1, 1, 0, 0),
        (50, 1, 1, 1, 0, 0),
        (51, 1, 1, 2, 0, 2),
        (51, 2, 2, 2, 1, 0),
        (120, 2, 2, 3, 1, 3),
        (120, 99, 3, 3, 2, 0),
        (120, -4, 1, 3, 0, 2),
    ],
)
def test_the_nearest_page_is_shown(
    total: int, wanted: int, number: int, pages: int, before: int, after: int
) -> None:
    page = page_of(total, wanted, 50)
    assert (page.number, page.pages, page.before, page.after) == (number, pages, before, after)
    assert len(range(total)[page.rows]) == min(50, total - 50 * (number - 1))


def test_every_row_stands_on_one_page() -> None:
    pages = [page_of(123, number, 50) for number in (1, 2, 3)]
    assert [row for page in pages for row in range(123)[page.rows]] == list(range(123))

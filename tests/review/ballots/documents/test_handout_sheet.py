"""发票收票记录单: three equations per class, filled in by hand."""

from dataclasses import replace

import pytest

from pingyi.documents.domain.forms import Grid, SignLine
from pingyi.documents.render import pdf
from pingyi.review.ballots.documents import handout_sheet
from tests.documents.render.reading import pdf_pages, squeezed
from tests.factories.papers import CLASSES, handout_sheet_of


@pytest.mark.parametrize("paper", ["票条", "测评表"])
def test_every_class_has_its_own_page(paper: str) -> None:
    pages = [squeezed(page) for page in pdf_pages(pdf.render(handout_sheet(handout_sheet_of(paper))))]

    assert len(pages) == len(CLASSES)
    for page, (_, name, size) in zip(pages, CLASSES, strict=True):
        assert page.startswith(f"{paper}发票收票记录单")
        assert squeezed(name) in page
        assert f"名单人数：{size}人" in page


def test_three_lines_are_to_balance() -> None:
    page = handout_sheet(handout_sheet_of()).pages[0]
    grids = [block for block in page.blocks if isinstance(block, Grid)]

    words = [[column.title.split("\n")[0] for column in grid.columns if column.title] for grid in grids]
    assert words == [
        ["印制", "发出", "剩余"],
        ["发出", "本类别签到人数"],
        ["发出", "投出", "没有使用", "损坏、作废", "没有交回"],
    ]
    signs = ["".join(grid.rows[0]) for grid in grids]
    assert signs == ["16＝＋", "＝", "＝＋＋＋"]


def test_forms_are_counted_from_the_box_and_slips_by_the_machine() -> None:
    def titles(paper: str) -> str:
        page = handout_sheet(handout_sheet_of(paper)).pages[0]
        return "".join(
            column.title for block in page.blocks if isinstance(block, Grid) for column in block.columns
        )

    assert "开箱后点" in titles("测评表")
    assert "看系统" in titles("票条")


def test_only_slips_can_be_exchanged_for_a_form() -> None:
    def lines(paper: str) -> str:
        page = handout_sheet(handout_sheet_of(paper)).pages[0]
        return "".join(
            label for block in page.blocks if isinstance(block, SignLine) for label in block.labels
        )

    assert "换领纸质测评表" in lines("票条")
    assert "换领纸质测评表" not in lines("测评表")


def test_two_counters_and_two_scrutineers_sign() -> None:
    page = squeezed(pdf_pages(pdf.render(handout_sheet(handout_sheet_of())))[0])

    assert (page.count("计票人："), page.count("监票人：")) == (2, 2)


def test_a_sheet_without_a_date_leaves_it_out() -> None:
    assert all(
        fact.label != "日期"
        for fact in handout_sheet(replace(handout_sheet_of(), meeting_on=None)).pages[0].facts
    )

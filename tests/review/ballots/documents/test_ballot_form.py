"""测评表: one line per secretary, four grades in their order, and nothing that leads to the voter."""

from dataclasses import fields, replace

import pytest

from pingyi.documents.domain.forms import Grid, Notes
from pingyi.documents.render import pdf
from pingyi.review.ballots.documents import POLL, BallotForm, BallotRow, ballot_form
from tests.documents.render.reading import pdf_pages, pdf_text, squeezed
from tests.factories.papers import CLASSES, ORGANISATIONS, SECRETARIES, ballot_form_of


def grid_of(form: BallotForm) -> Grid:
    return next(block for block in ballot_form(form).pages[0].blocks if isinstance(block, Grid))


def notes_of(form: BallotForm) -> str:
    return "\n".join(
        line
        for block in ballot_form(form).pages[0].blocks
        if isinstance(block, Notes)
        for line in block.lines
    )


def test_the_four_grades_stand_in_their_order_and_the_unknown_apart() -> None:
    columns = grid_of(ballot_form_of("A", "委员")).columns

    assert [column.title for column in columns[4:]] == ["好", "较好", "一般", "差", "不了解"]
    assert [bool(column.group) for column in columns[4:]] == [True, True, True, True, False]


def test_the_unknown_is_there_only_when_the_plan_has_it() -> None:
    form = ballot_form_of("A", "委员", with_unknown=False)

    assert [column.title for column in grid_of(form).columns[4:]] == ["好", "较好", "一般", "差"]
    assert "不了解" not in pdf_text(pdf.render(ballot_form(form)))


def test_a_poll_asks_how_satisfied_people_are_and_names_no_way_of_reporting() -> None:
    form = replace(
        ballot_form_of("A", "委员"),
        review="2025年度述职评议整改满意度测评",
        question=POLL,
        rows=(BallotRow("护理学院党委", "林晓", ""),),
    )
    columns = grid_of(form).columns
    assert [column.title for column in columns[3:]] == ["满意", "较满意", "一般", "不满意", "不了解"]
    assert [row[3:] for row in grid_of(form).rows] == [("",) * 5]
    said = squeezed(pdf_text(pdf.render(ballot_form(form))))
    assert "2025年度述职评议整改满意度测评表" in said
    assert not [word for word in ("较好", "述职方式", "现场") if word in said]


def test_nothing_is_marked_beforehand() -> None:
    assert all(set(row[4:]) == {""} for row in grid_of(ballot_form_of("B", "书记")).rows)


def test_only_a_class_with_reporters_is_told_to_leave_its_own_line() -> None:
    assert "本人那一行不填" in notes_of(ballot_form_of("B", "书记"))
    assert "本人那一行不填" not in notes_of(ballot_form_of("A", "委员"))


def test_the_form_asks_for_no_signature_and_has_no_place_for_a_voter() -> None:
    assert "本表不署名" in notes_of(ballot_form_of("A", "委员"))
    assert {field.name for field in fields(BallotForm)}.isdisjoint({"voter", "person", "number"})


def test_rules_of_the_cycle_are_added_to_the_instructions() -> None:
    assert notes_of(ballot_form_of("A", "委员", extra_notes=("全部选同一等次的，整张无效。",))).endswith(
        "整张无效。"
    )


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, name, _ in CLASSES])
def test_34_secretaries_stand_on_one_sheet_whatever_the_class(code: str, name: str) -> None:
    pages = pdf_pages(pdf.render(ballot_form(ballot_form_of(code, name))))

    assert len(pages) == 1
    text = squeezed(pages[0])
    assert all(name in text for name in (*ORGANISATIONS, *SECRETARIES))
    assert squeezed(name) in text


def test_more_secretaries_go_on_under_the_same_head() -> None:
    form = ballot_form_of("A", "委员")

    pages = [squeezed(page) for page in pdf_pages(pdf.render(ballot_form(replace(form, rows=form.rows * 2))))]
    assert len(pages) == 3
    assert all("好较好一般差" in page for page in pages)


def test_a_form_without_secretaries_still_prints() -> None:
    assert "测评表" in pdf_text(
        pdf.render(ballot_form(ballot_form_of("A", "委员", rows=(), meeting_on=None)))
    )


def test_few_secretaries_get_larger_type() -> None:
    form = ballot_form_of("A", "委员")

    assert [ballot_form(replace(form, rows=form.rows[:count])).pages[0].is_roomy for count in (20, 21)] == [
        True,
        False,
    ]


def test_a_long_name_wraps_and_loses_nothing() -> None:
    long = "第五附属医院（第五临床医学院、第五研究生培养基地、第五住院医师规范化培训中心）党委"
    form = ballot_form_of("A", "委员", rows=(BallotRow(long, "欧阳沈璟玥", "现场"),) * 34)

    assert pdf_text(pdf.render(ballot_form(form))).count(long) == 34

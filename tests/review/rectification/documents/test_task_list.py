"""任务清单: every claimed problem with its tasks, and what is still missing said in words."""

from dataclasses import replace

from pingyi.documents.domain.tree import Document, Layout, Paragraph, Table
from pingyi.documents.render import docx
from pingyi.review.rectification.documents import ListedProblem, ListedTask, task_list
from tests.documents.render.reading import read_word
from tests.factories.papers import task_list_of


def table_of(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def test_the_columns_stand_in_the_order_of_use() -> None:
    columns = [column.title for column in table_of(task_list(task_list_of())).columns]

    assert columns == ["序号", "问题", "来源", "措施", "责任人", "期限", "完成情况", "佐证"]


def test_a_problem_stands_once_beside_all_of_its_tasks() -> None:
    rows = table_of(task_list(task_list_of())).rows

    assert [row[0].rows_down if row[0] else None for row in rows] == [2, None, 1, 1]
    assert [row[0].text for row in rows if row[0]] == ["1", "2", "3"]


def test_measures_are_numbered_when_there_are_several() -> None:
    rows = table_of(task_list(task_list_of())).rows

    measures = [row[3].text for row in rows if row[3]]
    assert measures[0].startswith("1. 修订")
    assert "\n2. 每次会前" in measures[0]
    assert measures[1] == "每季度听取一次党支部书记汇报，当场点评。"


def test_what_is_missing_is_said() -> None:
    problem = ListedProblem("问题", "点评", (), (ListedTask((), "沈璟玥", None, "还没有开始"),))
    rows = table_of(
        task_list(replace(task_list_of(), problems=(problem, ListedProblem("问题", "自查"))))
    ).rows

    assert [cell.text if cell else None for cell in rows[0]][3:] == [
        *("还没有制定措施", "沈璟玥", "还没有定", "还没有开始", "还没有")
    ]
    assert [cell.text if cell else None for cell in rows[1]][3:] == ["还没有制定措施", "", "", "", ""]


def test_source_and_tags_stand_together() -> None:
    cell = table_of(task_list(task_list_of())).rows[0][2]

    assert cell is not None
    assert cell.text == "点评\n重点问题"


def test_the_head_counts_problems_and_tasks_and_names_the_one_responsible() -> None:
    first = task_list(task_list_of()).blocks[0]

    assert first == Paragraph("第一责任人：林喆　　问题：3个　　任务：3项", is_indented=False)


def test_an_organisation_without_problems_says_so_and_signs() -> None:
    document = task_list(replace(task_list_of(), problems=()))

    assert document.blocks == (Paragraph("本单位没有认领的问题，没有需要列入清单的任务。"),)
    assert document.signature is not None
    assert document.signature.issuer == "护理学院党委"


def test_the_word_file_is_wide_and_holds_the_table() -> None:
    document = task_list(task_list_of(4))
    word = read_word(docx.render(document))

    assert document.layout is Layout.WIDE
    assert document.file_stem == "整改任务清单_第五附属医院（第五临床医学院）党委"
    assert [cell.text for cell in word.tables[0].rows[2].cells][:3] == [
        cell.text for cell in word.tables[0].rows[1].cells
    ][:3]
    assert word.tables[0].rows[1].cells[5].text == "2027年\n4月30日"

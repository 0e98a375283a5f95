"""What the circular says, without a database: counts with what they are out of, and nothing that is not there."""

from datetime import date
from typing import Any

from pingyi.documents.domain.tree import Document, Heading, Paragraph, Table
from pingyi.review.supervision.documents import CircularFacts, LateFacts, UnitFacts, supervision_circular

UNIT = UnitFacts("第一学院党委", problems=5, claimed=4, tasks=4, closed=1, submitted=1, late=1)
LATE = LateFacts("第一学院党委", "2025-003", date(2026, 6, 30), 6, "")


def facts(**changed: Any) -> CircularFacts:
    wanted = {
        "review": "2025年度述职评议会",
        "convenor": "中共示例大学委员会",
        "as_of": date(2026, 7, 6),
        "units": (UNIT,),
        "late": (LATE,),
        "carried": 0,
        "looked_at": 0,
        "came_back": 0,
    }
    return CircularFacts(**{**wanted, **changed})


def texts(document: Document) -> str:
    return "\n".join(one.text for one in document.blocks if isinstance(one, Paragraph | Heading))


def test_every_count_has_its_denominator() -> None:
    said = texts(
        supervision_circular(facts(carried=2, looked_at=3, came_back=1), addressee="各单位", asked=())
    )
    assert "列入清单的问题5个，其中往年没有办完的2个，已经认领4个（4/5）。" in said
    assert "销号1项（1/4），等待复核1项（1/4），在办2项（2/4），在办的里面过了期限的1项（1/2）。" in said
    assert "回头看3次，问题又出现的1次（1/3）。" in said
    assert "过了6天。" in said
    assert "工作要求" not in said


def test_nothing_to_say_is_said_so() -> None:
    empty = UnitFacts("第二学院党委", 0, 0, 0, 0, 0, 0)
    said = texts(supervision_circular(facts(units=(empty,), late=()), addressee="各单位", asked=()))
    assert "这些单位没有列入清单的问题。" in said
    assert "还没有列出整改任务。" in said
    assert "需要抓紧" not in said
    none_late = UnitFacts("第三学院党委", 1, 1, 1, 0, 0, 0)
    said = texts(supervision_circular(facts(units=(none_late,), late=()), addressee="各单位", asked=()))
    assert "没有过期限的。" in said


def test_a_long_list_says_how_many_it_leaves_out() -> None:
    document = supervision_circular(facts(late=(LATE,) * 45), addressee="各单位", asked=("请抓紧。",))
    said = texts(document)
    assert said.count("2025-003") == 40
    assert "以上列出40项，共45项" in said
    assert said.endswith("工作要求\n请抓紧。")
    (table,) = (one for one in document.blocks if isinstance(one, Table))
    assert [cell.text for cell in table.rows[0] if cell] == [
        "1",
        "第一学院党委",
        "5",
        "4",
        "1",
        "1",
        "2",
        "1",
    ]

"""What the circular says, without a database: counts with what they are out of, and nothing that is not there."""

from datetime import date
from typing import Any

from pingyi.documents.domain.tree import Document, Heading, Paragraph, Table
from pingyi.review.supervision.documents import (
    CircularFacts,
    LateFacts,
    PolledFacts,
    PollFacts,
    UnitFacts,
    supervision_circular,
)

UNIT = UnitFacts("第一学院党委", problems=5, claimed=4, tasks=4, closed=1, submitted=1, late=1, unanswered=1)
LATE = LateFacts("第一学院党委", "2025-003", "的整改任务没有报完成", date(2026, 6, 30), "逾4个工作日", "")


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
    assert "过了期限还没有认领或列任务的1个（1/5）。" in said
    assert "销号1项（1/4），等待复核1项（1/4），在办2项（2/4），在办的里面过了期限的1项（1/2）。" in said
    assert "回头看3次，问题又出现的1次（1/3）。" in said
    assert "问题2025-003的整改任务没有报完成，期限2026年6月30日，逾4个工作日。" in said
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
        "1",
        "4",
        "1",
        "1",
        "2",
        "1",
    ]


def test_a_satisfaction_poll_is_cited_with_its_denominators_and_its_rule() -> None:
    polled = PolledFacts("第一学院党委", satisfied=34, valid=40)
    poll = PollFacts(date(2026, 8, 4), "满意和较满意", (polled,))
    document = supervision_circular(facts(poll=poll), addressee="各单位", asked=("请抓紧。",))
    assert "2026年8月4日对1个单位的问题整改进行了满意度测评，不署名。" in texts(document)
    assert "满意率是满意和较满意的票占有效票的份额" in texts(document)
    assert texts(document).endswith("工作要求\n请抓紧。")
    last = [one for one in document.blocks if isinstance(one, Table)][-1]
    assert [cell.text for cell in last.rows[0] if cell] == ["1", "第一学院党委", "34/40", "85.0%"]

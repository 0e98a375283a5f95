"""A college decides, in real Chromium: the agenda is proved and mended, a vote is recorded, the minutes signed."""

from pathlib import Path

import pytest

from tests.browser.houses import decisions
from tests.browser.houses.standing import House, Houses
from tests.browser.people import People


@pytest.fixture
def house(houses: Houses) -> House:
    return houses.new(decisions)


def test_secretary_has_her_agenda_mended_decided_and_signed(
    house: House, people: People, tmp_path: Path
) -> None:
    secretary = people.signed_in(house, "secretary")
    secretary.page.goto(f"{house.office}topics/{house.numbers['topic']}/")
    secretary.sees("列入党政联席会议的议程")
    secretary.button("列入", within=secretary.main.locator("#place"))
    secretary.next("等党政联席会议表决")
    secretary.sees("请何新到会")
    secretary.unfold("会前：谁来，谁请假")
    secretary.main.get_by_label("何新来不来").select_option("comes")
    secretary.button("存谁来谁请假")
    secretary.sees("能定")
    secretary.button("记到会的人")
    secretary.main.get_by_label("意见要点").fill("五位专家都同意。")
    secretary.button("记一条发言")
    secretary.fill(同意票="4", 不同意票="1", 弃权票="0", 怎么定的="同意购置。")
    secretary.main.get_by_label("怎么表决").select_option("hands")
    secretary.button("记结果")
    secretary.sees("请两个人签纪要")
    secretary.main.get_by_label("哪天签").fill("2025-12-18")
    secretary.button("记签名")
    secretary.main.get_by_label("谁签").select_option("recorder")
    secretary.button("记签名")
    secretary.sees("传上签了名的纪要，报上去")
    minutes = secretary.download(secretary.main.get_by_role("link", name="纪要 Word"), tmp_path)
    assert minutes.name == "材料学院党委党政联席会议纪要_2025年第2号.docx"

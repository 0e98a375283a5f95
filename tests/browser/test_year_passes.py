"""A year after the meeting in real Chromium: what was said becomes a task, is late, goes up the line, is closed out,
comes back, and is asked for in next year's report. The clock is moved from step to step.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.houses import year
from tests.browser.houses.standing import House, Houses
from tests.browser.houses.year import FAULT
from tests.browser.people import People

MEASURE = "每月第二周开支委会。"
CAME_BACK = "又有两个月没有开会。"


@pytest.fixture
def house(houses: Houses) -> House:
    return houses.new(year)


def test_a_year_passes_from_the_comment_to_next_years_report(house: House, people: People) -> None:
    clerk, leader, secretary = (people.signed_in(house, role) for role in ("clerk", "leader", "secretary"))
    numbers, address = house.numbers, house.office
    cycle, problem = f"{address}cycles/{numbers['cycle']}/", f"{address}problems/{numbers['problem']}/"

    clerk.page.goto(f"{address}meetings/{numbers['meeting']}/comments/{numbers['reporter']}/")
    clerk.sees(FAULT)

    house.to_day(2026, 1, 26)
    secretary.page.goto(problem)
    secretary.next("认领这个问题")
    plan = secretary.main.locator("#plan form")
    for name, words in {
        "cause": "支委会没有固定的日子。",
        "measures": MEASURE,
        "responsible": str(numbers["responsible"]),
        "department": "党委办公室",
        "due_on": "2026-03-31",
    }.items():
        plan.locator(f'[name="{name}"]').fill(words)
    secretary.button("列上这项任务")
    secretary.link("第1项")
    task = secretary.page.url

    house.to_day(2026, 1, 28)
    clerk.page.goto(task)
    clerk.button("批准计划")

    house.to_day(2026, 5, 20)
    clerk.page.goto(f"{cycle}ladder/")
    expect(clerk.main).to_contain_text(FAULT)
    clerk.main.locator('form[action$="ladder/tell/"] button').first.click()
    expect(clerk.main.locator(".said").first).to_be_visible()
    secretary.page.goto(address)
    expect(secretary.main).to_contain_text("办完整改任务，交佐证，逾33个工作日")
    expect(secretary.main).to_contain_text("过了期限，逾33个工作日")
    leader.page.goto(f"{cycle}ladder/")
    leader.sees(FAULT)

    secretary.page.goto(task)
    secretary.main.locator('#evidence form [name="note"]').fill("1至5月支委会记录。")
    secretary.button("交这份佐证")
    secretary.main.locator('#submit [name="progress"]').fill("已按月召开。")
    secretary.button("报完成，交给组织部门复核")
    expect(secretary.main.get_by_role("button", name="通过，销号")).to_have_count(0)
    clerk.page.goto(task)
    clerk.main.locator('#check [name="relapse_check_on"]').fill("2026-09-30")
    clerk.button("通过，销号")
    clerk.page.goto(problem)
    expect(clerk.main.locator(".page-head .chip")).to_contain_text("已销号")

    house.to_day(2026, 10, 9)
    clerk.page.goto(f"{cycle}look-backs/")
    clerk.fill(**{"看了什么、情况怎样": CAME_BACK})
    clerk.button("又出现了，重新打开")
    clerk.page.goto(task)
    clerk.sees("重新打开过1次。以前签过的")
    clerk.sees(CAME_BACK)

    house.to_day(2026, 12, 15)
    secretary.page.goto(f"{address}reporters/{numbers['next_reporter']}/report/")
    secretary.sees("往年没销号的问题")
    secretary.sees(FAULT)
    secretary.button("开始写")
    secretary.sees(FAULT)
    clerk.page.goto(f"{address}cycles/{numbers['next_cycle']}/problems/")
    clerk.sees(FAULT)

    clerk.page.goto(f"{cycle}archive/")
    clerk.button("做归档包")
    expect(clerk.main.get_by_role("link", name="下载")).to_be_visible(timeout=20_000)

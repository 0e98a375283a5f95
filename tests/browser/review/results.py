"""述后: the committee's grades, the letters, what a secretary reads of hers."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.review import cast
from tests.browser.review.sitting import PROBLEMS, STRENGTHS
from tests.browser.review.world import World
from tests.documents.render.reading import read_word

REASON = "综合平时掌握的情况"


def decide_grades(world: World) -> None:
    """The leader has the scores calculated; the committee decides, once otherwise than proposed."""
    world.installation.to_day(3)
    leader = world.leader
    leader.next("算分，存一份底")
    leader.next("算分，存一份底")
    leader.next("定的等次，还有3位")
    leader.fill(会议名称="党委会第3次会议", 哪天定的=world.installation.day(3))
    grade = leader.main.get_by_label(f"{cast.LIBRARY}定什么等次")
    grade.select_option(label="一般")
    leader.main.get_by_label(f"{cast.LIBRARY}的理由，和建议不同才写").fill(REASON)
    leader.main_act()
    leader.is_told("记下了3位的等次")
    expect(leader.bar).to_contain_text("3位的等次都定了")


def send_letters(world: World) -> None:
    """The opinion is there in the words of the comment; who reported in writing gets words of her own.

    The leader confirms each, then all go out.
    """
    world.installation.to_day(5)
    clerk = world.clerk
    clerk.home()
    clerk.next("发反馈书，还有3封")
    for organisation in (cast.NURSING, cast.HOSPITAL, cast.LIBRARY):
        clerk.next(f"先写{organisation}")
        if organisation in PROBLEMS:
            expect(clerk.main.get_by_label("存在的问题")).to_have_value(re.compile(PROBLEMS[organisation][0]))
        else:
            clerk.fill(
                肯定的方面="服务窗口党员示范岗常态化。",
                存在的问题="组织生活记录简单。",
                努力的方向="按期自查。",
            )
        clerk.button("存意见")
        clerk.menu("反馈与文书")
    expect(clerk.bar).to_contain_text("等领导确认意见，还有3份")
    leader = world.leader
    leader.menu("反馈与文书")
    leader.next("确认综合评价意见，还有3份")
    for organisation in (cast.NURSING, cast.HOSPITAL, cast.LIBRARY):
        leader.sees(organisation)
        leader.button("确认这份意见")
    clerk.menu("反馈与文书")
    clerk.next("发出写好的3封")
    expect(clerk.bar).to_contain_text("3封都发了，还有3位没有看")
    row = clerk.main.locator("tbody tr", has_text=cast.NURSING)
    _assert_without_counts(clerk.download(row.get_by_role("link", name="Word"), world.files))


def read_letter(world: World) -> None:
    """The secretary finds the letter on her own page and takes it away as a file."""
    secretary = world.secretary(cast.NURSING)
    secretary.home()
    secretary.link("的反馈意见")
    secretary.sees(STRENGTHS)
    _assert_without_counts(
        secretary.download(secretary.main.get_by_role("link", name="下载（Word）"), world.files)
    )
    secretary.next("对照指出的问题逐条认领、列任务")


def _assert_without_counts(letter: Path) -> None:
    """Grade and opinion, but no votes, no score, no rank, nothing of the committee's reason."""
    text = "".join(paragraph.text for paragraph in read_word(letter.read_bytes()).paragraphs)
    assert PROBLEMS[cast.NURSING][0] in text
    assert "党委会第3次会议" in text
    assert not re.search(r"\d+\s*票|得分|\d+\.\d+|名次|第\d+名", text)
    assert REASON not in text

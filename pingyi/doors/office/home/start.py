"""The four steps of a new installation, with what is really there."""

from dataclasses import dataclass

from pingyi.core.words import Words, listed
from pingyi.organisations.phrases import ROLES
from pingyi.review.appraisal.queries.start import StartFacts


@dataclass(frozen=True)
class StartStep:
    title: str
    act: str
    text: str
    fact: str
    state: str
    href: str


@dataclass(frozen=True)
class Start:
    """`now` is the first step that is not done; None when all are."""

    steps: tuple[StartStep, ...]
    now: StartStep | None


def start_of(facts: StartFacts, *, cycles: int = 0) -> Start:
    """Organisations, accounts, cycle, rehearsal. A step waits for the organisations, which all need."""
    missing = [ROLES[role] for role in facts.missing_roles]
    states = ["done" if facts.has_organisations else "now"]
    if facts.has_organisations:
        states += ["now" if missing else "done", "done" if cycles else "now", "any"]
    else:
        states += ["wait", "wait", "any"]
    organisations, accounts, cycle, rehearsal = states
    steps = (
        StartStep(
            Words("单位和书记"),
            Words("导入单位和书记，用一张Excel"),
            Words("二级党组织、书记、任职起止。书记年中换人也没关系，按年度和单位记。"),
            Words(
                "现有{organisations}个单位，{secretaries}位在任书记",
                organisations=facts.organisations,
                secretaries=facts.secretaries,
            ),
            organisations,
            "/office/organisations/",
        ),
        StartStep(
            Words("账号和角色"),
            Words("给要办事的人开账号"),
            Words("书记、领导、监票人、计票人各用各的账号。投票的人不用账号。"),
            Words("还没有人当：{missing}", missing=listed(missing)) if missing else Words("五种角色都有人了"),
            accounts,
            "/office/accounts/",
        ),
        StartStep(
            Words("开一轮评议"),
            Words("开一轮评议，先定年度"),
            Words("定年度、会议、述职人员、票类、权重和规则。没有默认权重，没填完不能封存。"),
            Words("已有{cycles}轮", cycles=cycles) if cycles else Words("还没有任何一轮评议"),
            cycle,
            "/office/cycles/new/",
        ),
        StartStep(
            Words("彩排一遍"),
            Words("彩排一遍"),
            Words("在服务器上运行 run.py rehearse，系统自己走完全程，单独存放，不碰正式数据。"),
            Words("由管系统的人来做"),
            rehearsal,
            "",
        ),
    )
    return Start(steps, next((step for step in steps if step.state == "now"), None))

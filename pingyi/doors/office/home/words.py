"""The words of the steps: their names, what their counts count, and the bar of the next step."""

from collections.abc import Sequence
from dataclasses import dataclass

from pingyi.core.words import Clause, Words, listed
from pingyi.doors.office.drawing.dates import say_moment
from pingyi.review.appraisal.domain.progress import Facts, NextStep, Phase, StepCode
from pingyi.review.appraisal.queries.progress import Progress

PHASES = {Phase.BEFORE: Words("述前"), Phase.DURING: Words("述中"), Phase.AFTER: Words("述后")}
ROLE_NAMES = {
    "clerk": Words("经办人"),
    "secretary": Words("各单位书记"),
    "leader": Words("领导"),
    "scrutineer": Words("监票人"),
    "counter": Words("计票人"),
}


@dataclass(frozen=True)
class StepWords:
    """`unit` follows “3 / 5”; `path` is where the step is taken."""

    title: str
    path: str
    unit: str = ""


_CYCLE, _MEETING = "/office/cycles/{cycle}", "/office/meetings/{meeting}"
STEPS = {
    StepCode.ORGANISATIONS: StepWords(Words("导入单位和书记"), "/office/organisations/"),
    StepCode.PLAN: StepWords(Words("方案、会议、主持和点评"), f"{_CYCLE}/plan/"),
    StepCode.REPORTERS: StepWords(Words("定述职人员"), f"{_CYCLE}/reporters/"),
    StepCode.CLASSES: StepWords(Words("票类、权重和名单"), f"{_CYCLE}/classes/"),
    StepCode.SETTINGS: StepWords(Words("规则"), f"{_CYCLE}/settings/"),
    StepCode.FREEZE: StepWords(Words("封存方案"), f"{_CYCLE}/freeze/"),
    StepCode.REPORTS_IN: StepWords(Words("收述职报告"), f"{_CYCLE}/reports/", Words("已交")),
    StepCode.REPORTS_ACCEPTED: StepWords(Words("审述职报告"), f"{_CYCLE}/reports/", Words("通过")),
    StepCode.PRINTED: StepWords(Words("印测评表和票条"), f"{_MEETING}/voting/", Words("类")),
    StepCode.AGENDA: StepWords(Words("打开会场，排议程"), f"{_MEETING}/control/", Words("场")),
    StepCode.CHECK_IN: StepWords(Words("签到"), f"{_MEETING}/desk/", Words("人")),
    StepCode.COMMENTS: StepWords(Words("述职和逐一点评"), f"{_MEETING}/comments/", Words("位")),
    StepCode.OPENED: StepWords(Words("开箱投票"), f"{_MEETING}/voting/", Words("场")),
    StepCode.CLOSED: StepWords(Words("关箱"), f"{_MEETING}/voting/", Words("场")),
    StepCode.COUNTED: StepWords(Words("计票，核对票数账"), f"{_MEETING}/voting/", Words("场")),
    StepCode.SNAPSHOT: StepWords(Words("算分留底"), f"{_CYCLE}/results/"),
    StepCode.DECIDED: StepWords(Words("党委会定等次"), f"{_CYCLE}/results/", Words("位")),
    StepCode.LETTERS: StepWords(Words("逐人反馈"), f"{_CYCLE}/letters/", Words("封")),
    StepCode.CLAIMED: StepWords(Words("认领问题"), f"{_CYCLE}/problems/", Words("个")),
    StepCode.TASKS: StepWords(Words("列任务清单"), f"{_CYCLE}/tasks/", Words("个")),
    StepCode.CLOSED_OUT: StepWords(Words("整改、复核、销号"), f"{_CYCLE}/tasks/", Words("个")),
}


@dataclass(frozen=True)
class BarWords:
    """The bar of the next step: what, what happens or is missing, and the word on its button."""

    title: str
    effect: str
    button: str = ""
    # Where the button leads if not to the step's own page.
    path: str = ""


def bar_words(following: NextStep | None, progress: Progress) -> BarWords:
    """Verb first, with counts; a step that others take says whose it is and has no button."""
    if following is None:
        return BarWords(
            Words("这一轮的步骤都办完了"), Words("没有销号的问题会写进下一年的述职报告，等各单位回答。")
        )
    words = _words(following.step.code, progress)
    if following.is_yours:
        return words
    who = _either([ROLE_NAMES[role] for role in ROLE_NAMES if role in following.step.roles])
    return BarWords(
        Words("等{who}：{title}", who=who, title=words.title),
        Words("这一步由{who}办，办完这里会显示下一步。", who=who),
    )


def _either(names: Sequence[str]) -> str:
    """甲、乙或丙."""
    return Words("或").join((listed(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def _words(code: StepCode, progress: Progress) -> BarWords:
    if code.value in GAP_BUTTONS:
        return _gap_words(code, progress.facts)
    return {**_before(progress), **_during(progress.facts), **_after(progress.facts)}[code]


GAP_BUTTONS = {
    "plan": Words("去填方案"),
    "reporters": Words("去定述职人员"),
    "classes": Words("去列票类和名单"),
    "settings": Words("去定规则"),
}


def _gap_words(code: StepCode, facts: Facts) -> BarWords:
    gaps = facts.gaps_on(code.value)
    if not gaps:
        return BarWords(STEPS[code].title, "", GAP_BUTTONS[code.value])
    more = Words("这一页还差{gaps}项，这是第一项。", gaps=len(gaps)) if len(gaps) > 1 else ""
    return BarWords(Clause(gaps[0].words), gaps[0].remedy + more, GAP_BUTTONS[code.value])


def _before(progress: Progress) -> dict[StepCode, BarWords]:
    facts, due = progress.facts, progress.cycle.reports_due_at
    until = Words("，{say_moment}截止", say_moment=say_moment(due)) if due else ""
    boxes = (
        Words("已印{boxes_printed} / {boxes}类。", boxes_printed=facts.boxes_printed, boxes=facts.boxes)
        if facts.boxes
        else Words("先按票类准备票箱。")
    )
    return {
        StepCode.ORGANISATIONS: BarWords(
            Words("导入单位和书记，用一张Excel"),
            Words("先下载模板，填好传上来。传完先看一遍，有错的行标出来，不会直接入库。"),
            Words("去导入"),
        ),
        StepCode.FREEZE: BarWords(
            Words("方案齐了，核对后封存"),
            Words("封存后述职人员、票类、权重、名单和规则都不能再改，并得到一个指纹，谁动过一看就知道。"),
            Words("去封存"),
        ),
        StepCode.REPORTS_IN: BarWords(
            Words(
                "收述职报告，还差{reporters}份{until}",
                reporters=facts.reporters - facts.reports_in,
                until=until,
            ),
            Words(
                "已交{reports_in} / {reporters}份。没交的单位和该找谁，名单在报告页。",
                reports_in=facts.reports_in,
                reporters=facts.reporters,
            ),
            Words("看还没交的"),
        ),
        StepCode.REPORTS_ACCEPTED: BarWords(
            Words("审述职报告，{reports_waiting}份等着看", reports_waiting=facts.reports_waiting),
            Words(
                "已通过{reports_accepted} / {reporters}份。退回要写理由，书记改好再交。",
                reports_accepted=facts.reports_accepted,
                reporters=facts.reporters,
            ),
            Words("去审报告"),
        ),
        StepCode.PRINTED: BarWords(
            Words("印测评表和票条"),
            Words("{boxes}每类另加备用张数，账上都算着。", boxes=boxes),
            Words("去印票"),
        ),
        StepCode.AGENDA: BarWords(
            Words("打开会场，排出议程"),
            Words("议程按方案里的述职次序和规则里的时间排出，次序可以再调；会场大屏也从这时起可用。"),
            Words("去打开会场"),
        ),
    }


def _during(facts: Facts) -> dict[StepCode, BarWords]:
    return {
        StepCode.CHECK_IN: BarWords(
            Words("签到，人到齐就开会"),
            Words(
                "已到{arrived} / {voters}人。签到按票类点人，不记谁拿了哪张票。",
                arrived=facts.arrived,
                voters=facts.voters,
            ),
            Words("去签到台"),
        ),
        StepCode.COMMENTS: BarWords(
            Words("记录点评，还有{on_site}位", on_site=facts.on_site - facts.comments_finished),
            Words("每句记成肯定、问题或要求。记为问题的会进整改清单，等单位认领。"),
            Words("去记点评"),
        ),
        StepCode.OPENED: BarWords(
            Words("开箱投票"),
            Words("开箱后手机才能投、纸质票才能投进来。开箱前再核对一遍印了多少、发了多少。"),
            Words("去开箱"),
        ),
        StepCode.CLOSED: BarWords(
            Words("投完后关箱"),
            Words("关箱后谁也不能再投，随即清理，票和人、时间、先后都对不上。"),
            Words("去关箱"),
        ),
        StepCode.COUNTED: BarWords(
            Words("清点，核对票数账"),
            Words("每类三行账：印的、发的、收的，两边都要对得上，由两个人各点一遍。"),
            Words("去核对"),
        ),
    }


def _after(facts: Facts) -> dict[StepCode, BarWords]:
    return {
        StepCode.SNAPSHOT: BarWords(
            Words("算分，存一份底"),
            Words("票数、规则和结果一起留底，以后谁也改不了；票数或规则变了再算，另留一份。"),
            Words("去算分"),
        ),
        StepCode.DECIDED: BarWords(
            Words("记党委会定的等次，还有{voted_on}位", voted_on=facts.voted_on - facts.decisions),
            Words("系统只按分数段提建议，等次由会议定。和建议不同的，写上理由。"),
            Words("去记等次"),
        ),
        StepCode.LETTERS: BarWords(
            Words("发反馈书，还有{reporters}封", reporters=facts.reporters - facts.letters),
            Words("反馈书写等次和综合评价意见，不写票数。"),
            Words("去发反馈"),
        ),
        StepCode.CLAIMED: BarWords(
            Words("认领问题，还有{problems}个", problems=facts.problems - facts.problems_answered),
            Words("由各单位认领，不认领的写明理由，再由组织部门定。"),
            Words("看是哪些问题"),
        ),
        StepCode.TASKS: BarWords(
            Words(
                "列任务清单，还有{problems_claimed}个问题没有任务",
                problems_claimed=facts.problems_claimed - facts.problems_with_tasks,
            ),
            Words("每个问题写清措施、责任人和期限。"),
            Words("看任务清单"),
        ),
        StepCode.CLOSED_OUT: _closing_out(facts),
    }


def _closing_out(facts: Facts) -> BarWords:
    """First what somebody waits for, then what has been handed in; else how much is still being worked off."""
    unsettled = Words(
        "没有销号的还有{problems} / {problems_2}个。",
        problems=facts.problems - facts.problems_settled,
        problems_2=facts.problems,
    )
    if facts.problems_contested:
        return BarWords(
            Words("裁定不认领的问题，{problems_contested}个", problems_contested=facts.problems_contested),
            Words("单位写了为什么不是本单位的。采纳就撤下，不采纳仍由它整改。"),
            Words("去裁定"),
            f"{_CYCLE}/problems/?show=contested",
        )
    if facts.plans_to_approve:
        return BarWords(
            Words("批准整改计划，{plans_to_approve}份等着看", plans_to_approve=facts.plans_to_approve),
            Words("批准以后单位的进展才算数，不合适的写明理由退回。{unsettled}", unsettled=unsettled),
            Words("去看计划"),
            f"{_CYCLE}/tasks/?show=proposed",
        )
    if facts.tasks_to_check:
        return BarWords(
            Words("复核整改任务，{tasks_to_check}项等着看", tasks_to_check=facts.tasks_to_check),
            Words("由没有经手的人复核，没问题才销号。{unsettled}", unsettled=unsettled),
            Words("去复核"),
        )
    if facts.tasks_late:
        return BarWords(
            Words("等单位办完整改，{tasks_late}项逾期", tasks_late=facts.tasks_late),
            Words("{unsettled}确有原因的，可以准延期。", unsettled=unsettled),
            Words("看逾期的任务"),
            f"{_CYCLE}/tasks/?show=late",
        )
    return BarWords(
        Words("等单位办完整改、报完成"),
        Words("{unsettled}单位报了完成，就在整改任务页复核。", unsettled=unsettled),
        Words("看整改任务"),
    )

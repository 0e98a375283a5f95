"""The rules of a review in sentences: who votes, how points become grades, what the grades are used for."""

from pingyi.core.words import Words
from pingyi.documents.domain.blanks import Filling
from pingyi.documents.domain.tree import Align, Block, Column, Paragraph, Table, text_row
from pingyi.review.cycles.documents.facts import MeetingFacts, ReviewFacts
from pingyi.review.cycles.domain.catalogue import GRADES
from pingyi.review.cycles.domain.decimals import number_text, share_text
from pingyi.review.cycles.domain.settings import BallotScope, InvalidRule, ReviewSettings, SelfVote

_CLASSES = (
    Column("类别", 1, Align.CENTRE),
    Column("参加测评人员", 6),
    Column("人数", 1, Align.CENTRE),
    Column("权重", 1, Align.CENTRE),
)
_DENOMINATORS = {"valid": "有效票数", "returned": "收回票数", "issued": "发出票数"}


def attendance_and_ballots(review: ReviewFacts, filling: Filling) -> list[Block]:
    """Who takes part and votes, and what a valid ballot is."""
    settings = review.settings
    scope = "全部述职书记" if settings.ballot_scope is BallotScope.ALL else "现场述职的书记"
    own = "本人参加测评的，不测评本人。" if settings.self_vote is SelfVote.EXCLUDE else ""
    unknown = "；不了解情况的填“不了解”，不计入有效票" if settings.has_unknown_option else ""
    blocks: list[Block] = [
        Paragraph(f"测评不署名，对{scope}逐人评“好”“较好”“一般”“差”四个等次之一{unknown}。{own}")
    ]
    if InvalidRule.ALL_SAME in settings.invalid_rules:
        blocks.append(Paragraph("全部填同一等次的票无效。"))
    for meeting in review.meetings:
        blocks += [
            Paragraph(f"{meeting.name}采用{meeting.ballot_word}，参加测评人员如下。"),
            _classes(meeting, filling),
        ]
    return blocks


def _classes(meeting: MeetingFacts, filling: Filling) -> Table:
    rows = [
        text_row(
            one.code,
            one.name,
            filling.or_blank(
                str(one.people) if one.people else "", Words("{name}的名单", name=one.name), "classes"
            ),
            filling.or_blank(
                "" if one.weight is None else share_text(one.weight),
                Words("{name}的权重", name=one.name),
                "classes",
            ),
        )
        for one in meeting.classes
    ]
    if not rows:
        blank = filling.or_blank("", Words("{name}的票类", name=meeting.name), "classes")
        rows = [text_row("", blank, "", "")]
    return Table(_CLASSES, tuple(rows), f"{meeting.name}参加测评人员")


def grades_and_scores(settings: ReviewSettings) -> list[str]:
    """Points, denominator, bands, composition, and the limit on 好."""
    points = "、".join(f"“{word}”{number_text(settings.grade_points[grade])}分" for grade, word in GRADES)
    bounds = dict(settings.bands)
    bands = "，".join(
        f"{number_text(bounds[grade])}分以上为“{word}”" for grade, word in GRADES if bounds[grade] > 0
    )
    last = next((word for grade, word in GRADES if bounds[grade] == 0), "")
    rest = f"，其余为“{last}”" if last else ""
    lines = [
        f"每票{points}，除以{_DENOMINATORS[settings.denominator]}，按各类权重合成测评得分。",
        _composition(settings),
        f"按得分提出建议等次：{bands}{rest}（含本数）。",
    ]
    if settings.good_gate:
        lines.append(f"评“好”的前提：{settings.good_gate}。")
    if settings.min_non_good_share:
        lines.append(f"“较好”及以下的人数不少于{share_text(settings.min_non_good_share)}，零头进一。")
    lines.append(f"测评得分是评定等次的依据，等次由{settings.decision_body}研究决定。")
    return lines


def _composition(settings: ReviewSettings) -> str:
    parts = (
        ("测评", settings.composite_ballot),
        ("日常考核", settings.composite_daily),
        ("领导评价", settings.composite_leader),
    )
    used = [f"{word}占{share_text(share)}" for word, share in parts if share]
    return "总分就是测评得分。" if settings.composite_ballot == 1 else f"总分中{'，'.join(used)}。"


def use_of_results(settings: ReviewSettings, filling: Filling) -> list[str]:
    """Feedback, circular, task list, rectification."""
    known = settings.rectification_months
    months = filling.or_blank(f"{known}个月" if known else "", Words("整改期限"), "settings")
    where = filling.or_blank(settings.publish_range, Words("结果通报的范围"), "settings")
    return [
        f"综合评价意见和等次反馈{settings.feedback_to}，不反馈票数和得分。结果通报范围：{where}。",
        f"点评指出的问题逐条认领，会后{settings.list_due_days}个工作日内报整改任务清单，整改期限{months}，逐条销号。",
    ]

"""方案: the whole review on paper, every number from the plan and its settings."""

from pingyi.core.words import Words
from pingyi.documents.domain.blanks import BLANK, Built, Filling, Gap
from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.tree import (
    Align,
    Attachment,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    text_row,
)
from pingyi.review.cycles.documents.facts import MeetingFacts, ReviewFacts
from pingyi.review.cycles.documents.rules_text import (
    attendance_and_ballots,
    grades_and_scores,
    use_of_results,
)
from pingyi.review.cycles.documents.wording import (
    chair_and_commentator,
    day_and_time,
    minutes,
    review_name,
    roster,
    span,
    title_of,
)
from pingyi.review.cycles.domain.decimals import share_text
from pingyi.review.cycles.domain.settings import CommentTiming, SpeakingOrder

_STEPS = (Column("阶段", 2, Align.CENTRE), Column("时间", 5, Align.CENTRE), Column("工作", 6))

_CARRIED = "往年没有销号的问题"
_CARRIED_COLUMNS = (
    Column("单位", 4),
    Column("编号", 3, Align.CENTRE),
    Column("问题", 8),
    Column("现在和以前", 7),
)
_ASKED_BEFORE = "往年没有办结的讲话要求"
_ASKED_COLUMNS = (
    Column("单位", 4),
    Column("哪一条", 4, Align.CENTRE),
    Column("要求", 10),
    Column("现在", 4),
)


def plan(review: ReviewFacts) -> Built:
    """The plan with its schedule, attendance, ballots, grading and use of results; the roster is attached."""
    filling = Filling()
    blocks: list[Block] = [
        Heading("依据和范围"),
        Paragraph(_scope(review, filling)),
        Heading("时间安排"),
        _schedule(review, filling),
        Heading("述职"),
        *(Paragraph(text) for text in _reports(review)),
        Heading("点评和测评"),
        *(Paragraph(f"{one.name}：{chair_and_commentator(one, filling)}。") for one in review.meetings),
        *attendance_and_ballots(review, filling),
        Heading("计分和等次"),
        *(Paragraph(text) for text in grades_and_scores(review.settings)),
        Heading("结果运用和整改"),
        *(Paragraph(text) for text in use_of_results(review.settings, filling)),
        *_carried(review),
        *_asked_before(review),
        Heading("组织实施"),
        Paragraph(f"联系人：{BLANK}，电话：{BLANK}。"),
    ]
    name = review_name(review.name)
    document = Document(
        file_stem=file_stem("工作方案", name),
        title=title_of(f"{name}工作方案"),
        blocks=tuple(blocks),
        enclosed=tuple(_enclosed(review)),
    )
    return Built(document, (*filling.gaps, Gap(Words("联系人和电话"))))


def _enclosed(review: ReviewFacts) -> list[Attachment]:
    found = []
    if review.reporters:
        found.append(Attachment("述职人员名册", (roster(review.reporters, "述职人员名册"),)))
    if review.carried:
        found.append(Attachment(_CARRIED, (_carried_table(review),)))
    if review.asked_before:
        found.append(Attachment(_ASKED_BEFORE, (_asked_table(review),)))
    return found


def _carried(review: ReviewFacts) -> list[Block]:
    """What earlier years left open: how many, of how many units; each one is attached."""
    if not review.carried:
        return []
    units = len({one.organisation for one in review.carried})
    return [
        Heading(_CARRIED),
        Paragraph(
            f"往年没有销号的问题{len(review.carried)}个，涉及{units}个单位，逐个列在附件里，接着整改。"
            "述职报告和点评要说到它们。"
        ),
    ]


def _asked_before(review: ReviewFacts) -> list[Block]:
    """Requirements of earlier speeches that are not ticked off: how many answers, of how many units."""
    if not review.asked_before:
        return []
    units = len({one.organisation for one in review.asked_before})
    return [
        Heading(_ASKED_BEFORE),
        Paragraph(
            f"往年讲话要求没有办结的{len(review.asked_before)}条（按单位计），涉及{units}个单位，"
            "逐条列在附件里，接着落实。"
        ),
    ]


def _asked_table(review: ReviewFacts) -> Table:
    rows = [
        text_row(one.organisation, f"{one.year}年度第{one.number}条", one.text, f"{one.state}。")
        for one in review.asked_before
    ]
    return Table(_ASKED_COLUMNS, tuple(rows), _ASKED_BEFORE)


def _carried_table(review: ReviewFacts) -> Table:
    rows = [
        text_row(
            one.organisation,
            f"{one.year}-{one.number:03d}",
            one.text,
            f"{one.state}。{one.history}。" if one.history else f"{one.state}。",
        )
        for one in review.carried
    ]
    return Table(_CARRIED_COLUMNS, tuple(rows), _CARRIED)


def _scope(review: ReviewFacts, filling: Filling) -> str:
    basis = filling.or_blank("", Words("依据的文件"))
    people = review.reporters
    on_site = sum(one.is_on_site for one in people)
    count = filling.or_blank(str(len(people)) if people else "", Words("述职人员还没有列"), "reporters")
    modes = f"其中现场述职{on_site}人，书面述职{len(people) - on_site}人，名册附后。" if people else ""
    return f"根据{basis}，{review.convenor}开展{review_name(review.name)}，述职人员{count}人。{modes}"


def _schedule(review: ReviewFacts, filling: Filling) -> Table:
    due = review.reports_due_at
    rows = [
        text_row(
            "述前",
            filling.or_blank(span(*review.before), Words("述前阶段的起止日期"), "plan"),
            "撰写和审核述职报告",
        ),
        text_row(
            "述前",
            filling.or_blank(f"{day_and_time(due)}前" if due else "", Words("述职报告的截止时间"), "plan"),
            "报送述职报告",
        ),
    ]
    rows += [
        text_row("述中", day_and_time(one.held_at), _meeting_line(one, filling)) for one in review.meetings
    ]
    if not review.meetings:
        rows.append(text_row("述中", filling.or_blank("", Words("会议还没有安排"), "plan"), "召开述职评议会"))
    rows.append(
        text_row("述后", f"会后{review.settings.list_due_days}个工作日内", "认领问题，报整改任务清单")
    )
    after = span(*review.after)
    rows.append(
        text_row("述后", filling.or_blank(after, Words("述后阶段的起止日期"), "plan"), "反馈意见，落实整改")
    )
    return Table(_STEPS, tuple(rows), "日程安排")


def _meeting_line(meeting: MeetingFacts, filling: Filling) -> str:
    place = filling.or_blank(meeting.place, Words("{name}的地点", name=meeting.name), "plan")
    return f"{meeting.name}，地点：{place}；现场述职{len(meeting.on_site)}人"


def _reports(review: ReviewFacts) -> list[str]:
    settings = review.settings
    answer = "上年没有销号的问题必须逐条回答。" if settings.must_answer_last_year else ""
    share = f"问题和原因不少于全文的{share_text(settings.report_min_problem_share)}。"
    order = {
        SpeakingOrder.LOT: "现场述职的先后抽签确定。",
        SpeakingOrder.LIST: "现场述职按党组织排序进行。",
    }[settings.speaking_order]
    due = f"{official_date(review.reports_due_at.date())}前报送。" if review.reports_due_at else ""
    return [
        f"述职报告不超过{settings.report_max_chars}字。{share}{answer}{due}",
        f"现场发言每人{minutes(settings.speech_seconds)}，发言稿不超过{settings.speech_max_chars}字。{order}",
        {
            CommentTiming.AFTER_EACH: "现场述职一述一评，逐人点评。",
            CommentTiming.AFTER_ALL: "现场述职全部结束后，逐人点评。",
        }[settings.comment_timing],
    ]

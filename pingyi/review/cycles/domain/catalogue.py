"""Every setting of a cycle: its key, where it stands on the page, what people call it, how it is typed."""

from dataclasses import dataclass
from enum import StrEnum

from pingyi.core.words import Words
from pingyi.review.cycles.domain.kinds import (
    Choice,
    Count,
    Flag,
    Kind,
    Minutes,
    Names,
    OptionalCount,
    Points,
    Share,
    Text,
)
from pingyi.review.cycles.domain.settings import (
    BallotScope,
    Breach,
    CommentTiming,
    Counting,
    OnSiteTurns,
    PublishNames,
    PublishReaders,
    SelfVote,
    SpeakingOrder,
)

GRADES = (
    ("good", Words("好")),
    ("fairly_good", Words("较好")),
    ("average", Words("一般")),
    ("poor", Words("差")),
)


BREACH = Choice(((Breach.REFUSE, Words("交不上去，写明差在哪里")), (Breach.WARN, Words("只提醒，照样能交"))))


class Group(StrEnum):
    """The five parts of the settings page."""

    BALLOT = "ballot"
    SCORE = "score"
    MEETING = "meeting"
    REPORT = "report"
    RECTIFICATION = "rectification"


@dataclass(frozen=True)
class Setting:
    """One setting. `hint` says what it changes; `key` is its name in forms and in the stored rows."""

    key: str
    group: Group
    label: str
    kind: Kind
    hint: str = ""

    @property
    def is_later(self) -> bool:
        """Whether plans were frozen before there was such a setting."""
        return self.key in LATER


# Four rows that belong together are explained once, at the first.
_FIRST_HINTS = {
    "points_good": Words("四个等次由好到差，分值依次降低。"),
    "band_good": Words("每档含起点，不含上一档的起点；按精确值比，不先四舍五入。"),
}

# Settings that were not in the first version. Whatever is added to the catalogue from now on belongs here.
LATER = frozenset(
    {
        "on_site_turns",
        "on_site_places",
        "on_site_new_months",
        "on_site_balance",
        "report_counting",
        "report_over_length",
        "report_low_share",
        "report_levels",
        "report_remind_before",
        "report_remind_every",
        "likeness_common_share",
        "likeness_min_chars",
        "likeness_waits_for_look",
        "likeness_names_units",
        "publish_names",
        "publish_readers",
        "kin_shown",
        "kin_least_percent",
        "relapse_check_months",
        "ladder_runs",
        "ladder_secretary_days",
        "ladder_superior_days",
        "ladder_department_days",
    }
)

CATALOGUE: tuple[Setting, ...] = (
    Setting(
        "ballot_scope",
        Group.BALLOT,
        Words("测评谁"),
        Choice(
            (
                (BallotScope.ALL, Words("全部述职书记，含书面述职的")),
                (BallotScope.ON_SITE, Words("只测评现场述职的")),
            )
        ),
        Words("提出名册时按它勾选，名册上还可以逐人改。"),
    ),
    Setting(
        "has_unknown_option",
        Group.BALLOT,
        Words("票上有没有“不了解”"),
        Flag(Words("有，单独列出，不计分"), Words("没有，四个等次必选其一")),
        Words("选了“不了解”的不进有效票。"),
    ),
    Setting(
        "self_vote",
        Group.BALLOT,
        Words("书记给自己投票"),
        Choice(((SelfVote.EXCLUDE, Words("不投自己这一行")), (SelfVote.ALLOW, Words("可以投自己")))),
        Words("不投时，手机上本单位那一行锁住，不发出任何内容。"),
    ),
    Setting(
        "invalid_incomplete",
        Group.BALLOT,
        Words("没有逐人填满的票"),
        Flag(Words("手机上填满才能送出；纸质票缺项整张无效"), Words("缺的人算弃权，其余有效")),
    ),
    Setting(
        "invalid_all_same",
        Group.BALLOT,
        Words("全部填同一等次的票"),
        Flag(Words("整张无效"), Words("照样有效")),
        Words("发票前要让投票人知道这一条。"),
    ),
    Setting(
        "threshold",
        Group.BALLOT,
        Words("一类最少几人"),
        Count(2, 50, Words("人")),
        Words("不足这个数的类要在投票前并入别的类；收回不足这个数的票箱先不开。"),
    ),
    Setting("spare_minimum", Group.BALLOT, Words("每类备用票条至少"), Count(0, 100, Words("张"))),
    Setting("spare_share", Group.BALLOT, Words("备用票条占本类人数"), Share(), Words("与上一项比，取多的。")),
    *(
        Setting(
            f"points_{grade}",
            Group.SCORE,
            Words("一票“{word}”记", word=word),
            Points(),
            _FIRST_HINTS.get(f"points_{grade}", ""),
        )
        for grade, word in GRADES
    ),
    *(
        Setting(
            f"band_{grade}",
            Group.SCORE,
            Words("“{word}”从多少分起", word=word),
            Points(),
            _FIRST_HINTS.get(f"band_{grade}", ""),
        )
        for grade, word in GRADES
    ),
    Setting(
        "denominator",
        Group.SCORE,
        Words("除以什么票数"),
        Choice(
            (
                ("valid", Words("有效票（填了四个等次之一的）")),
                ("returned", Words("收回票")),
                ("issued", Words("发出票")),
            )
        ),
    ),
    Setting(
        "empty_category",
        Group.SCORE,
        Words("一类没有可计的票时"),
        Choice((("redistribute", Words("权重按比例分给其余各类")), ("fail", Words("不出分，报党委定")))),
    ),
    Setting("composite_ballot", Group.SCORE, Words("测评占总分"), Share(), Words("三部分合计必须正好100%。")),
    Setting("composite_daily", Group.SCORE, Words("日常考核占总分"), Share()),
    Setting("composite_leader", Group.SCORE, Words("领导评价占总分"), Share()),
    Setting(
        "min_non_good_share",
        Group.SCORE,
        Words("“较好”及以下至少占"),
        Share(),
        Words("零头进一。超出时只提醒，不自动降等次。填0表示不设。"),
    ),
    Setting(
        "display_decimals",
        Group.SCORE,
        Words("分数显示几位小数"),
        Count(0, 6, Words("位")),
        Words("只在显示时四舍五入一次。"),
    ),
    Setting(
        "good_gate",
        Group.SCORE,
        Words("评“好”的前提"),
        Text(120, Words("没有另设前提")),
        Words("例如“所在单位年度考核为优秀”。写进方案，由定等次的会议掌握，系统不自动判断。"),
    ),
    Setting("speech_seconds", Group.MEETING, Words("现场述职每人"), Minutes(60), Words("会场倒计时用它。")),
    Setting("warn_seconds", Group.MEETING, Words("剩多少秒时提醒"), Count(0, 600, Words("秒"))),
    Setting("comment_seconds", Group.MEETING, Words("每人点评"), Minutes(60), Words("只用来排时间。")),
    Setting(
        "comment_timing",
        Group.MEETING,
        Words("什么时候点评"),
        Choice(
            (
                (CommentTiming.AFTER_EACH, Words("一述一评，逐人点评")),
                (CommentTiming.AFTER_ALL, Words("全部述完再逐人点评")),
            )
        ),
    ),
    Setting(
        "speaking_order",
        Group.MEETING,
        Words("现场述职的先后"),
        Choice(
            (
                (SpeakingOrder.LOT, Words("抽签，结果由经办人确认")),
                (SpeakingOrder.LIST, Words("按党组织排序")),
            )
        ),
    ),
    Setting(
        "on_site_turns",
        Group.MEETING,
        Words("谁现场述职"),
        Choice(((OnSiteTurns.ROTATION, Words("轮流，其余书面")), (OnSiteTurns.ALL, Words("每年全部现场")))),
        Words("轮流的，按下面几条提出今年轮到谁，由人来定。"),
    ),
    Setting(
        "on_site_every_years",
        Group.MEETING,
        Words("多久至少现场述职一次"),
        OptionalCount(1, 10, Words("年"), Words("一个任期内至少一次")),
        Words("留空表示任期内至少一次。名册上据此标出今年该现场的。"),
    ),
    Setting(
        "on_site_places",
        Group.MEETING,
        Words("一年现场几位"),
        OptionalCount(1, 300, Words("位"), Words("没有定，按最少够用的来")),
        Words("“谁该现场”那一页写明最少几位才能让每人在期限前都轮到。"),
    ),
    Setting(
        "on_site_new_months",
        Group.MEETING,
        Words("新成立的组织多久内免现场"),
        OptionalCount(1, 36, Words("个月"), Words("不免")),
        Words("成立到这一年年底不满这么多个月的，今年免。留空表示不免。"),
    ),
    Setting(
        "on_site_balance",
        Group.MEETING,
        Words("轮流时照顾各类单位"),
        Flag(Words("学院、附属医院、机关等按个数大致均衡"), Words("不管单位性质，只看谁最急")),
        Words("只在不耽误任何人的期限时才照顾。"),
    ),
    Setting(
        "report_max_chars",
        Group.REPORT,
        Words("述职报告最多"),
        Count(100, 50000, Words("字")),
        Words("各节正文加逐条回答，小标题不算。各节的上限在“报告提纲”里定。"),
    ),
    Setting(
        "report_counting",
        Group.REPORT,
        Words("字数怎么数"),
        Choice(
            (
                (Counting.SIGNS, Words("一个汉字、字母、数字、标点各算一字，空格和换行不算")),
                (Counting.NO_PUNCTUATION, Words("汉字、字母、数字各算一字，标点、空格和换行不算")),
                (Counting.WORDS, Words("汉字、标点各算一字，一个外文词、一个数算一字（同办公软件）")),
            )
        ),
        Words("没有见过哪里写明怎么数，由你们定。字数旁边都写着怎么数的。"),
    ),
    Setting(
        "report_over_length", Group.REPORT, Words("超过字数"), BREACH, Words("全文和各节的上限都按这一条。")
    ),
    Setting(
        "speech_max_chars",
        Group.REPORT,
        Words("现场发言稿最多"),
        Count(100, 20000, Words("字")),
        Words("写进方案，由经办人掌握。"),
    ),
    Setting(
        "report_min_problem_share",
        Group.REPORT,
        Words("问题和原因至少占全文"),
        Share(must_end=False),
        Words("哪几节算“问题和原因”，在“报告提纲”里定。填0表示不设。"),
    ),
    Setting("report_low_share", Group.REPORT, Words("问题和原因的篇幅不够"), BREACH),
    Setting(
        "must_answer_last_year",
        Group.REPORT,
        Words("上年没销号的问题"),
        Flag(Words("必须逐条回答"), Words("可以不答")),
    ),
    Setting(
        "report_levels",
        Group.REPORT,
        Words("报告经过哪几级审"),
        Names(5, 20),
        Words(
            "从低到高，用顿号隔开，例如：本单位、联系部门、组织部门。最后一级由经办人审，前几级的人在述职报告的“审核人”页指定。"
        ),
    ),
    Setting(
        "report_remind_before",
        Group.REPORT,
        Words("截止前几天自动提醒没交的"),
        OptionalCount(1, 30, Words("天"), Words("不自动提醒")),
        Words("每人只提醒一次。留空表示不自动提醒。"),
    ),
    Setting(
        "report_remind_every",
        Group.REPORT,
        Words("迟了以后每隔几天自动催一次"),
        OptionalCount(1, 30, Words("天"), Words("不自动催")),
        Words("同一天不催两次，开完会不再催。留空表示只由经办人催。"),
    ),
    Setting(
        "likeness_common_share",
        Group.REPORT,
        Words("多少单位都写的话算固定表述"),
        Share(must_end=False),
        Words(
            "找相近段落时，同样的话有这么多单位写过（至少4个，够20个就算），就当作口号、套话，不计入。填0表示一句也不拿掉。"
        ),
    ),
    Setting(
        "likeness_min_chars",
        Group.REPORT,
        Words("相近段落最短"),
        Count(15, 200, Words("字")),
        Words("去掉固定表述和标点以后，比这短的不列。"),
    ),
    Setting(
        "likeness_waits_for_look",
        Group.REPORT,
        Words("审的人什么时候看得到相近段落"),
        Flag(Words("书记自己看过以后"), Words("书记交上来以后")),
        Words("交上来以前，只有书记本人看得到。不影响得分。"),
    ),
    Setting(
        "likeness_names_units",
        Group.REPORT,
        Words("书记看到别的单位的相近段落时"),
        Flag(Words("述职会开过以后写明是哪个单位"), Words("一律不写是哪个单位")),
        Words("别的单位的报告只给看相近的那几句，不给看全文。"),
    ),
    Setting(
        "decision_body",
        Group.RECTIFICATION,
        Words("等次由谁定"),
        Text(60, None),
        Words("测评得分只是依据，等次由会议决定。"),
    ),
    Setting(
        "feedback_to",
        Group.RECTIFICATION,
        Words("结果反馈给谁"),
        Text(120, None),
        Words("写进方案。反馈函只写等次和意见，不写票数。"),
    ),
    Setting("list_due_days", Group.RECTIFICATION, Words("会后几天内交整改清单"), Count(1, 120, Words("天"))),
    Setting(
        "rectification_months",
        Group.RECTIFICATION,
        Words("整改期限"),
        OptionalCount(1, 36, Words("个月"), Words("还没有设")),
        Words("没有见过通行的数，必须由你们自己定，封定方案前要填。"),
    ),
    Setting(
        "relapse_check_months",
        Group.RECTIFICATION,
        Words("销号以后多久回头看"),
        OptionalCount(1, 24, Words("个月"), Words("没有定，销号时选日子")),
        Words("销号时照它排日子，可以另选。留空就由销号的人选，也可以不排。"),
    ),
    Setting(
        "kin_shown",
        Group.RECTIFICATION,
        Words("一个问题最多提出几个像它的老问题"),
        Count(1, 20, Words("个")),
        Words("只是提出来请经办人看，是不是同一个由人定。"),
    ),
    Setting(
        "kin_least_percent",
        Group.RECTIFICATION,
        Words("像到多少才提出来"),
        Count(1, 100, Words("分")),
        Words("100分是一字不差。同一件事换一种说法，常常只有10分上下；填得高，漏掉的就多。"),
    ),
    Setting(
        "ladder_runs",
        Group.RECTIFICATION,
        Words("整改任务逾期以后"),
        Flag(Words("系统逐级提醒"), Words("系统不提醒，由经办人催")),
        Words("期限过后第一个工作日提醒责任人，再往上按下面三项。每一级只提醒一次，准了延期就重新算。"),
    ),
    Setting(
        "ladder_secretary_days",
        Group.RECTIFICATION,
        Words("责任人之后几个工作日提醒本单位书记"),
        OptionalCount(1, 60, Words("个工作日"), Words("不提醒")),
        Words("没有见过通行的数，由你们定。都从提醒责任人那天算起。留空就跳过这一级。"),
    ),
    Setting(
        "ladder_superior_days",
        Group.RECTIFICATION,
        Words("几个工作日提醒上级党组织"),
        OptionalCount(1, 60, Words("个工作日"), Words("不提醒")),
        Words("提醒上级党组织的书记；上级就是召集的党委的，提醒领导。"),
    ),
    Setting(
        "ladder_department_days",
        Group.RECTIFICATION,
        Words("几个工作日提醒组织部门"),
        OptionalCount(1, 60, Words("个工作日"), Words("不提醒")),
        Words("提醒经办人，由他们督办。"),
    ),
    Setting(
        "publish_range",
        Group.RECTIFICATION,
        Words("结果通报范围"),
        Text(120, Words("还没有定")),
        Words("写进方案。"),
    ),
    Setting(
        "publish_names",
        Group.RECTIFICATION,
        Words("通报里写谁的等次"),
        Choice(
            (
                (PublishNames.ALL, Words("逐人写名字和等次")),
                (PublishNames.FIRST, Words("只写等次为“好”的名字，其余写人数")),
                (PublishNames.NOBODY, Words("只写各等次的人数，不写名字")),
            )
        ),
        Words("由你们定。通报里没有票数、得分和名次。"),
    ),
    Setting(
        "publish_readers",
        Group.RECTIFICATION,
        Words("谁能在系统里看通报"),
        Choice(
            (
                (PublishReaders.REPORTERS, Words("这一轮述职的书记")),
                (PublishReaders.SECRETARIES, Words("全部党组织的书记")),
                (PublishReaders.NOBODY, Words("不在系统里看，只发公文")),
            )
        ),
        Words("由你们定。通报以前，书记只看得到自己的。"),
    ),
)

BY_KEY = {setting.key: setting for setting in CATALOGUE}

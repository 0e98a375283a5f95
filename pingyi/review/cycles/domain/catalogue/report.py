"""How duty reports are written, examined, reminded of and compared."""

from pingyi.core.words import Words
from pingyi.review.cycles.domain.catalogue.setting import Group, Setting
from pingyi.review.cycles.domain.kinds import Choice, Count, Flag, Names, OptionalCount, Share
from pingyi.review.cycles.domain.settings import Breach, Counting

BREACH = Choice(((Breach.REFUSE, Words("交不上去，写明差在哪里")), (Breach.WARN, Words("只提醒，照样能交"))))

REPORT: tuple[Setting, ...] = (
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
)

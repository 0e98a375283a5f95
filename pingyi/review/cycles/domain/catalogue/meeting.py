"""How long and in which order people speak, and who reports on site."""

from pingyi.core.words import Words
from pingyi.review.cycles.domain.catalogue.setting import Group, Setting
from pingyi.review.cycles.domain.kinds import Choice, Count, Flag, Minutes, OptionalCount
from pingyi.review.cycles.domain.settings import CommentTiming, OnSiteTurns, SpeakingOrder

MEETING: tuple[Setting, ...] = (
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
)

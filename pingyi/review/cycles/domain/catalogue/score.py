"""How votes become a score, and a score a grade."""

from pingyi.core.words import Words
from pingyi.review.cycles.domain.catalogue.grades import GRADES
from pingyi.review.cycles.domain.catalogue.setting import Group, Setting
from pingyi.review.cycles.domain.kinds import Choice, Count, Points, Share, Text

# Four rows that belong together are explained once, at the first.
_FIRST_HINTS = {
    "points_good": Words("四个等次由好到差，分值依次降低。"),
    "band_good": Words("每档含起点，不含上一档的起点；按精确值比，不先四舍五入。"),
}

SCORE: tuple[Setting, ...] = (
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
)

"""Who decides and who is told, how long mending takes, who is reminded, what is published."""

from pingyi.core.words import Words
from pingyi.review.cycles.domain.catalogue.setting import Group, Setting
from pingyi.review.cycles.domain.kinds import Choice, Count, Flag, OptionalCount, Text
from pingyi.review.cycles.domain.settings import PublishNames, PublishReaders, Satisfied

RECTIFICATION: tuple[Setting, ...] = (
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
    Setting(
        "list_due_days",
        Group.RECTIFICATION,
        Words("会后几个工作日内认领、交整改清单"),
        Count(1, 120, Words("个工作日")),
        Words("照“工作日历”数，放假不算、调休上班的算。没有录入的年份算不出日子，页上会写明。"),
    ),
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
        Words("逾期以后"),
        Flag(Words("系统逐级提醒"), Words("系统不提醒，由经办人催")),
        Words("任务过了期限，第一个工作日提醒责任人，再往上按下面几项。每一级只提醒一次，准了延期就重新算。"),
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
        "ladder_answer_days",
        Group.RECTIFICATION,
        Words("没有认领的问题，过期几个工作日后开始提醒"),
        OptionalCount(1, 60, Words("个工作日"), Words("不提醒")),
        Words(
            "没有见过通行的数，由你们定。认领了没有列任务的一样。没有责任人，先提醒本单位书记，"
            "再往上隔的工作日和任务一样。"
        ),
    ),
    Setting(
        "poll_satisfied",
        Group.RECTIFICATION,
        Words("满意度测评里哪些算满意"),
        Choice(
            (
                (Satisfied.BEST_TWO, Words("“满意”和“较满意”")),
                (Satisfied.BEST, Words("只算“满意”")),
            )
        ),
        Words("满意率是它占有效票的份额。没有见过通行的算法，由你们定。"),
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

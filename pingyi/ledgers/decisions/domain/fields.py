"""What decisions ask people for, and what reads each answer."""

from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.fields_of_meetings import (
    AGENDA_ITEM,
    MEETING,
    RECUSAL,
    SEAT,
    SIGNATURE,
    STATEMENT,
)
from pingyi.ledgers.decisions.domain.fields_of_records import (
    EXCUSE,
    PAPERS,
    RECORD,
)
from pingyi.ledgers.decisions.domain.sheets import TOPICS
from pingyi.ledgers.kit.domain.fields import Declaration, Derived, Field, Filler, Table, page, rule
from pingyi.ledgers.kit.domain.record_fields import evidence_table

SHOW = page("topic-show", Words("议题的页面"))
BOARD = page("topic-list", Words("议题一览"))
UNIT = (Filler.UNIT, Filler.CLERK)
RIGHT_BODY = rule("D01", Words("归哪个会定"))
PARTY_FIRST = rule("D02", Words("要不要先行研究"))
COORDINATED = rule("D03", Words("会前协调一致没有"))
CONSULTED = rule("D04", Words("个别酝酿过没有"))
OPINIONS = rule("D05", Words("该听的意见听了没有"))
FILED_EARLY = rule("D06", Words("报送够不够早"))
LENGTH = rule("D07", Words("材料长不长"))
AMOUNT = rule("D08", Words("按金额算不算三重一大"))
AUTHORITY = rule("D09", Words("写没写干部管理权限"))
PRESENTER = rule("D12", Words("分管负责人到没到会"))
RATIFIED = rule("D18", Words("紧急处置追认没有"))
SPOKEN = rule("D21", Words("汇报长不长"))
SIGNED_FORM = rule("D23", Words("议题单签了没有"))
OVERDUE = rule("D20", Words("定了办完没有"))
MINUTES_OF = page("decision-meeting-show", Words("会议的页面"))
WRITER = Derived("recorded_by", Words("谁记的"), Words("登录的人"))
MACHINE = (Derived("id"), Derived("institution"), Derived("recorded_at"), WRITER)

TOPIC = Table(
    "Topic",
    Words("议题"),
    (
        Field("title", Words("议题"), "topic.title", UNIT, (BOARD, SHOW, MINUTES_OF)),
        Field("summary", Words("要会议定什么"), "topic.summary", UNIT, (SHOW,)),
        Field("subject", Words("哪方面"), "topic.subject", UNIT, (BOARD, SHOW)),
        Field("major", Words("三重一大"), "topic.major", UNIT, (AMOUNT, CONSULTED, SHOW)),
        Field("amount", Words("金额"), "topic.amount", UNIT, (AMOUNT, SHOW)),
        Field("authority", Words("干部管理权限"), "topic.authority", UNIT, (AUTHORITY, SHOW)),
        Field(
            "presenter",
            Words("分管负责人"),
            "topic.presenter",
            UNIT,
            (PRESENTER, SHOW),
            columns=("presenter", "presenter_number"),
        ),
        Field("proposed_on", Words("提出日期"), "topic.proposed_on", UNIT, (BOARD,)),
        Field("kind", Words("类别"), "topic.kind", UNIT, (SHOW,)),
        Field("proposer", Words("谁提的"), "topic.proposer", UNIT, (SHOW,), columns=()),
        Field("minutes", Words("汇报几分钟"), "topic.minutes", UNIT, (SPOKEN,), columns=()),
        Field("signed_on", Words("分管负责人哪天签的"), "topic.signed_on", UNIT, (SIGNED_FORM,), columns=()),
        Field("filed_on", Words("哪天报送"), "topic.filed_on", UNIT, (FILED_EARLY,), columns=()),
        Field("characters", Words("材料多少字"), "topic.characters", UNIT, (LENGTH,), columns=()),
        Field("urgent_on", Words("哪天紧急处置"), "topic.urgent_on", UNIT, (RATIFIED, SHOW), columns=()),
        Field("urgent_note", Words("先怎么办的"), "topic.urgent_note", UNIT, (SHOW,), columns=()),
    ),
    (
        *MACHINE,
        Derived("organisation", Words("哪个单位的"), Words("提议题时选的单位")),
        Derived("year", Words("哪一年的"), Words("提出日期")),
        Derived("number", Words("第几号"), Words("本单位当年的下一号")),
        Derived("decides", Words("归哪个会定"), Words("规则和哪方面、三重一大")),
        Derived("studies_first", Words("要不要先行研究"), Words("规则和哪方面、三重一大")),
        Derived("state"),
        Derived("studied_on", Words("哪天先行研究的"), Words("开会那天")),
        Derived("decided_on", Words("哪天定的"), Words("开会那天")),
        Derived("talks_held", Words("暂缓过几次"), Words("每次会的结果")),
    ),
    written="recorded_at",
    place="organisation",
    sheet=TOPICS.name,
)
TALK = Table(
    "Talk",
    Words("会前意见"),
    (
        Field("kind", Words("记什么"), "talk.kind", UNIT, (COORDINATED, OPINIONS)),
        Field("person", Words("谁的意见"), "talk.person", UNIT, (COORDINATED, CONSULTED)),
        Field("who", Words("或者写名称"), "talk.who", UNIT, (SHOW,)),
        Field("happened_on", Words("哪天"), "talk.happened_on", UNIT, (SHOW,)),
        Field("answer", Words("态度"), "talk.answer", UNIT, (COORDINATED, SHOW)),
        Field("note", Words("要点"), "talk.note", UNIT, (SHOW,)),
    ),
    (*MACHINE, Derived("topic")),
    written="recorded_at",
    place="topic__organisation",
)
EXECUTION = Table(
    "Execution",
    Words("执行任务"),
    (
        Field("task", Words("办什么"), "execution.task", UNIT, (SHOW,)),
        Field("responsible", Words("谁办"), "execution.responsible", UNIT, (SHOW,)),
        Field("due_on", Words("什么时候办完"), "execution.due_on", UNIT, (OVERDUE, SHOW)),
        Field("done_on", Words("哪天办完"), "execution.done_on", UNIT, (SHOW,)),
    ),
    (*MACHINE, Derived("topic")),
    written="recorded_at",
    place="topic__organisation",
)
NOTE = Table(
    "ExecutionNote",
    Words("进展、督办和评估"),
    (
        Field("kind", Words("进展、督办还是评估"), "note.kind", UNIT, (SHOW,), inputs=("act",)),
        Field("text", Words("情况"), "note.text", UNIT, (SHOW,)),
    ),
    (*MACHINE, Derived("execution"), Derived("happened_on")),
    written="recorded_at",
    place="execution__topic__organisation",
)
CHECK_LOG = Table(
    "CheckLog",
    Words("当时查的结果"),
    (),
    (
        Derived("id"),
        Derived("institution"),
        Derived("topic"),
        Derived("meeting"),
        Derived("findings", Words("规则当时怎么说"), Words("列入议程、记结果的那一刻")),
        Derived("checked_at"),
        Derived("checked_by"),
    ),
    written="checked_at",
    place="topic__organisation",
)
FIELDS = Declaration(
    "decisions",
    (
        TOPIC,
        TALK,
        MEETING,
        SEAT,
        AGENDA_ITEM,
        RECUSAL,
        STATEMENT,
        SIGNATURE,
        EXECUTION,
        NOTE,
        CHECK_LOG,
        RECORD,
        PAPERS,
        EXCUSE,
        evidence_table("TopicEvidence", "topic_paper", UNIT, shown=(SHOW,), file=(SHOW,)),
    ),
    told={"organisation": "organisation.name", "meeting": "", "mode": ""},
)

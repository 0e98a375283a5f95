"""What decisions ask people for around a meeting: who comes, what is said, what it comes to."""

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.fields import Derived, Field, Filler, Table, document, page, rule

UNIT = (Filler.UNIT, Filler.CLERK)
SHOW = page("decision-meeting-show", Words("会议的页面"))
LIST = page("decision-meeting-list", Words("决策会议一览"))
MINUTES = document("minutes", Words("会议纪要"))
NOTIFIED = rule("D10", Words("通知够不够早"))
QUORUM = rule("D11", Words("到会够不够"))
LEADER_LAST = rule("D13", Words("主要负责人末位发言没有"))
VOTERS = rule("D14", Words("票数对不对得上"))
CARRIED = rule("D16", Words("票够不够"))
WRITER = Derived("recorded_by", Words("谁记的"), Words("登录的人"))
MACHINE = (Derived("id"), Derived("institution"))
WRITTEN = (*MACHINE, Derived("recorded_at"), WRITER)

MEETING = Table(
    "DecisionMeeting",
    Words("会议"),
    (
        Field("body", Words("什么会"), "decision_meeting.body", UNIT, (LIST, SHOW, MINUTES)),
        Field("held_at", Words("什么时候开"), "decision_meeting.held_at", UNIT, (NOTIFIED, SHOW, MINUTES)),
        Field("place", Words("在哪里开"), "decision_meeting.place", UNIT, (SHOW, MINUTES)),
        Field("chair", Words("主持人"), "decision_meeting.chair", UNIT, (SHOW, MINUTES)),
        Field("recorder", Words("记录人"), "decision_meeting.recorder", UNIT, (SHOW, MINUTES)),
        Field("notified_on", Words("哪天通知"), "decision_meeting.notified_on", UNIT, (NOTIFIED, SHOW)),
    ),
    (
        *WRITTEN,
        Derived("organisation", Words("哪个单位的"), Words("安排会议时选的单位")),
        Derived("year", Words("哪一年的"), Words("开会的时间")),
        Derived("number", Words("第几号"), Words("本单位当年的下一号")),
        Derived("begun_at"),
        Derived("called_off_at"),
    ),
    written="recorded_at",
    place="organisation",
)
SEAT = Table(
    "Seat",
    Words("参会的人"),
    (
        Field(
            "is_voting", Words("列席还是成员"), "seat.is_voting", UNIT, (QUORUM, MINUTES), inputs=("vote",)
        ),
        Field("plan", Words("会前说来不来"), "seat.plan", UNIT, (SHOW,), inputs=("plan-N",)),
        Field("attended", Words("到没到会"), "seat.attended", UNIT, (QUORUM, MINUTES)),
        Field("reason", Words("请假事由"), "seat.reason", UNIT, (SHOW, MINUTES), inputs=("reason-N",)),
        Field("opinion", Words("书面意见"), "seat.opinion", UNIT, (SHOW, MINUTES), inputs=("opinion-N",)),
    ),
    (
        *MACHINE,
        Derived("meeting"),
        Derived("person", Words("谁参加"), Words("“单位”里登记的职务，另请的人从名单里选")),
        Derived("order", Words("第几位"), Words("“单位”里登记的职务")),
        Derived("is_leader", Words("是不是主要负责人"), Words("“单位”里登记的职务")),
    ),
    written="meeting__recorded_at",
    place="meeting__organisation",
)
AGENDA_ITEM = Table(
    "AgendaItem",
    Words("议程上的每一项"),
    (
        Field("outcome", Words("结果"), "item.outcome", UNIT, (SHOW, MINUTES)),
        Field("form", Words("怎么表决"), "item.form", UNIT, (SHOW, MINUTES)),
        Field("approve", Words("同意票"), "item.approve", UNIT, (CARRIED, VOTERS, MINUTES)),
        Field("against", Words("不同意票"), "item.against", UNIT, (VOTERS, MINUTES)),
        Field("abstain", Words("弃权票"), "item.abstain", UNIT, (VOTERS, MINUTES)),
        Field("first_teller", Words("监票人"), "item.first_teller", UNIT, (MINUTES,)),
        Field("second_teller", Words("计票人"), "item.second_teller", UNIT, (MINUTES,)),
        Field("decision", Words("怎么定的"), "item.decision", UNIT, (SHOW, MINUTES)),
        Field(
            "box_note",
            Words("票箱为什么没有成"),
            "item.box_note",
            (Filler.CLERK,),
            (MINUTES,),
            inputs=("reason",),
        ),
    ),
    (
        *MACHINE,
        Derived("meeting"),
        Derived("topic"),
        Derived("number", Words("第几项"), Words("列入议程的先后")),
        Derived("purpose", Words("讨论决定还是先行研究"), Words("规则和这个会")),
        Derived("at_box"),
        Derived("counted_by_box", Words("票数从哪里来"), Words("票箱计票")),
        Derived("box_issued", Words("票发出几张"), Words("票箱计票")),
        Derived("box_returned", Words("票收回几张"), Words("票箱计票")),
        Derived("closed_at"),
        Derived("closed_by", Words("谁记的结果"), Words("登录的人")),
    ),
    written="meeting__recorded_at",
    place="meeting__organisation",
)
RECUSAL = Table(
    "Recusal",
    Words("回避"),
    (
        Field("seat", Words("谁回避"), "recusal.seat", UNIT, (SHOW, MINUTES)),
        Field("reason", Words("什么利害关系"), "recusal.reason", UNIT, (SHOW,)),
    ),
    (*WRITTEN, Derived("item")),
    written="recorded_at",
    place="item__meeting__organisation",
)
STATEMENT = Table(
    "Statement",
    Words("发言"),
    (
        Field("seat", Words("谁"), "statement.seat", UNIT, (LEADER_LAST, SHOW, MINUTES)),
        Field("text", Words("意见要点"), "statement.text", UNIT, (SHOW, MINUTES)),
    ),
    (*WRITTEN, Derived("item"), Derived("number", Words("第几个发言"), Words("记的先后"))),
    written="recorded_at",
    place="item__meeting__organisation",
)
SIGNATURE = Table(
    "MinutesSignature",
    Words("纪要签名"),
    (
        Field("person", Words("谁签"), "signature.person", UNIT, (SHOW, MINUTES), inputs=("seat",)),
        Field("signed_on", Words("哪天签"), "signature.signed_on", UNIT, (SHOW, MINUTES)),
    ),
    (*WRITTEN, Derived("meeting")),
    written="recorded_at",
    place="meeting__organisation",
)

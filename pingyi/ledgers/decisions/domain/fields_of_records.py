"""What decisions ask people for of a meeting that was held, of papers, and of meetings that were not held."""

from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.fields_of_meetings import MINUTES, SHOW
from pingyi.ledgers.kit.domain.fields import Derived, Field, Filler, Table, page, rule
from pingyi.ledgers.kit.domain.record_fields import evidence_table, record_derived

UNIT = (Filler.UNIT, Filler.CLERK)
INFORMED = rule("D26", Words("告诉缺席的人没有"))
TIMES = page("decision-meeting-times", Words("开会情况"))
RECORD = Table(
    "MeetingRecord",
    Words("开过的会"),
    (
        Field("reason", Words("退回的理由"), "meeting_record.returned", (Filler.CHECKER,), (SHOW,)),
        Field("correction", Words("补正"), "meeting_record.correction", UNIT, (SHOW, MINUTES)),
        Field("informed_on", Words("哪天告诉缺席的人"), "meeting_record.informed_on", UNIT, (INFORMED, SHOW)),
    ),
    (
        *record_derived(Words("安排会议时选的单位")),
        Derived("meeting"),
        Derived("happened_on", Words("哪天开的"), Words("开会的时间")),
    ),
    written="recorded_at",
    place="organisation",
)
EXCUSE = Table(
    "MeetingExcuse",
    Words("没有按次数开会的原因"),
    (Field("reason", Words("为什么没开"), "meeting_excuse.reason", UNIT, (TIMES,)),),
    (
        Derived("id"),
        Derived("institution"),
        Derived("organisation", Words("哪个单位"), Words("点开的那一格")),
        Derived("body", Words("什么会"), Words("点开的那一格")),
        Derived("period", Words("哪个月、哪个季度"), Words("点开的那一格")),
        Derived("written_by", Words("谁写的"), Words("登录的人")),
        Derived("written_at"),
    ),
    written="written_at",
    place="organisation",
)
PAPERS = evidence_table("MeetingEvidence", "meeting_paper", UNIT, shown=(SHOW,), file=(SHOW,))

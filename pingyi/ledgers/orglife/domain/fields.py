"""What organisational life asks people for, and what reads each answer."""

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.fields import (
    Declaration,
    Derived,
    Field,
    Filler,
    Table,
    measure,
    page,
    rule,
)
from pingyi.ledgers.kit.domain.record_fields import evidence_table, record_derived, record_fields
from pingyi.ledgers.orglife.domain.sheets import ACTIVITIES, MEMBERS

SHOW = page("activity-show", Words("这一条的页面"))
LIST = page("activity-list", Words("逐条看"))
MATRIX = page("orglife-matrix", Words("按月看"))
ROSTER = page("party-member-list", Words("党员名册"))
CHECK = page("orglife-check", Words("对照规则和学时"))
HELD = measure("orglife.committee.done", Words("各类办了几次"))
BIRTHDAYS = measure("orglife.birthday.done", Words("政治生日过了几次"))
QUORUM = rule("orglife.quorum", Words("到会够不够"))
VOTE = rule("orglife.vote", Words("表决过没过半数"))
TEACHER = rule("orglife.secretary_class", Words("书记讲没讲党课"))
HOURS = rule("orglife.hours", Words("学时够不够"))
ROOMS = rule("orglife.two_rooms", Words("一个人同时在两处"))
CONVENOR = rule("orglife.convenor", Words("谁主持的"))
LONG = rule("orglife.theme_day.length", Words("主题党日够不够长"))
CADRES = rule("orglife.double_life", Words("领导班子参加所在支部没有"))
NEW = rule("orglife.new_secretary", Words("新任书记训过没有"))
PHOTOS = rule("orglife.same_photo", Words("同一张照片用了几次"))
LOCAL = (Filler.BRANCH, Filler.CLERK)
WRITTEN = "activity__recorded_at"
COUNTED = Words("点了名单的，从名单数出来")

ACTIVITY = Table(
    "Activity",
    Words("每次组织生活"),
    (
        *record_fields("activity", LOCAL, happened=(HELD, SHOW), returned=(SHOW,)),
        Field("kind", Words("类别"), "activity.kind", LOCAL, (HELD, MATRIX)),
        Field("topic", Words("主题"), "activity.topic", LOCAL, (LIST, SHOW)),
        Field("place", Words("地点"), "activity.place", LOCAL, (SHOW,)),
        Field("starts_at", Words("开始"), "activity.starts_at", LOCAL, (ROOMS, LONG, SHOW)),
        Field("ends_at", Words("结束"), "activity.ends_at", LOCAL, (ROOMS, LONG, SHOW)),
        Field("chair", Words("主持人"), "activity.chair", LOCAL, (CONVENOR, SHOW)),
        Field("recorder", Words("记录人"), "activity.recorder", LOCAL, (SHOW,)),
        Field("lecturer", Words("讲课人"), "activity.lecturer", LOCAL, (TEACHER, SHOW)),
        Field(
            "due_count",
            Words("应到"),
            "activity.due_count",
            LOCAL,
            (QUORUM, LIST),
            unless="attendances",
            otherwise=COUNTED,
        ),
        Field(
            "present_count",
            Words("实到"),
            "activity.present_count",
            LOCAL,
            (QUORUM, LIST),
            unless="attendances",
            otherwise=COUNTED,
        ),
        Field("votes_for", Words("赞成票"), "activity.votes_for", LOCAL, (VOTE,)),
        Field("length", Words("时长"), "activity.length", LOCAL, (HOURS, CHECK)),
        Field("hours", Words("小时数"), "activity.hours", LOCAL, (HOURS, CHECK)),
        Field("content", Words("内容"), "activity.content", LOCAL, (SHOW,)),
    ),
    record_derived(Words("从哪个单位的页面进来，就记在哪个单位")),
    written="recorded_at",
    place="organisation",
    sheet=ACTIVITIES.name,
)
ATTENDANCE = Table(
    "Attendance",
    Words("名单"),
    (
        Field(
            "person",
            Words("谁"),
            "attendance.person",
            LOCAL,
            (HOURS, ROOMS, CADRES, NEW, SHOW),
            inputs=("seat-N",),
            columns=("attended", "absent"),
        ),
        Field("is_present", Words("到没到"), "attendance.is_present", LOCAL, (HOURS, SHOW), (), ()),
        Field("reason", Words("没到的原因"), "attendance.reason", LOCAL, (CONVENOR, SHOW), ("why-N",), ()),
    ),
    (Derived("id"), Derived("institution"), Derived("activity")),
    written=WRITTEN,
    place="activity__organisation",
    sheet=ACTIVITIES.name,
)
EXCUSE = Table(
    "Excuse",
    Words("没办的原因"),
    (Field("reason", Words("为什么没办"), "excuse.reason", LOCAL, (MATRIX,), inputs=("reason", "other")),),
    (
        Derived("id"),
        Derived("institution"),
        Derived("organisation", Words("哪个支部"), Words("点开的那一格")),
        Derived("kind", Words("哪一类"), Words("点开的那一格")),
        Derived("period", Words("哪个月、哪个季度"), Words("点开的那一格")),
        Derived("written_by", Words("谁写的"), Words("登录的人")),
        Derived("written_at"),
    ),
    written="written_at",
    place="organisation",
)
MEMBER = Table(
    "Member",
    Words("党员名册"),
    (
        Field("admitted_on", Words("入党日期"), "member.admitted_on", LOCAL, (BIRTHDAYS, ROSTER)),
        Field("full_on", Words("转正日期"), "member.full_on", LOCAL, (HELD, ROSTER)),
        Field("left_on", Words("离开日期"), "member.left_on", LOCAL, (HOURS, ROSTER)),
        Field("group", Words("党小组"), "member.group", LOCAL, (ROSTER,)),
    ),
    (Derived("id"), Derived("institution"), Derived("person", Words("哪个人"), Words("“人员”里已经有的"))),
    place="person__organisation",
    sheet=MEMBERS.name,
)
FIELDS = Declaration(
    "orglife",
    (
        ACTIVITY,
        ATTENDANCE,
        EXCUSE,
        MEMBER,
        evidence_table("ActivityEvidence", "activity_photo", LOCAL, shown=(SHOW,), file=(PHOTOS, SHOW)),
    ),
    told={
        "organisation": "organisation.name",
        "staff_number": "person.staff_number",
        "name": "person.name",
        "person": "person.name",
        "draft": "",
    },
)

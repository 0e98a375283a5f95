"""述中: the meeting as it ran, the comments sentence by sentence, the speech with its requirements."""

from pingyi.archives.domain.table import Table, columns

MEETING = (
    Table(
        "sittings",
        "会议实际的起止",
        "meetings.sitting",
        "meeting__cycle",
        columns("""
meeting|meeting_id|哪场会，meetings表的行号
state||状态：check_in签到，running进行，ended结束
started_at||开始时间
ended_at||结束时间
"""),
    ),
    Table(
        "agenda",
        "议程各项实际的起止",
        "meetings.agendaitem",
        "sitting__meeting__cycle",
        columns("""
meeting|sitting__meeting_id|哪场会
sequence||第几项
kind||种类
reporter|reporter_id|哪一位，reporters表的行号
title||标题
planned_seconds||计划几秒
state||状态：waiting没有开始，running进行，done做完，skipped跳过
started_at||开始时间
ended_at||结束时间
skip_reason||为什么跳过
"""),
        ("sitting__meeting__sequence", "sequence"),
    ),
    Table(
        "comments",
        "逐一点评，一句一行",
        "meetings.commentsentence",
        "comment__reporter__cycle",
        columns("""
reporter|comment__reporter_id|点评谁，reporters表的行号
sequence||第几句
part||属于：strength肯定，problem问题，requirement要求，unsorted待归类
text||原话
problem|problem_id|列成了哪个问题，problems表的行号
task_draft||会上拟的任务
no_task_reason||不列为任务的理由
settled_by|settled_by__display_name|谁定的
"""),
        ("comment__reporter__order", "sequence"),
    ),
    Table(
        "speeches",
        "讲话全文",
        "meetings.speech",
        "sitting__meeting__cycle",
        columns("""
meeting|sitting__meeting_id|哪场会
text||全文
recorded_at||记录时间
recorded_by|recorded_by__display_name|谁记的
"""),
    ),
)

"""督查: what was overdue and to whom it went, circulars, looking back after a task was closed out."""

from pingyi.archives.domain.table import Table, columns

SUPERVISION = (
    Table(
        "escalations",
        "逾期提醒",
        "supervision.escalationstep",
        "problem__",
        columns("""
problem|problem_id|哪个问题，problems表的行号
task|task_id|哪项任务，tasks表的行号；空着是问题没有按期认领或列任务
rung||哪一级
due_on||当时的期限
told||告诉了几人
names||告诉了谁
told_at||什么时候
"""),
        is_carried=True,
    ),
    Table(
        "supervision_circulars",
        "督查通报",
        "supervision.supervisioncircular",
        "cycle",
        columns("""
title||标题
as_of||数据截至哪天
facts||列的事实
issued_on||成文日期
issued_by|issued_by__display_name|谁发的
word_sha256|word__sha256|Word文件的SHA-256
"""),
    ),
    Table(
        "look_backs",
        "回头看",
        "supervision.lookback",
        "task__problem__",
        columns("""
task|task_id|哪项任务，tasks表的行号
due_on||应看的日期
result||结果
found||看到的
closed_by|closed_by__display_name|当初谁销号
looked_by|looked_by__display_name|谁看的
looked_at||什么时候
"""),
        is_carried=True,
    ),
)

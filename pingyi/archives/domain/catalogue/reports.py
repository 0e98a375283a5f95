"""Duty reports: how each was handed in, its words, and the answers to what earlier years left open."""

from pingyi.archives.domain.table import Table, columns

REPORTS = (
    Table(
        "reports",
        "述职报告",
        "dutyreports.dutyreport",
        "reporter__cycle",
        columns("""
id||行号
reporter|reporter_id|谁的，reporters表的行号
state||状态：draft在写，submitted已交，returned退回，accepted通过
rounds||交了几稿
first_submitted_at||第一次交的时间
submitted_at||最后一次交的时间
submitted_by|submitted_by__display_name|谁交的
decided_at||最后一次退回或通过的时间
decided_by|decided_by__display_name|谁审的
return_reason||最后一次退回的理由
"""),
        ("reporter__meeting__sequence", "reporter__order"),
    ),
    Table(
        "report_sections",
        "述职报告的各部分",
        "dutyreports.reportsection",
        "report__reporter__cycle",
        columns("""
report|report_id|哪份报告，reports表的行号
sequence||第几部分
part||属于：duties履职，problems问题，plans打算
heading||小标题
text||正文
"""),
        ("report_id", "sequence"),
    ),
    Table(
        "report_answers",
        "对往年问题的逐条回答（必答题）",
        "dutyreports.problemanswer",
        "report__reporter__cycle",
        columns("""
report|report_id|哪份报告，reports表的行号
problem|problem_id|哪个问题，problems表的行号；已经销号的不在那张表里
problem_year|problem__cycle__year|问题是哪个年度的
problem_number|problem__number|问题在那一年的编号
text||回答
"""),
        ("report_id", "problem__cycle__year", "problem__number"),
    ),
    Table(
        "report_versions",
        "述职报告留下的每一稿",
        "dutyreports.reportversion",
        "report__reporter__cycle",
        columns("""
report|report_id|哪份报告
number||第几稿
reason||为什么留下
note||说明
kept_at||什么时候
kept_by|kept_by__display_name|谁
length||字数
content||全文
"""),
        ("report_id", "number"),
    ),
    Table(
        "examinations",
        "述职报告的逐级审核",
        "dutyreports.examination",
        "report__reporter__cycle",
        columns("""
report|report_id|哪份报告
round||第几稿
level||哪一级
verdict||意见：passed通过，returned退回
reason||退回的理由
due_at||退回时另定的期限
examined_by|examined_by__display_name|谁审的
examined_at||什么时候
"""),
        ("report_id", "pk"),
    ),
    Table(
        "claim_words",
        "审核人对报告里一句话的核实",
        "evidence.claimword",
        "report__reporter__cycle",
        columns("""
report|report_id|哪份报告
section||在哪一部分
sentence||哪一句
finding||核实：verified看过材料，disputed与材料不符
note||什么材料，哪里不符
round||说的是第几稿
said_by|said_by__display_name|谁说的
said_at||什么时候
ended_by|ended_by__display_name|谁收回或者改写的，空着是还在
ended_at||什么时候收回的
"""),
        ("report_id", "pk"),
    ),
)

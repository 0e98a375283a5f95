"""The words of what happened. Every verb that the product records has its words here (a test looks)."""

from pingyi.core.words import Words

ACCOUNTS = {
    "account.activated": Words("重新启用了账号"),
    "account.created": Words("开了账号"),
    "account.mail_address_set": Words("改了邮箱"),
    "account.deactivated": Words("停用了账号"),
    "account.password_changed": Words("改了自己的密码"),
    "account.password_reset": Words("重置了密码"),
    "institution.founded": Words("建立了本单位的系统"),
    "mail.sent_again": Words("重寄了没寄到的邮件"),
    "webhook.added": Words("加了一个群提醒"),
    "webhook.removed": Words("停了一个群提醒"),
    "webhook.sent_again": Words("重发了没发到的群提醒"),
    "role.assigned": Words("加了角色"),
    "role.removed": Words("去掉了角色"),
}
ORGANISATIONS = {
    "calendar.dropped": Words("撤下了另外录入的工作日历"),
    "calendar.kept": Words("录入了工作日历"),
    "alias.added": Words("加了单位别名"),
    "alias.removed": Words("去掉了单位别名"),
    "body.added": Words("建了班子"),
    "delegate.added": Words("登记了代表委员"),
    "delegate.removed": Words("去掉了代表委员"),
    "member.added": Words("加了班子成员"),
    "member.removed": Words("去掉了班子成员"),
    "organisation.created": Words("建了组织"),
    "organisation.dissolved": Words("撤销了组织"),
    "organisation.moved": Words("改了组织的上级"),
    "organisation.renamed": Words("改了组织的名称"),
    "organisation.revised": Words("改了组织的资料"),
    "person.added": Words("加了人员"),
    "person.revised": Words("改了人员资料"),
    "post.appointed": Words("登记了任职"),
    "post.ended": Words("登记了免职"),
    "post.revised": Words("改了任职"),
    "post.withdrawn": Words("撤掉了登记错的任职"),
    "register.imported": Words("导入了名单"),
}
PLAN = {
    "class.added": Words("加了票类"),
    "class.changed": Words("改了票类"),
    "class.decided": Words("定了名单重叠的人算哪一类"),
    "class.members_listed": Words("列了投票名单"),
    "class.members_unlisted": Words("从投票名单里去掉了人"),
    "class.merged": Words("把票类并入了别的类"),
    "class.moved": Words("调了票类次序"),
    "class.removed": Words("去掉了票类"),
    "class.unmerged": Words("撤销了票类并入"),
    "cycle.dates_set": Words("定了三个阶段的日期"),
    "cycle.frozen": Words("封存了方案"),
    "cycle.recorded": Words("录入了系统以前的一轮评议"),
    "cycle.renamed": Words("改了这一轮的名称"),
    "cycle.started": Words("开了一轮评议"),
    "cycle.unfrozen": Words("解封了方案"),
    "archive.packed": Words("做了归档包"),
    "archive.taken_in": Words("导入了别处的归档包"),
    "past_review.recorded": Words("按旧稿确认了往年的评议"),
    "house_rules.set": Words("改了新闻稿的规矩"),
    "news.changed": Words("改了新闻稿"),
    "news.drafted": Words("拟了新闻稿"),
    "news.handed_in": Words("把新闻稿送审"),
    "news.published": Words("发布了新闻稿"),
    "news.readers_named": Words("指定了新闻稿审校的人"),
    "news.returned": Words("退回了新闻稿"),
    "news.signed": Words("签了新闻稿的审校"),
    "meeting.changed": Words("改了会议安排"),
    "meeting.planned": Words("安排了会议"),
    "meeting.removed": Words("去掉了会议"),
    "poll.calculated": Words("算出了满意度测评的结果"),
    "poll.changed": Words("改了满意度测评的安排"),
    "poll.dropped": Words("撤掉了一次满意度测评"),
    "poll.planned": Words("安排了满意度测评"),
    "reporter.added": Words("加了述职人员"),
    "reporter.changed": Words("改了述职人员"),
    "reporter.moved": Words("调了述职次序"),
    "reporter.removed": Words("去掉了述职人员"),
    "reporters.ordered": Words("排了现场述职的先后"),
    "reporters.proposed": Words("按在任书记列出了述职人员"),
    "roster.saved": Words("保存了名册"),
    "settings.changed": Words("改了规则"),
}
TURNS = {
    "earlier_turns.entered": Words("补记了以往的现场述职"),
    "lot.announced": Words("公布了抽签的名单和办法"),
    "lot.confirmed": Words("确认抽签结果为发言先后"),
    "lot.drawn": Words("抽了签"),
    "turns.decided": Words("定了今年谁现场述职"),
}
REPORTS = {
    "examiner.dismissed": Words("去掉了一位报告审核人"),
    "examiner.named": Words("指定了报告审核人"),
    "outline.changed": Words("改了报告提纲"),
    "likeness.compared": Words("比了述职报告的相近段落"),
    "likeness.cycle_compared": Words("比了这一轮述职报告的相近段落"),
    "likeness.explained": Words("写了相近段落的说明"),
    "report.accepted": Words("通过了述职报告"),
    "report.begun": Words("开始写述职报告"),
    "report.passed": Words("审过了述职报告的一级"),
    "report.reminded": Words("催了没交的述职报告"),
    "report.restored": Words("把述职报告恢复成早先的一版"),
    "report.returned": Words("退回了述职报告"),
    "report.saved": Words("存了述职报告"),
    "report.submitted": Words("交了述职报告"),
    "report.uploaded": Words("用 Word 文件填了述职报告"),
}
READING = {
    "reading.closed": Words("关闭了会前阅读"),
    "reading.opened": Words("开放了会前阅读"),
}
MEETING = {
    "agenda_item.ended": Words("结束了一项议程"),
    "agenda_item.inserted": Words("加了一项议程"),
    "agenda_item.moved": Words("调了议程次序"),
    "agenda_item.restored": Words("恢复了跳过的议程"),
    "agenda_item.skipped": Words("跳过了一项议程"),
    "agenda_item.started": Words("开始了一项议程"),
    "comment.finished": Words("记完了一位的点评"),
    "comment.reopened": Words("重新打开了点评记录"),
    "comment.written": Words("记了点评"),
    "hall_network.set": Words("设了会场网络"),
    "sitting.ended": Words("散了会"),
    "sitting.opened": Words("打开了会场"),
    "sitting.reopened": Words("重新开了会"),
    "task_draft.declined": Words("写明一句问题不列任务的理由"),
    "task_draft.written": Words("把一句问题列为任务草案"),
    "speech.recorded": Words("记了讲话"),
}
BALLOTS = {
    "box.counted_small": Words("决定照计不足人数的票箱"),
    "box.forms_printed": Words("印了测评表"),
    "box.left_unopened": Words("决定不开不足人数的票箱"),
    "box.revoted": Words("让一类改用纸质票重投"),
    "box.slips_printed": Words("印了票条"),
    "hand_count.checked": Words("复点了票数"),
    "hand_count.recorded": Words("清点了票数"),
    "paper.corrected": Words("改正了一张纸质票的录入"),
    "paper.entered": Words("录了一张纸质票"),
    "paper.withdrawn": Words("撤掉了一张录错的纸质票"),
    "slip.voided": Words("作废了一张票条"),
    "voting.cleaned": Words("清理了票箱"),
    "voting.closed": Words("关了箱"),
    "voting.counted": Words("计了票"),
    "voting.opened": Words("开了箱"),
    "voting.set_up": Words("准备了票箱"),
}
APPRAISAL = {
    "grade.corrected": Words("更正了等次"),
    "grade.decided": Words("记了会议定的等次"),
    "letter.issued": Words("发出了反馈意见"),
    "letter.opened": Words("看了自己的反馈意见"),
    "letter.reminded": Words("催了没有看的反馈意见"),
    "marks.entered": Words("录了测评以外的分数"),
    "opinion.confirmed": Words("确认了综合评价意见"),
    "opinion.given_back": Words("退回了综合评价意见"),
    "opinion.written": Words("写了综合评价意见"),
    "snapshot.taken": Words("算了分，留了底"),
    "statement.answered": Words("答复了本人意见"),
    "statement.given": Words("交了本人意见"),
}
PAPERS = {
    "circular.opened": Words("把结果通报给了范围内的人"),
    "number.taken": Words("取了一个文号"),
    "number.voided": Words("作废了一个文号"),
    "paper.copies_numbered": Words("逐份编好了一份公文的份号"),
    "paper.drafted": Words("改了一份公文的草稿"),
    "paper.edited": Words("换上了一份公文改过的Word文件"),
    "paper.issued": Words("发出了一份公文"),
    "paper.rebuilt": Words("让公文重新照方案生成"),
    "paper.voided": Words("作废了一份发出的公文"),
    "series.closed": Words("停用了机关代字"),
    "series.opened": Words("加了机关代字"),
    "series.start_set": Words("定了文号从几号接着编"),
    "template.set_aside": Words("改回了自带的版式"),
    "template.taken_into_use": Words("启用了文书模板"),
    "template.uploaded": Words("传了文书模板"),
}
RECTIFICATION = {
    "evidence.added": Words("交了佐证"),
    "evidence.removed": Words("撤了佐证"),
    "follow_up.answered": Words("答复了讲话要求"),
    "follow_up.closed": Words("办结了讲话要求"),
    "follow_up.sent_back": Words("退回了对讲话要求的答复"),
    "problem.claimed": Words("认领了问题"),
    "problem.closed": Words("给问题销了号"),
    "problem.contested": Words("说明了问题为什么不是本单位的"),
    "problem.raised": Words("提出了问题"),
    "problem.retracted": Words("撤回了问题"),
    "problem.reworded": Words("改了问题的表述"),
    "problem.recurred": Words("认定销过号的问题又出现了"),
    "kin.confirmed": Words("认定两个问题是同一个"),
    "kin.rejected": Words("认定两个问题不是同一个"),
    "field_words.written": Words("改了近义词表"),
    "problem.ruled": Words("定了单位的说明成立不成立"),
    "requirement.changed": Words("改了讲话要求"),
    "requirement.raised": Words("列了讲话要求"),
    "requirement.withdrawn": Words("撤回了讲话要求"),
    "task.changed": Words("改了整改任务"),
    "task.closed": Words("复核了整改任务，销号"),
    "task.extended": Words("准了整改任务延期"),
    "task.planned": Words("列了整改任务"),
    "task.progress_reported": Words("报了整改进展"),
    "task.reopened": Words("重新打开了整改任务"),
    "problem.cause_explained": Words("写了问题的原因"),
    "task.plan_approved": Words("批准了整改计划"),
    "task.plan_returned": Words("退回了整改计划"),
    "task.sent_back": Words("退回了整改任务"),
    "task.submitted": Words("报了整改任务完成"),
    "task.withdrawn": Words("撤下了整改任务"),
}
DUTIES = {
    "duty_item.confirmed": Words("核对了责任清单的一条，办结"),
    "duty_item.progress_reported": Words("报了责任清单一条的进展"),
    "duty_item.reported": Words("报了责任清单的一条办结"),
    "duty_item.returned": Words("退回了责任清单的一条"),
    "duty_item.tasks_linked": Words("给责任清单的一条挂了整改任务"),
    "duty_list.begun": Words("列了一张责任清单"),
    "duty_list.discarded": Words("撤掉了责任清单的草稿"),
    "duty_list.handed_over": Words("把责任清单交给了现任书记"),
    "duty_list.issued": Words("印发了责任清单"),
    "duty_list.written": Words("改了责任清单"),
    "duty_project.stage_finished": Words("报了年度项目的一步"),
    "duty_project.stage_taken_back": Words("撤回了年度项目的一步"),
    "duty_template.saved": Words("写了责任清单的模板"),
}
SUPERVISION = {
    "supervision.circular_issued": Words("印发了督查通报"),
    "look_back.recorded": Words("记了回头看的结果"),
    "task.escalated": Words("逐级提醒了过期限的任务"),
    "problem.escalated": Words("逐级提醒了没有按期认领或列任务的问题"),
}
LEDGERS = {
    "ledger.imported": Words("导入了台账"),
    "ledger_setting.laid_down": Words("定了台账的规则"),
    "record.confirmed": Words("确认了一条台账"),
    "record.evidence_added": Words("给一条台账加了佐证"),
    "record.evidence_removed": Words("从一条台账撤下了佐证"),
    "record.filed": Words("报了一条台账"),
    "record.removed": Words("删了一条台账的草稿"),
    "record.returned": Words("退回了一条台账"),
    "record.revised": Words("改了一条台账"),
    "record.written": Words("记了一条台账"),
    "orglife.excused": Words("写了组织生活没办的原因"),
    "party_member.kept": Words("登记了党员"),
}
VERBS = (
    ACCOUNTS
    | ORGANISATIONS
    | PLAN
    | TURNS
    | REPORTS
    | READING
    | MEETING
    | BALLOTS
    | APPRAISAL
    | PAPERS
    | RECTIFICATION
    | DUTIES
    | SUPERVISION
    | LEDGERS
)

# What of a payload is worth a line: names and words, never numbers of rows.
SHOWN_KEYS = ("name", "organisation", "title", "year", "role", "level", "reason")
# Clerks read the log, and a reason would tell them that the committee did not follow the votes.
WITHOUT_REASON = {"grade.decided", "grade.corrected"}

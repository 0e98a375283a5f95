"""The words of what happened. Every verb that the product records has its words here (a test looks)."""

ACCOUNTS = {
    "account.activated": "重新启用了账号",
    "account.created": "开了账号",
    "account.mail_address_set": "改了邮箱",
    "account.deactivated": "停用了账号",
    "account.password_changed": "改了自己的密码",
    "account.password_reset": "重置了密码",
    "institution.founded": "建立了本单位的系统",
    "mail.sent_again": "重寄了没寄到的邮件",
    "role.assigned": "加了角色",
    "role.removed": "去掉了角色",
}
ORGANISATIONS = {
    "alias.added": "加了单位别名",
    "alias.removed": "去掉了单位别名",
    "body.added": "建了班子",
    "delegate.added": "登记了代表委员",
    "delegate.removed": "去掉了代表委员",
    "member.added": "加了班子成员",
    "member.removed": "去掉了班子成员",
    "organisation.created": "建了组织",
    "organisation.dissolved": "撤销了组织",
    "organisation.moved": "改了组织的上级",
    "organisation.renamed": "改了组织的名称",
    "organisation.revised": "改了组织的资料",
    "person.added": "加了人员",
    "person.revised": "改了人员资料",
    "post.appointed": "登记了任职",
    "post.ended": "登记了免职",
    "post.revised": "改了任职",
    "post.withdrawn": "撤掉了登记错的任职",
    "register.imported": "导入了名单",
}
PLAN = {
    "class.added": "加了票类",
    "class.changed": "改了票类",
    "class.decided": "定了名单重叠的人算哪一类",
    "class.members_listed": "列了投票名单",
    "class.members_unlisted": "从投票名单里去掉了人",
    "class.merged": "把票类并入了别的类",
    "class.moved": "调了票类次序",
    "class.removed": "去掉了票类",
    "class.unmerged": "撤销了票类并入",
    "cycle.dates_set": "定了三个阶段的日期",
    "cycle.frozen": "封存了方案",
    "cycle.recorded": "录入了系统以前的一轮评议",
    "cycle.renamed": "改了这一轮的名称",
    "cycle.started": "开了一轮评议",
    "cycle.unfrozen": "解封了方案",
    "past_review.recorded": "按旧稿确认了往年的评议",
    "meeting.changed": "改了会议安排",
    "meeting.planned": "安排了会议",
    "meeting.removed": "去掉了会议",
    "reporter.added": "加了述职人员",
    "reporter.changed": "改了述职人员",
    "reporter.moved": "调了述职次序",
    "reporter.removed": "去掉了述职人员",
    "reporters.ordered": "排了现场述职的先后",
    "reporters.proposed": "按在任书记列出了述职人员",
    "roster.saved": "保存了名册",
    "settings.changed": "改了规则",
}
TURNS = {
    "earlier_turns.entered": "补记了以往的现场述职",
    "lot.announced": "公布了抽签的名单和办法",
    "lot.confirmed": "确认抽签结果为发言先后",
    "lot.drawn": "抽了签",
    "turns.decided": "定了今年谁现场述职",
}
REPORTS = {
    "examiner.dismissed": "去掉了一位报告审核人",
    "examiner.named": "指定了报告审核人",
    "outline.changed": "改了报告提纲",
    "likeness.compared": "比了述职报告的相近段落",
    "likeness.cycle_compared": "比了这一轮述职报告的相近段落",
    "likeness.explained": "写了相近段落的说明",
    "report.accepted": "通过了述职报告",
    "report.begun": "开始写述职报告",
    "report.passed": "审过了述职报告的一级",
    "report.reminded": "催了没交的述职报告",
    "report.restored": "把述职报告恢复成早先的一版",
    "report.returned": "退回了述职报告",
    "report.saved": "存了述职报告",
    "report.submitted": "交了述职报告",
    "report.uploaded": "用 Word 文件填了述职报告",
}
READING = {
    "reading.closed": "关闭了会前阅读",
    "reading.opened": "开放了会前阅读",
}
MEETING = {
    "agenda_item.ended": "结束了一项议程",
    "agenda_item.inserted": "加了一项议程",
    "agenda_item.moved": "调了议程次序",
    "agenda_item.restored": "恢复了跳过的议程",
    "agenda_item.skipped": "跳过了一项议程",
    "agenda_item.started": "开始了一项议程",
    "comment.finished": "记完了一位的点评",
    "comment.reopened": "重新打开了点评记录",
    "comment.written": "记了点评",
    "hall_network.set": "设了会场网络",
    "sitting.ended": "散了会",
    "sitting.opened": "打开了会场",
    "sitting.reopened": "重新开了会",
    "speech.recorded": "记了讲话",
}
BALLOTS = {
    "box.counted_small": "决定照计不足人数的票箱",
    "box.forms_printed": "印了测评表",
    "box.left_unopened": "决定不开不足人数的票箱",
    "box.revoted": "让一类改用纸质票重投",
    "box.slips_printed": "印了票条",
    "hand_count.checked": "复点了票数",
    "hand_count.recorded": "清点了票数",
    "paper.corrected": "改正了一张纸质票的录入",
    "paper.entered": "录了一张纸质票",
    "paper.withdrawn": "撤掉了一张录错的纸质票",
    "slip.voided": "作废了一张票条",
    "voting.cleaned": "清理了票箱",
    "voting.closed": "关了箱",
    "voting.counted": "计了票",
    "voting.opened": "开了箱",
    "voting.set_up": "准备了票箱",
}
APPRAISAL = {
    "grade.corrected": "更正了等次",
    "grade.decided": "记了会议定的等次",
    "letter.issued": "发出了反馈意见",
    "marks.entered": "录了测评以外的分数",
    "opinion.written": "写了综合评价意见",
    "snapshot.taken": "算了分，留了底",
}
PAPERS = {
    "number.taken": "取了一个文号",
    "number.voided": "作废了一个文号",
    "paper.drafted": "改了一份公文的草稿",
    "paper.issued": "发出了一份公文",
    "paper.rebuilt": "让公文重新照方案生成",
    "paper.voided": "作废了一份发出的公文",
    "series.closed": "停用了机关代字",
    "series.opened": "加了机关代字",
    "series.start_set": "定了文号从几号接着编",
    "template.set_aside": "改回了自带的版式",
    "template.taken_into_use": "启用了文书模板",
    "template.uploaded": "传了文书模板",
}
RECTIFICATION = {
    "evidence.added": "交了佐证",
    "evidence.removed": "撤了佐证",
    "follow_up.answered": "答复了讲话要求",
    "follow_up.closed": "办结了讲话要求",
    "follow_up.sent_back": "退回了对讲话要求的答复",
    "problem.claimed": "认领了问题",
    "problem.closed": "给问题销了号",
    "problem.contested": "说明了问题为什么不是本单位的",
    "problem.raised": "提出了问题",
    "problem.retracted": "撤回了问题",
    "problem.reworded": "改了问题的表述",
    "problem.ruled": "定了单位的说明成立不成立",
    "requirement.changed": "改了讲话要求",
    "requirement.raised": "列了讲话要求",
    "requirement.withdrawn": "撤回了讲话要求",
    "task.changed": "改了整改任务",
    "task.closed": "复核了整改任务，销号",
    "task.extended": "准了整改任务延期",
    "task.planned": "列了整改任务",
    "task.progress_reported": "报了整改进展",
    "task.reopened": "重新打开了整改任务",
    "task.sent_back": "退回了整改任务",
    "task.submitted": "报了整改任务完成",
    "task.withdrawn": "撤下了整改任务",
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
)

# What of a payload is worth a line: names and words, never numbers of rows.
SHOWN_KEYS = ("name", "organisation", "title", "year", "role", "level", "reason")
# Clerks read the log, and a reason would tell them that the committee did not follow the votes.
WITHOUT_REASON = {"grade.decided", "grade.corrected"}

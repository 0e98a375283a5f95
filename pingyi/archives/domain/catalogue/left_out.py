"""What belongs to a review and stays out of every package, each with the reason."""

LEFT_OUT = {
    "ballots.answer": "没有任何一张票、任何一行票进归档包",
    "ballots.slip": "票条和它的摘要不出系统",
    "ballots.paperform": "纸质票的录入，计票后就没有了",
    "ballots.papertotal": "票数在算分的输入里",
    "meetings.attendance": "谁到会和票数放在一起，会说出没有到会的人没有投；人数在会议结束的记录里",
    "meetings.leadercomment": "点评的每一句都在comments里",
    "collection.readingroom": "会前阅读的地址是钥匙",
    "dutyreports.examiner": "审核权限，不是这一轮的事实；审核意见在examinations里",
    "dutyreports.likenesscheck": "相近段落只给作者和审核人看，不是结论",
    "dutyreports.likenesspassage": "同上",
    "dutyreports.reportupload": "传上来摆进报告的文件，内容已经在报告里",
    "lots.lotdraw": "在lots里",
    "lots.lotconfirmation": "在lots里",
    "papers.paperdraft": "没有发出的草稿不是公文",
    "papers.papervoiding": "在papers里",
    "publishing.pastreview": "系统以前的评议，照旧稿录入，另有一页",
    "archives.archivepackage": "归档包不装归档包",
    "archives.importedarchive": "别处导入的归档包原样留着",
    "archives.importedproblem": "导入时的对照，不是这一轮的事实",
}

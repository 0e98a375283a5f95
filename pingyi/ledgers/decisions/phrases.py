"""The words of the enums of decisions. No Django here: the rules in `domain/` speak them too."""

from pingyi.core.words import Words

BODIES = {
    "party_meeting": Words("党组织会议"),
    "joint_meeting": Words("党政联席会议"),
    "hospital_committee": Words("医院党委会议"),
    "president_office": Words("院长办公会议"),
}
KINDS = {
    "decision": Words("决策类"),
    "report": Words("汇报类"),
    "study": Words("学习类"),
}
PROPOSERS = {
    "secretary": Words("书记"),
    "deputy": Words("书记、副书记"),
    "leader": Words("领导班子成员"),
    "other": Words("谁都可以"),
}
SUBJECTS = {
    "party_building": Words("党的建设"),
    "cadre": Words("干部任免"),
    "direction": Words("办学办院方向"),
    "staff_team": Words("教职工队伍建设"),
    "interests": Words("师生员工切身利益"),
    "academic": Words("教师引进、课程、教材、学术活动"),
    "other": Words("其他重要事项"),
}
MAJORS = {
    "": Words("不属于三重一大"),
    "decision": Words("重大决策"),
    "appointment": Words("重要人事任免"),
    "project": Words("重大项目安排"),
    "large_funds": Words("大额度资金使用"),
}
AUTHORITIES = {
    "": Words("不涉及干部"),
    "own": Words("本单位管理的干部"),
    "superior": Words("上级管理的干部，本单位只推荐"),
}
STATES = {
    "draft": Words("提出"),
    "filed": Words("已报送"),
    "coordinated": Words("已协调"),
    "party_first": Words("已先行研究"),
    "on_agenda": Words("已列入议程"),
    "decided": Words("已决定"),
    "postponed": Words("暂缓"),
    "rejected": Words("未通过"),
    "executing": Words("执行中"),
    "done": Words("办结"),
}
TALKS = {
    "coordination": Words("会前协调"),
    "consultation": Words("个别酝酿"),
    "experts": Words("专家论证意见"),
    "discipline": Words("纪检书面意见"),
    "staff": Words("职工代表意见"),
    "legal": Words("合法性审查意见"),
}
ANSWERS = {
    "agrees": Words("同意"),
    "differs": Words("有不同意见"),
}
PURPOSES = {
    "decide": Words("讨论决定"),
    "study": Words("先行研究"),
}
OUTCOMES = {
    "passed": Words("通过"),
    "rejected": Words("未通过"),
    "postponed": Words("暂缓"),
    "noted": Words("听取了"),
}
VOTE_FORMS = {
    "oral": Words("口头表决"),
    "hands": Words("举手表决"),
    "secret": Words("无记名投票"),
}
NOTES = {
    "progress": Words("进展"),
    "supervision": Words("督办"),
    "evaluation": Words("评估"),
}
PLANS = {
    "unknown": Words("还不知道"),
    "comes": Words("到会"),
    "leave": Words("请假"),
}

"""The words of enums of organisations, people and roles. No Django here: the rules in `domain/` speak them too.

The keys are the values of the enums; a test holds both together.
"""

ORGANISATION_KINDS = {
    "committee": "党委",
    "general_branch": "党总支",
    "direct_branch": "直属党支部",
    "branch": "党支部",
}
UNIT_KINDS = {
    "university": "学校",
    "college": "学院",
    "affiliated_hospital": "附属医院",
    "office": "机关",
    "other": "其他",
}
POST_TITLES = {
    "secretary": "书记",
    "deputy_secretary": "副书记",
    "committee_member": "委员",
    "principal": "行政正职",
    "deputy_leader": "班子副职",
    "department_head": "部门负责人",
    "section_head": "科室负责人",
    "full_time_organiser": "专职组织员",
    "other": "其他",
}
BODY_KINDS = {
    "party_committee": "党委",
    "standing_committee": "常委会",
    "leading_group": "领导小组",
    "other": "其他",
}
DELEGATE_KINDS = {
    "party_congress": "党代会代表",
    "peoples_congress": "人大代表",
    "cppcc": "政协委员",
}
ROLES: dict[str, str] = {
    "clerk": "经办人",
    "secretary": "书记",
    "leader": "领导",
    "scrutineer": "监票人",
    "counter": "计票人",
    "examiner": "审核人",
}
ROLE_DUTIES: dict[str, str] = {
    "clerk": "准备和办理全过程，看不到票数",
    "secretary": "交述职报告，认领问题，报整改，只看本单位",
    "leader": "看结果，记党委会定的等次",
    "scrutineer": "开箱关箱，作废票条，核对票数账",
    "counter": "录纸质票，清点票数",
    "examiner": "审指定给本人的述职报告，别的都看不到",
}

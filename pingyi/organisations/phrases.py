"""The words of enums of organisations, people and roles. No Django here: the rules in `domain/` speak them too.

The keys are the values of the enums; a test holds both together.
"""

from pingyi.core.words import Words
from pingyi.organisations.domain.reckoning import Late

ORGANISATION_KINDS = {
    "committee": Words("党委"),
    "general_branch": Words("党总支"),
    "direct_branch": Words("直属党支部"),
    "branch": Words("党支部"),
}
UNIT_KINDS = {
    "university": Words("学校"),
    "college": Words("学院"),
    "affiliated_hospital": Words("附属医院"),
    "office": Words("机关"),
    "other": Words("其他"),
}
POST_TITLES = {
    "secretary": Words("书记"),
    "deputy_secretary": Words("副书记"),
    "committee_member": Words("委员"),
    "principal": Words("行政正职"),
    "deputy_leader": Words("班子副职"),
    "department_head": Words("部门负责人"),
    "section_head": Words("科室负责人"),
    "full_time_organiser": Words("专职组织员"),
    "other": Words("其他"),
}
BODY_KINDS = {
    "party_committee": Words("党委"),
    "standing_committee": Words("常委会"),
    "leading_group": Words("领导小组"),
    "other": Words("其他"),
}
DELEGATE_KINDS = {
    "party_congress": Words("党代会代表"),
    "peoples_congress": Words("人大代表"),
    "cppcc": Words("政协委员"),
}
ROLES: dict[str, str] = {
    "clerk": Words("经办人"),
    "secretary": Words("书记"),
    "leader": Words("领导"),
    "scrutineer": Words("监票人"),
    "counter": Words("计票人"),
    "examiner": Words("审核人"),
}
ROLE_DUTIES: dict[str, str] = {
    "clerk": Words("准备和办理全过程，看不到票数"),
    "secretary": Words("交述职报告，认领问题，报整改，只看本单位"),
    "leader": Words("看结果，记党委会定的等次"),
    "scrutineer": Words("开箱关箱，作废票条，核对票数账"),
    "counter": Words("录纸质票，清点票数"),
    "examiner": Words("审指定给本人的述职报告，别的都看不到"),
}


def late_words(late: Late) -> str:
    """How late something is; where the days cannot be counted, which calendar is missing."""
    if late.days is None:
        return Words("逾期，缺{year}年工作日历", year=late.unknown_year)
    return Words("逾{days}个工作日", days=late.days)

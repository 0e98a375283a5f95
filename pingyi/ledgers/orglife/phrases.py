"""The words of organisational life."""

from pingyi.core.words import Words
from pingyi.ledgers.orglife.domain.hours import Length
from pingyi.ledgers.orglife.domain.kinds import Kind

KINDS: dict[str, str] = {
    Kind.COMMITTEE: Words("支委会"),
    Kind.MEMBERS_MEETING: Words("党员大会"),
    Kind.GROUP: Words("党小组会"),
    Kind.PARTY_CLASS: Words("党课"),
    Kind.THEME_DAY: Words("主题党日"),
    Kind.LIFE_MEETING: Words("组织生活会"),
    Kind.APPRAISAL: Words("民主评议党员"),
    Kind.TALK: Words("谈心谈话"),
    Kind.OATH: Words("重温入党誓词"),
    Kind.BIRTHDAY: Words("政治生日"),
    Kind.TRAINING: Words("集中培训"),
    Kind.SECRETARIES: Words("党支部书记工作例会"),
}
LENGTHS: dict[str, str] = {
    Length.FULL_DAY: Words("全天"),
    Length.HALF_DAY: Words("半天"),
    Length.HOURS: Words("按小时"),
}
# What may be chosen as the reason for a miss; one may also write another.
EXCUSES = (Words("人不够半数"), Words("并入扩大会议"), Words("全员外出"), Words("放假"), Words("忘了"))

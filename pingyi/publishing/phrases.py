"""Words of the steps, the states and the checks."""

from pingyi.core.words import Words
from pingyi.publishing.domain.drafting.credits import CreditScheme
from pingyi.publishing.domain.proofing.finding import Check
from pingyi.publishing.domain.reviewing.steps import Clash, Kind, People, State, Step

STEP_WORDS = {
    Step(Kind.REVIEW, 1): Words("初审"),
    Step(Kind.PROOF, 1): Words("一校"),
    Step(Kind.REVIEW, 2): Words("复审"),
    Step(Kind.PROOF, 2): Words("二校"),
    Step(Kind.REVIEW, 3): Words("终审"),
    Step(Kind.PROOF, 3): Words("三校"),
}
STATES: dict[str, Words] = {
    State.DRAFT: Words("起草"),
    State.IN_REVIEW: Words("审校"),
    State.PUBLISHED: Words("已发布"),
}
PEOPLE: dict[str, Words] = {
    People.ALL: Words("六次签名，六个人"),
    People.KINDS: Words("三次审由三个人，三次校由三个人（同一级审、校可以是一个人）"),
    People.FREE: Words("不要求，只是终审、三校不能是起草的人"),
}
SCHEMES: dict[str, Words] = {
    CreditScheme.THREE_STEPS: Words("初审初校、复审复校、终审终校"),
    CreditScheme.SOURCE_TO_APPROVER: Words("来源、图文、责编、审定"),
}
CLASHES = {
    Clash.WRITER_LAST: Words("{step}不能是起草的人。请换一位。"),
    Clash.TWICE_IN_KIND: Words("{step}选的人前面已经签过同类的一次。三次审、三次校要各由三个人。"),
    Clash.TWICE: Words("{step}选的人前面已经有一次签名。按规矩六次签名要六个人。"),
}
CHECKS = {
    Check.OPEN_PLACE: Words("空着"),
    Check.DATA: Words("数据"),
    Check.DATE: Words("日期"),
    Check.TITLE: Words("职务和次序"),
    Check.FORMULA: Words("规范表述"),
    Check.PUNCTUATION: Words("标点"),
    Check.SCRIPT: Words("字"),
    Check.DIGITS: Words("数字用法"),
    Check.CREDITS: Words("署名"),
}

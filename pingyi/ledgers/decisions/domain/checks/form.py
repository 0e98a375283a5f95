"""Rules of the form of a topic (议题单), D21 to D24: how long it is spoken about, who brings it, who signed it, what
lies with it. People weigh them; none holds a topic up.
"""

from pingyi.core.dates import full_day
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.finding import good, short_of
from pingyi.ledgers.decisions.domain.matters import Proposer
from pingyi.ledgers.decisions.domain.rulebook import RuleBook
from pingyi.ledgers.decisions.domain.topic_facts import TopicFacts
from pingyi.ledgers.decisions.phrases import PROPOSERS
from pingyi.ledgers.kit.domain.checks import Finding


def check_form(topic: TopicFacts, book: RuleBook) -> list[Finding]:
    """All of them that the unit has laid down, in the order of their codes."""
    found = [rule(topic, book) for rule in (_spoken, _proposed, _signed, _attached)]
    return [one for one in found if one is not None]


def _spoken(topic: TopicFacts, book: RuleBook) -> Finding | None:
    if not book.max_minutes:
        return None
    if topic.minutes is None:
        return short_of("D21", Words("没有写汇报几分钟"), Words("报送时写清会上讲几分钟。"))
    said = Words("汇报{minutes}分钟，最多{most}分钟", minutes=topic.minutes, most=book.max_minutes)
    is_short = topic.minutes <= book.max_minutes
    return good("D21", said) if is_short else short_of("D21", said, Words("请汇报的人压缩，讲要点。"))


def _proposed(topic: TopicFacts, book: RuleBook) -> Finding | None:
    allowed = PROPOSERS[book.proposers]
    if book.proposers is Proposer.OTHER:
        return None
    if topic.proposer is None:
        return short_of("D22", Words("没有写谁提的议题"), Words("改议题，写明提出的人。"))
    if topic.proposer.may(book.proposers):
        return good("D22", Words("提议题的人合规则：{allowed}", allowed=allowed))
    return short_of(
        "D22",
        Words("提议题的人不是{allowed}", allowed=allowed),
        Words("可以建议，请{allowed}来提。", allowed=allowed),
    )


def _signed(topic: TopicFacts, book: RuleBook) -> Finding | None:
    if not book.form_signed:
        return None
    if topic.signed_on is not None:
        return good("D23", Words("分管负责人{day}签了议题单", day=full_day(topic.signed_on)))
    return short_of(
        "D23", Words("分管负责人还没有签议题单"), Words("请分管负责人在议题单上签字，记下哪天签的。")
    )


def _attached(topic: TopicFacts, book: RuleBook) -> Finding | None:
    if not book.material_attached:
        return None
    if topic.files:
        return good("D24", Words("附了{count}份材料", count=topic.files))
    return short_of("D24", Words("没有附材料"), Words("在议题页“材料”里传上汇报材料、课件。"))

"""Rules that a topic has to meet before it may stand on the agenda of a meeting (D01 to D10), and of its form."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from pingyi.core.dates import full_day
from pingyi.core.words import Words, listed
from pingyi.ledgers.decisions.domain.bodies import BodyKind
from pingyi.ledgers.decisions.domain.checks.form import check_form
from pingyi.ledgers.decisions.domain.finding import good, short_of, unmet
from pingyi.ledgers.decisions.domain.matters import majors_by_amount, needs_authority, opinions_needed
from pingyi.ledgers.decisions.domain.rulebook import RuleBook
from pingyi.ledgers.decisions.domain.topic_facts import TopicFacts
from pingyi.ledgers.decisions.phrases import AUTHORITIES, BODIES, MAJORS, TALKS
from pingyi.ledgers.kit.domain.checks import Finding


@dataclass(frozen=True)
class Place:
    """The agenda that a topic is to stand on. `is_study`: this body looks at it first, another decides. `has_begun`:
    the meeting sits or is over, so what was missed can only be put on record.
    """

    body: BodyKind
    held_on: date
    notified_on: date | None
    is_study: bool = False
    has_begun: bool = False


def check_before(topic: TopicFacts, place: Place, book: RuleBook) -> list[Finding]:
    """All rules that concern this topic there, in the order of their codes."""
    found = [rule(topic, place, book) for rule in _RULES]
    return [*(one for one in found if one is not None), *check_form(topic, book)]


_TOO_LATE = Words("放到下一次会；等不得的，由主要负责人按紧急事项办，会后追认。")


def _competent(topic: TopicFacts, place: Place, book: RuleBook) -> Finding:
    wanted = topic.route.studies_first if place.is_study else topic.route.decides
    here = BODIES[place.body]
    if place.body is wanted:
        return good("D01", Words("这件事归{body}议", body=here))
    there = BODIES[wanted] if wanted else BODIES[topic.route.decides]
    return unmet(
        "D01",
        Words("{body}不能办这件事，它归{there}", body=here, there=there),
        Words("从议程上撤下，列入{there}的议程。", there=there),
    )


def _studied(topic: TopicFacts, place: Place, book: RuleBook) -> Finding | None:
    first = topic.route.studies_first
    if first is None or place.is_study:
        return None
    if topic.is_studied:
        return good("D02", Words("{body}先行研究过", body=BODIES[first]))
    return unmet(
        "D02",
        Words("{body}还没有先行研究", body=BODIES[first]),
        Words("先列入{body}的议程，同意以后再上这个会。", body=BODIES[first]),
    )


def _coordinated(topic: TopicFacts, place: Place, book: RuleBook) -> Finding:
    if topic.is_coordinated and len(topic.leaders) == 1:
        message = Words("只登记了一位主要负责人，这一位同意")
        return short_of(
            "D03", message, Words("书记和行政正职不是一个人的，请经办人登记另一位，再记会前协调。")
        )
    if topic.is_coordinated:
        return good("D03", Words("主要负责人会前协调一致，{count}人都同意", count=len(topic.leaders)))
    if topic.differs:
        message = Words("会前协调意见不一致")
        return unmet("D03", message, Words("再沟通。没有一致意见，不上会；可以请示上级。"))
    if not topic.leaders:
        message = Words("单位没有登记书记和行政正职")
        return unmet("D03", message, Words("请经办人在“单位”里登记职务，再记会前协调。"))
    agreed, all_of_them = len(topic.agreed & topic.leaders), len(topic.leaders)
    return unmet(
        "D03",
        Words("会前协调记了{agreed} / {leaders}位主要负责人", agreed=agreed, leaders=all_of_them),
        Words("书记和行政正职都谈过，各记一条：谁、哪天、什么意见。"),
    )


def _consulted(topic: TopicFacts, place: Place, book: RuleBook) -> Finding | None:
    if not topic.is_weighty:
        return None
    if topic.consulted:
        return good("D04", Words("个别酝酿过，记了{count}人", count=topic.consulted))
    return unmet("D04", Words("还没有个别酝酿"), Words("三重一大和干部事项，会前逐个听委员的意见，记下来。"))


def _heard(topic: TopicFacts, place: Place, book: RuleBook) -> Finding | None:
    needed = opinions_needed(topic.subject, topic.major, is_legal_review=book.legal_review)
    if not needed or not topic.is_voted:
        return None
    missing = [TALKS[one] for one in sorted(needed - topic.opinions)]
    if not missing:
        return good("D05", Words("{opinions}都有了", opinions=listed(TALKS[one] for one in sorted(needed))))
    return unmet(
        "D05", Words("缺{opinions}", opinions=listed(missing)), Words("听取以后记在“会前”里，再上会。")
    )


def _filed(topic: TopicFacts, place: Place, book: RuleBook) -> Finding:
    if topic.urgent_on is not None:
        return good("D06", Words("紧急事项，不受报送天数限制"))
    early = (place.held_on - topic.filed_on).days if topic.filed_on else None
    friday = place.held_on - timedelta(days=place.held_on.weekday() + 3)
    if topic.filed_on and book.filed_week_before and topic.filed_on > friday:
        return unmet(
            "D06",
            Words(
                "{day}报送，晚于会前一周的星期五（{friday}）",
                day=full_day(topic.filed_on),
                friday=full_day(friday),
            ),
            _TOO_LATE,
        )
    if early is None:
        return unmet("D06", Words("还没有报送"), _TOO_LATE)
    numbers = {"day": full_day(place.held_on), "days": early, "least": book.filing_days}
    if early >= book.filing_days:
        return good("D06", Words("比{day}的会提前{days}天报送，至少{least}天", **numbers))
    return unmet("D06", Words("比{day}的会只提前{days}天报送，至少{least}天", **numbers), _TOO_LATE)


def _short(topic: TopicFacts, place: Place, book: RuleBook) -> Finding:
    if topic.characters is None:
        return short_of("D07", Words("没有写材料字数"), Words("报送时写清材料有多少字。"))
    said = Words("材料{count}字，最多{most}字", count=topic.characters, most=book.max_characters)
    is_short = topic.characters <= book.max_characters
    return good("D07", said) if is_short else short_of("D07", said, Words("请提出的人压缩材料，再报送。"))


def _marked(topic: TopicFacts, place: Place, book: RuleBook) -> Finding | None:
    by_amount = majors_by_amount(topic.amount, book.limits)
    if not by_amount or not topic.is_voted:
        return None
    words = listed((MAJORS[one] for one in sorted(by_amount)), "、")
    if topic.major in by_amount:
        return good("D08", Words("按金额属于{majors}，已标明", majors=words))
    return unmet(
        "D08", Words("按金额属于{majors}，没有标", majors=words), Words("改议题，选对三重一大的类别。")
    )


def _authority(topic: TopicFacts, place: Place, book: RuleBook) -> Finding | None:
    if not needs_authority(topic.subject, topic.major) or not topic.is_voted:
        return None
    if topic.authority is not None:
        return good("D09", Words("写明了干部管理权限：{authority}", authority=AUTHORITIES[topic.authority]))
    return unmet("D09", Words("没有写干部管理权限"), Words("改议题，写明是本单位管理，还是只推荐。"))


def _notified(topic: TopicFacts, place: Place, book: RuleBook) -> Finding | None:
    if topic.urgent_on is not None:
        return None
    least = book.bodies[place.body].notice_days
    early = (place.held_on - place.notified_on).days if place.notified_on else None
    if early is not None and early >= least:
        return good("D10", Words("提前{days}天通知参会的人", days=early))
    said = Words("没有提前{least}天通知参会的人", least=least)
    if place.has_begun:
        return short_of("D10", said, Words("会已经开了，照实留底；下次按时通知。"))
    return short_of("D10", said, Words("改会期，或者先补发通知。"))


_Rule = Callable[[TopicFacts, Place, RuleBook], Finding | None]
_RULES: tuple[_Rule, ...] = (
    _competent,
    _studied,
    _coordinated,
    _consulted,
    _heard,
    _filed,
    _short,
    _marked,
    _authority,
    _notified,
)

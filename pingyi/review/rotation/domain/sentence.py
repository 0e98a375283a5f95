"""Why it is somebody's turn or not: one plain sentence with its facts."""

from pingyi.review.rotation.domain.candidate import Candidate, OnSiteRule, RotationRules
from pingyi.review.rotation.domain.standing import Standing, Turn, last_turn

NAMED_YEARS = 3


def say_why(one: Candidate, standing: Standing, rules: RotationRules, year: int) -> str:
    """The sentence for one reporter in the year reviewed."""
    parts = [
        _founding(one, rules) if standing.turn == Turn.EXEMPT else "",
        "" if standing.turn == Turn.EXEMPT else _history(one, rules, year),
        "" if standing.turn == Turn.EXEMPT else _consequence(one, standing, rules, year),
    ]
    words = "，".join(part for part in parts if part) + "。"
    if one.is_acting:
        words += "没有书记，由主持工作的副书记述职。"
    if one.postponed:
        words += f"去年轮到没有上：{one.postponed.rstrip('。')}。"
    return words


def _founding(one: Candidate, rules: RotationRules) -> str:
    day = one.founded_on
    assert day is not None  # noqa: S101 (exempt is only who was founded on a known day)
    return f"{day.year}年{day.month}月成立，到年底不满{rules.exempt_months}个月，今年免现场述职"


def _history(one: Candidate, rules: RotationRules, year: int) -> str:
    last = last_turn(one, rules)
    if last is not None:
        return f"{last}年度现场述过"
    arrival = _arrival(one, year)
    before = _before(one)
    if not one.is_known:
        known = f"{_years(one.unknown)}没有记录，不知道有没有现场述过" if one.unknown else "以往没有记录"
        return "，".join(part for part in (arrival, before, known) if part)
    first_year = one.since is not None and one.since.year >= year
    return "，".join(part for part in (arrival, before, "" if first_year else "还没有现场述过") if part)


def _before(one: Candidate) -> str:
    """The last turn of the organisation that does not count for her."""
    if one.by_others and max(one.by_others) >= max(one.before, default=0):
        return f"{max(one.by_others)}年度现场述的是前任"
    earlier = one.before | one.on_site
    return f"{max(earlier)}年度现场述过，在这一届以前" if earlier else ""


def _arrival(one: Candidate, year: int) -> str:
    if one.since is None:
        return "没有查到任职起始"
    when = "今年" if one.since.year == year else f"{one.since.year}年"
    return f"{when}{one.since.month}月到任"


def _years(years: tuple[int, ...]) -> str:
    if len(years) > NAMED_YEARS:
        return f"{years[0]}到{years[-1]}年度"
    return "、".join(str(one) for one in years) + "年度"


def _consequence(one: Candidate, standing: Standing, rules: RotationRules, year: int) -> str:
    if rules.rule == OnSiteRule.ALL:
        return "今年全部现场述职"
    if rules.rule == OnSiteRule.TERM:
        return _by_term(one, standing, year)
    if standing.deadline is None:
        return f"规则是每{rules.every_years}年至少一次，算不出最迟哪年"
    return f"每{rules.every_years}年至少一次，{_last_chance(standing.deadline, year)}"


def _by_term(one: Candidate, standing: Standing, year: int) -> str:
    end = one.term_ends_on
    if standing.has_reported:
        years = f"（{one.since.year}—{end.year}年）" if one.since and end else ""
        return f"这一届{years}不用再述"
    if end is None or standing.deadline is None:
        return "没有登记任期到哪天，算不出最迟哪年"
    if standing.deadline < year:
        return f"任期{end.year}年{end.month}月已满，早该现场述职"
    return f"任期到{end.year}年{end.month}月，{_last_chance(standing.deadline, year)}"


def _last_chance(deadline: int, year: int) -> str:
    if deadline < year:
        return f"最迟该在{deadline}年度，已经过了"
    if deadline == year:
        return "今年是最后一次机会"
    return "最迟明年" if deadline == year + 1 else f"最迟{deadline}年度"

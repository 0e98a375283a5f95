"""Why it is somebody's turn or not: one plain sentence with its facts."""

from pingyi.core.words import Clause, Words, listed
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
    words = listed((part for part in parts if part), "，") + Words("。")
    if one.is_acting:
        words += Words("没有书记，由主持工作的副书记述职。")
    if one.postponed:
        words += Words("去年轮到没有上：{reason}。", reason=Clause(one.postponed))
    return words


def _founding(one: Candidate, rules: RotationRules) -> str:
    day = one.founded_on
    assert day is not None  # noqa: S101 (exempt is only who was founded on a known day)
    return Words(
        "{year}年{month}月成立，到年底不满{exempt_months}个月，今年免现场述职",
        year=day.year,
        month=day.month,
        exempt_months=rules.exempt_months,
    )


def _history(one: Candidate, rules: RotationRules, year: int) -> str:
    last = last_turn(one, rules)
    if last is not None:
        return Words("{last}年度现场述过", last=last)
    arrival = _arrival(one, year)
    before = _before(one)
    if not one.is_known:
        known = (
            Words("{years}没有记录，不知道有没有现场述过", years=_years(one.unknown))
            if one.unknown
            else Words("以往没有记录")
        )
        return listed((part for part in (arrival, before, known) if part), "，")
    first_year = one.since is not None and one.since.year >= year
    return listed(
        (part for part in (arrival, before, "" if first_year else Words("还没有现场述过")) if part), "，"
    )


def _before(one: Candidate) -> str:
    """The last turn of the organisation that does not count for her."""
    if one.by_others and max(one.by_others) >= max(one.before, default=0):
        return Words("{by_others}年度现场述的是前任", by_others=max(one.by_others))
    earlier = one.before | one.on_site
    return Words("{earlier}年度现场述过，在这一届以前", earlier=max(earlier)) if earlier else ""


def _arrival(one: Candidate, year: int) -> str:
    if one.since is None:
        return Words("没有查到任职起始")
    when = Words("今年") if one.since.year == year else Words("{year}年", year=one.since.year)
    return Words("{when}{month}月到任", when=when, month=one.since.month)


def _years(years: tuple[int, ...]) -> str:
    if len(years) > NAMED_YEARS:
        return Words("{years}到{years_2}年度", years=years[0], years_2=years[-1])
    return listed(str(one) for one in years) + Words("年度")


def _consequence(one: Candidate, standing: Standing, rules: RotationRules, year: int) -> str:
    if rules.rule == OnSiteRule.ALL:
        return Words("今年全部现场述职")
    if rules.rule == OnSiteRule.TERM:
        return _by_term(one, standing, year)
    if standing.deadline is None:
        return Words("规则是每{every_years}年至少一次，算不出最迟哪年", every_years=rules.every_years)
    return Words(
        "每{every_years}年至少一次，{last_chance}",
        every_years=rules.every_years,
        last_chance=_last_chance(standing.deadline, year),
    )


def _by_term(one: Candidate, standing: Standing, year: int) -> str:
    end = one.term_ends_on
    if standing.has_reported:
        years = (
            Words("（{year}—{year_2}年）", year=one.since.year, year_2=end.year) if one.since and end else ""
        )
        return Words("这一届{years}不用再述", years=years)
    if end is None or standing.deadline is None:
        return Words("没有登记任期到哪天，算不出最迟哪年")
    if standing.deadline < year:
        return Words("任期{year}年{month}月已满，早该现场述职", year=end.year, month=end.month)
    return Words(
        "任期到{year}年{month}月，{last_chance}",
        year=end.year,
        month=end.month,
        last_chance=_last_chance(standing.deadline, year),
    )


def _last_chance(deadline: int, year: int) -> str:
    if deadline < year:
        return Words("最迟该在{deadline}年度，已经过了", deadline=deadline)
    if deadline == year:
        return Words("今年是最后一次机会")
    return Words("最迟明年") if deadline == year + 1 else Words("最迟{deadline}年度", deadline=deadline)

"""The rule of turns in one line."""

from pingyi.core.words import Words, listed
from pingyi.review.rotation.domain.candidate import OnSiteRule, RotationRules


def say_rule(rules: RotationRules) -> str:
    """For the head of the page: 一个任期内至少现场一次，成立不满3个月的免，今年7位。"""
    parts = [
        {
            OnSiteRule.TERM: Words("一个任期内至少现场一次"),
            OnSiteRule.YEARS: Words("每{every_years}年至少现场一次", every_years=rules.every_years),
            OnSiteRule.ALL: Words("每年全部现场"),
        }[rules.rule]
    ]
    if rules.exempt_months is not None:
        parts.append(Words("成立不满{exempt_months}个月的免", exempt_months=rules.exempt_months))
    if rules.is_balanced:
        parts.append(Words("照顾各类单位"))
    parts.append(
        Words("位置数没有定") if rules.places is None else Words("一年{places}位", places=rules.places)
    )
    return listed(parts, "，")

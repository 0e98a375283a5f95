"""The rule of turns in one line."""

from pingyi.review.rotation.domain.candidate import OnSiteRule, RotationRules


def say_rule(rules: RotationRules) -> str:
    """For the head of the page: 一个任期内至少现场一次，成立不满3个月的免，今年7位。"""
    parts = [
        {
            OnSiteRule.TERM: "一个任期内至少现场一次",
            OnSiteRule.YEARS: f"每{rules.every_years}年至少现场一次",
            OnSiteRule.ALL: "每年全部现场",
        }[rules.rule]
    ]
    if rules.exempt_months is not None:
        parts.append(f"成立不满{rules.exempt_months}个月的免")
    if rules.is_balanced:
        parts.append("照顾各类单位")
    parts.append("位置数没有定" if rules.places is None else f"一年{rules.places}位")
    return "，".join(parts)

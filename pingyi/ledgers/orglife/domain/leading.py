"""What is asked of those who lead: cadres as ordinary members of a branch (L10), new secretaries trained soon (L13)."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pingyi.core.words import Words, listed
from pingyi.ledgers.kit.domain.checks import Finding, Level, Verdict


@dataclass(frozen=True, slots=True)
class Cadre:
    """A leading cadre. `times` is how often she was on the list of her branch as being there; None while she belongs
    to no branch.
    """

    name: str
    times: int | None


def double_life_finding(cadres: Sequence[Cadre], *, asked: int, level: Level) -> Finding | None:
    """Whether leading cadres took part in the life of their own branches so often in the year."""
    if not asked or not cadres:
        return None
    code = "orglife.double_life"
    nowhere = [one.name for one in cadres if one.times is None]
    if nowhere:
        return Finding(
            code,
            Verdict.UNKNOWN,
            Words("领导班子里{names}还没有编入支部。", names=listed(nowhere)),
            Words("请经办人在“人员”里写明所在支部。"),
            level,
        )
    missing = [one.name for one in cadres if (one.times or 0) < asked]
    counts = {"done": len(cadres) - len(missing), "all": len(cadres), "asked": asked}
    message = Words("领导班子成员参加所在支部组织生活够{asked}次的{done} / {all}人。", **counts)
    if not missing:
        return Finding(code, Verdict.PASS, message, level=level)
    remedy = Words("{names}还没有。参加过的补进支部的名单。", names=listed(missing))
    return Finding(code, Verdict.WARN, message, remedy, level)


@dataclass(frozen=True, slots=True)
class NewSecretary:
    """Somebody who became secretary of a branch, with the days of the central trainings that she attended."""

    name: str
    since: date
    trained_on: tuple[date, ...] = ()


def months_after(day: date, months: int) -> date:
    """The same day so many months on; the last of the month where there is no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def new_secretaries_finding(
    secretaries: Sequence[NewSecretary], *, months: int, level: Level, today: date
) -> Finding | None:
    """Whether new secretaries were trained within so many months of taking office."""
    if not months or not secretaries:
        return None
    code = "orglife.new_secretary"
    trained = [
        one
        for one in secretaries
        if any(one.since <= day <= months_after(one.since, months) for day in one.trained_on)
    ]
    waiting = [one for one in secretaries if one not in trained]
    late = [one.name for one in waiting if months_after(one.since, months) < today]
    counts = {"done": len(trained), "all": len(secretaries), "months": months}
    message = Words("新任支部书记上任{months}个月内集中培训过的{done} / {all}人。", **counts)
    if not waiting:
        return Finding(code, Verdict.PASS, message, level=level)
    names = listed([one.name for one in waiting])
    if late:
        remedy = Words("{names}没有按时培训。训过的补进名单，没训的马上安排。", names=names)
        return Finding(code, Verdict.FAIL, message, remedy, level)
    return Finding(
        code, Verdict.WARN, message, Words("{names}还没有训，期限没到，先安排。", names=names), level
    )

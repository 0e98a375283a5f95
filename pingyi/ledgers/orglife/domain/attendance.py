"""Who was there, and whether they were enough (L1, L2). 不少于 includes the number itself."""

from datetime import date

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.checks import Finding, Level, Verdict
from pingyi.ledgers.kit.domain.parameters import Rulebook
from pingyi.ledgers.orglife.domain.kinds import Kind

QUORUM_KEYS = {Kind.MEMBERS_MEETING: "members_meeting.quorum", Kind.COMMITTEE: "committee.quorum"}


def quorum_finding(kind: Kind, day: date, due: int, present: int, rulebook: Rulebook) -> Finding | None:
    """Whether so many of those due were enough to vote; None for kinds that do not vote."""
    key = QUORUM_KEYS.get(kind)
    if key is None:
        return None
    level = rulebook.in_force(key, day).level
    if not due:
        return _finding(Verdict.UNKNOWN, level, Words("没有写应到几人，对不出到会够不够。"))
    least = rulebook.share(key, day).least(due)
    if present >= least:
        return _finding(
            Verdict.PASS,
            level,
            Words("应到{due}人，实到{present}人，够{least}人。", due=due, present=present, least=least),
        )
    return _finding(
        Verdict.WARN,
        level,
        Words("应到{due}人，实到{present}人，不够{least}人。", due=due, present=present, least=least),
        Words("这次表决过的事要重新表决；没有表决的，写明为什么到得少。"),
    )


def vote_finding(day: date, due: int, in_favour: int, rulebook: Rulebook) -> Finding:
    """Whether a vote of the members' meeting passed: more than half of those due with voting right (L1)."""
    level = rulebook.in_force("members_meeting.quorum", day).level
    words = {"due": due, "in_favour": in_favour, "least": due // 2 + 1}
    if in_favour * 2 > due:
        return Finding(
            "orglife.vote",
            Verdict.PASS,
            Words("应到有表决权的{due}人，赞成{in_favour}票，过半数。", **words),
            level=level,
        )
    return Finding(
        "orglife.vote",
        Verdict.FAIL,
        Words("应到有表决权的{due}人，赞成{in_favour}票，没有过半数，要{least}票。", **words),
        Words("这件事没有通过，决议不要写成通过。"),
        level,
    )


def _finding(verdict: Verdict, level: Level, message: str, remedy: str = "") -> Finding:
    return Finding("orglife.quorum", verdict, message, remedy, level)


def activity_findings(
    kind: str, day: date, *, due: int, present: int, in_favour: int | None, rulebook: Rulebook
) -> list[Finding]:
    """What the rules say of one activity: whether enough were there, and whether its vote passed."""
    found = [quorum_finding(Kind(kind), day, due, present, rulebook)]
    if in_favour is not None and due:
        found.append(vote_finding(day, due, in_favour, rulebook))
    return [one for one in found if one is not None]

"""What the rules say about a year of organisational life. 一般 means: a miss asks for a reason, it is no offence."""

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.checks import Finding, Level, Verdict
from pingyi.ledgers.orglife.domain.hours import YearOfHours
from pingyi.ledgers.orglife.domain.kinds import Kind


def kind_finding(
    kind: Kind, words: str, level: Level, *, due: int, done: int, excused: int, missed: int
) -> Finding | None:
    """Whether what was due of a kind was held, or said why not; None where nothing was due so far."""
    code = f"orglife.{kind}"
    if not due:
        return None
    counts = {"words": words, "done": done, "due": due}
    if missed:
        return Finding(
            code,
            Verdict.WARN,
            Words("{words}办了{done} / {due}，{missed}次没办、没写原因。", **counts, missed=missed),
            Words("办过的补记，退回的和草稿先报上去，没办的写一句原因。"),
            level,
        )
    if excused:
        message = Words("{words}办了{done} / {due}，{excused}次没办，写了原因。", **counts, excused=excused)
        return Finding(code, Verdict.WARN, message, Words("看原因站不站得住，安排补上。"), level)
    return Finding(code, Verdict.PASS, Words("{words}办了{done} / {due}。", **counts), level=level)


def secretary_class_finding(level: Level, *, held: int, asked: int, is_over: bool) -> Finding | None:
    """Whether the secretary of the organisation herself taught Party class often enough in the year (L4)."""
    if not asked:
        return None
    counts = {"held": held, "asked": asked}
    if held >= asked:
        message = Words("书记讲党课{held}次，一年不少于{asked}次。", **counts)
        return Finding("orglife.secretary_class", Verdict.PASS, message, level=level)
    return Finding(
        "orglife.secretary_class",
        Verdict.FAIL if is_over else Verdict.WARN,
        Words("书记讲党课记了{held}次，一年不少于{asked}次。", **counts),
        Words("讲过的补记，写上讲课人；没讲的安排。"),
        level,
    )


def hours_finding(level: Level, years: list[YearOfHours], *, is_over: bool) -> Finding:
    """Whether all members have their training hours of the year (L13)."""
    short = sum(not year.is_enough for year in years)
    counts = {"short": short, "people": len(years), "enough": len(years) - short}
    if not years:
        return Finding(
            "orglife.hours",
            Verdict.UNKNOWN,
            Words("还没有党员名册，学时没有台账可对。"),
            Words("先导入党员名册。"),
            level,
        )
    if short:
        return Finding(
            "orglife.hours",
            Verdict.FAIL if is_over else Verdict.WARN,
            Words("学时够的{enough} / {people}人，{short}人还不够。", **counts),
            Words("看下面的学时表，参加过的补进名单。"),
            level,
        )
    return Finding(
        "orglife.hours", Verdict.PASS, Words("学时够的{enough} / {people}人。", **counts), level=level
    )

"""The outcome of a rule of decisions, in the form that all ledgers share."""

from pingyi.ledgers.kit.domain.checks import Finding, Verdict


def good(code: str, message: str) -> Finding:
    """The rule is met."""
    return Finding(code, Verdict.PASS, message)


def unmet(code: str, message: str, remedy: str) -> Finding:
    """The rule is not met: the topic waits."""
    return Finding(code, Verdict.FAIL, message, remedy)


def short_of(code: str, message: str, remedy: str) -> Finding:
    """Something that people weigh: it is said, and it holds nothing up."""
    return Finding(code, Verdict.WARN, message, remedy)


def met(code: str, is_met: bool, message: str, remedy: str) -> Finding:
    """One or the other; the remedy belongs to the rule that is not met."""
    return good(code, message) if is_met else unmet(code, message, remedy)

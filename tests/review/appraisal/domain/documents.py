"""Documents to appraise. Each call gives a fresh one, so that a test may spoil it at will."""

from typing import Any

Document = dict[str, Any]


def counts(
    good: int = 0, fairly_good: int = 0, average: int = 0, poor: int = 0, **more: int
) -> dict[str, int]:
    """Counts of one category; unless told otherwise, as many forms were issued as came back."""
    found = {
        "good": good,
        "fairly_good": fairly_good,
        "average": average,
        "poor": poor,
        "unknown": 0,
        "blank": 0,
    }
    found |= more
    returned = sum(found[key] for key in found if key != "issued")
    return {"issued": returned, **found}


def reporter(name: str = "r1", **ballots: dict[str, int]) -> Document:
    """A reporter who has only ballots."""
    return {"id": name, "daily": None, "leader": None, "ballots": dict(ballots)}


def document(*reporters: Document, **changes: Any) -> Document:
    """Two categories (0.6 and 0.4), the usual points and bands, the ballot alone; `changes` replace rules."""
    rules = {
        "grade_points": {"good": 100, "fairly_good": 80, "average": 60, "poor": 40},
        "denominator": "valid",
        "categories": [{"id": "A", "weight": "0.6"}, {"id": "B", "weight": "0.4"}],
        "empty_category": "redistribute",
        "bands": [["good", "90"], ["fairly_good", "75"], ["average", "60"], ["poor", "0"]],
        "composite": {"ballot": "1", "daily": "0", "leader": "0"},
        "min_non_good_share": "0.15",
        "display_decimals": 2,
    }
    return {"rules": rules | changes, "reporters": list(reporters)}


def one_category(**changes: Any) -> Document:
    """Rules with a single category, for tests that look at one number only."""
    return {"categories": [{"id": "A", "weight": "1"}], **changes}

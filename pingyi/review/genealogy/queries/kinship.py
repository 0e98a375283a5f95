"""What people have decided about pairs of problems, of the institution in scope."""

from pingyi.review.genealogy.domain.kinship import Kinship, Pair
from pingyi.review.genealogy.models import KinDecision


def pairs_decided() -> tuple[list[Pair], list[Pair]]:
    """The pairs decided to be the same, and those that are not. One query."""
    same: list[Pair] = []
    different: list[Pair] = []
    rows = KinDecision.objects.order_by("pk").values_list("first_id", "second_id", "is_same")
    for first, second, is_same in rows:
        (same if is_same else different).append((first, second))
    return same, different


def kinship() -> Kinship:
    """All decisions thought to their end. One query."""
    return Kinship(*pairs_decided())


def decisions_about(problem_id: int) -> list[KinDecision]:
    """What was decided about this very problem, with who and when, the newest first. One query."""
    rows = KinDecision.objects.select_related(
        "decided_by",
        "first__organisation",
        "first__cycle",
        "second__organisation",
        "second__cycle",
    )
    return list(
        (rows.filter(first=problem_id) | rows.filter(second=problem_id)).order_by("-decided_at", "-pk")
    )

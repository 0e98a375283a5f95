"""Reads of reviews of earlier years."""

from collections.abc import Iterable

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.organisations.models import Organisation, OrganisationAlias
from pingyi.publishing.domain.digest import text_digest
from pingyi.publishing.models import PastReview


def past_reviews() -> list[PastReview]:
    """All of the institution in scope, the newest year first. One query."""
    rows = PastReview.objects.select_related("cycle__convenor", "recorded_by")
    return list(rows.order_by("-cycle__year", "pk"))


def past_review_with_id(past_id: int) -> PastReview:
    """One with its cycle; `Missing` for any other."""
    row: PastReview | None = (
        PastReview.objects.select_related("cycle__convenor", "recorded_by").filter(pk=past_id).first()
    )
    if row is None:
        raise Missing(Words("没有这一篇旧稿。请从“往年评议”的列表里打开。"), code="past.missing")
    return row


def past_review_of_cycle(cycle_id: int) -> PastReview | None:
    """The review of an earlier year that this cycle stands for, if it was recorded from a text."""
    row: PastReview | None = PastReview.objects.filter(cycle=cycle_id).first()
    return row


def past_review_of_text(cleaned: str) -> PastReview | None:
    """The review that was recorded from this text, if it was."""
    row: PastReview | None = (
        PastReview.objects.select_related("cycle").filter(text_digest=text_digest(cleaned)).first()
    )
    return row


def registered_names() -> dict[str, int]:
    """Every name, dual name and alias of an organisation below another, standing or not. Two queries."""
    rows = Organisation.objects.filter(parent__isnull=False).exclude(kind=Organisation.Kind.BRANCH)
    names = dict(rows.order_by("-dissolved_on", "pk").values_list("name", "pk"))
    known = set(names.values())
    for organisation_id, name in OrganisationAlias.objects.values_list("organisation_id", "name"):
        if organisation_id in known:
            names.setdefault(name, organisation_id)
    return names


def organisations_to_choose() -> list[tuple[str, str]]:
    """Number and name for a list to choose from. One query."""
    rows = Organisation.objects.filter(parent__isnull=False).exclude(kind=Organisation.Kind.BRANCH)
    return [(str(pk), name) for pk, name in rows.order_by("path").values_list("pk", "name")]


def registered_as(numbers: Iterable[int | None]) -> dict[int | None, str]:
    """Names of organisations by number. One query."""
    chosen = [number for number in numbers if number is not None]
    return dict(Organisation.objects.filter(pk__in=chosen).values_list("pk", "name"))

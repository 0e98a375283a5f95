"""A word about names with characters in trouble, when they are typed and before papers are made. It stops nothing."""

from collections.abc import Iterable

from django.contrib import messages

from pingyi.documents.domain.glyph_check import Trouble
from pingyi.documents.queries.names import NameLack, check_names
from pingyi.doors.office.pages import OfficeRequest


def warn_about_names(request: OfficeRequest, *names: str) -> None:
    """After something was kept: each character in trouble with what to do."""
    for one in in_trouble(names):
        messages.warning(request, f"{one.name}：{one.lack.message}。{one.lack.remedy}。")


def in_trouble(names: Iterable[str]) -> list[NameLack]:
    """Without those that another font stands in for: they are printed."""
    return [one for one in check_names(names) if one.lack.trouble is not Trouble.STAND_IN]

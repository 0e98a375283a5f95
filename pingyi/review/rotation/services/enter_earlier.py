from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.sheets.fault import Fault
from pingyi.core.sheets.opening import open_book
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.domain.names import match_key
from pingyi.organisations.models import Organisation, OrganisationAlias
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.rotation.domain.earlier import (
    BadYearsError,
    EarlierLine,
    EarlierLines,
    read_earlier,
    read_years,
)
from pingyi.review.rotation.queries.history import entry_rows
from pingyi.review.rotation.rules import may_decide_turns
from pingyi.review.rotation.services.keep_years import keep_years, wait_for


class EarlierFaulty(Refused):
    """The sheet cannot be taken in; `faults` name every row and column with the remedy. Nothing was entered."""

    def __init__(self, faults: Sequence[Fault], total: int) -> None:
        super().__init__(
            Words("表里有{total}处要改，一行也没有记。改好后再上传。", total=total),
            code="earlier.faulty",
            field="file",
        )
        self.faults = list(faults)


@transaction.atomic
def enter_earlier_turns(*, actor: Actor, now: datetime, cycle: Cycle, typed: Mapping[int, str]) -> int:
    """Enter, by organisation, the years before this review in which it reported on site: 2019、2023, or 无.

    All or nothing. Returns for how many organisations the entry changed; what was entered before stays readable.
    """
    if not may_decide_turns(actor, cycle):
        raise Forbidden(Words("以往的现场述职由经办人补记。"))
    faults: dict[str, str] = {}
    years: dict[int, list[int] | None] = {}
    for pk, text in typed.items():
        try:
            years[pk] = read_years(text, cycle.year)
        except BadYearsError as fault:
            faults[f"years-{pk}"] = Words("{fault}。{remedy}。", fault=fault, remedy=fault.remedy)
    if faults:
        raise SeveralFaults(faults, code="earlier.years")
    return _write(actor, now, cycle, years)


def import_earlier_turns(*, actor: Actor, now: datetime, cycle: Cycle, content: bytes) -> int:
    """The same from an .xlsx with 单位 and 现场述职的年度, all lines or none. Lines without years are passed over."""
    if not may_decide_turns(actor, cycle):
        raise Forbidden(Words("以往的现场述职由经办人补记。"))
    read = read_earlier(open_book(content), cycle.year)
    years = _by_organisation(read, [row.organisation for row in entry_rows(cycle)])
    if read.faults:
        raise EarlierFaulty(read.faults.in_order([]), read.faults.total)
    with transaction.atomic():
        return _write(actor, now, cycle, years)


def _write(actor: Actor, now: datetime, cycle: Cycle, years: Mapping[int, list[int] | None]) -> int:
    wait_for(years)
    rows = {row.organisation.pk: row for row in entry_rows(cycle)}
    changed = {
        pk: listed
        for pk, listed in years.items()
        if pk in rows and listed != (rows[pk].entry.years if rows[pk].entry else None)  # type: ignore[union-attr]
    }
    return keep_years(actor=actor, now=now, cycle=cycle, years=changed)


def _by_organisation(
    read: EarlierLines, organisations: Sequence[Organisation]
) -> dict[int, list[int] | None]:
    names = {match_key(one.name): one.pk for one in organisations}
    known = {one.pk for one in organisations}
    for organisation_id, name in OrganisationAlias.objects.values_list("organisation_id", "name"):
        if organisation_id in known:
            names.setdefault(match_key(name), organisation_id)
    found: dict[int, EarlierLine] = {}
    for line in read.lines:
        pk = names.get(match_key(line.organisation))
        if pk is None:
            line.row.fault(
                "organisation",
                Words("没有叫“{organisation}”的二级党组织", organisation=line.organisation),
                Words("照“单位”页写全称"),
            )
        elif pk in found:
            line.row.fault(
                "organisation",
                Words("第{number}行已经有这个单位", number=found[pk].row.number),
                Words("两行并成一行"),
            )
        else:
            found[pk] = line
    return {pk: line.years for pk, line in found.items()}

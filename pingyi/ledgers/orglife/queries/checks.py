"""The year of an organisation against the rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pingyi.ledgers.kit.domain.checks import Finding
from pingyi.ledgers.kit.domain.matrix import Matrix
from pingyi.ledgers.kit.domain.states import COUNTED
from pingyi.ledgers.orglife.domain.kinds import BRANCH_KINDS, RULES, Kind
from pingyi.ledgers.orglife.domain.leading import double_life_finding, new_secretaries_finding
from pingyi.ledgers.orglife.domain.parameters import count_key
from pingyi.ledgers.orglife.domain.year_check import hours_finding, kind_finding, secretary_class_finding
from pingyi.ledgers.orglife.models import Activity
from pingyi.ledgers.orglife.queries.basis import Basis
from pingyi.ledgers.orglife.queries.each_checks import findings_of_meetings
from pingyi.ledgers.orglife.queries.hours import HoursRow, hours_of
from pingyi.ledgers.orglife.queries.leading import cadres_of, new_secretaries_of
from pingyi.ledgers.orglife.queries.matrix import matrices_of, sum_of
from pingyi.organisations.models import Organisation
from pingyi.organisations.queries import secretaries_in_post


@dataclass(frozen=True)
class YearCheck:
    """What the rules say of an organisation's year, the matrices behind it, and everybody's hours."""

    findings: list[Finding]
    matrices: dict[Kind, Matrix]
    hours: list[HoursRow]


def year_check(
    organisation: Organisation, branches: Sequence[Organisation], year: int, *, basis: Basis, today: date
) -> YearCheck:
    """The branches' year, and for the organisation above them its secretary's classes and her regular meetings.

    A fixed number of queries, however many branches there are.
    """
    end, is_over = date(year, 12, 31), date(year, 12, 31) < today
    matrices = matrices_of(BRANCH_KINDS, branches, [year], basis=basis, today=today)
    if organisation not in branches:
        matrices |= matrices_of((Kind.SECRETARIES,), [organisation], [year], basis=basis, today=today)
    findings = [
        *(_of_kind(kind, matrix, basis, end) for kind, matrix in matrices.items()),
        *findings_of_meetings(branches, year, basis),
    ]
    hours = hours_of(branches, year, basis)
    level = basis.rulebook.in_force("training.hours", end).level
    findings.append(hours_finding(level, [row.year for row in hours], is_over=is_over))
    findings.append(_new_secretaries(branches, year, basis, today))
    if organisation not in branches:
        findings.append(_secretary_class(organisation, year, basis, is_over=is_over))
        findings.append(_double_life(organisation, year, basis))
    return YearCheck([one for one in findings if one is not None], matrices, hours)


def _of_kind(kind: Kind, matrix: Matrix, basis: Basis, end: date) -> Finding | None:
    found = sum_of(kind, matrix)
    key = count_key(kind) if RULES[kind].has_count else "birthday.by_quarter"
    return kind_finding(
        kind,
        basis.kind_words(kind, end),
        basis.rulebook.in_force(key, end).level,
        due=found.due,
        done=found.done,
        excused=found.excused,
        missed=found.missed,
    )


def _secretary_class(organisation: Organisation, year: int, basis: Basis, *, is_over: bool) -> Finding | None:
    secretary = secretaries_in_post([organisation], year).get(organisation.pk)
    person_id = secretary.term.person_id if secretary else None
    held = Activity.objects.filter(
        kind=Kind.PARTY_CLASS, lecturer=person_id, happened_on__year=year, state__in=COUNTED
    ).count()
    rule = basis.rulebook.in_force("secretary_class.count", date(year, 12, 31))
    return secretary_class_finding(
        rule.level, held=held if person_id else 0, asked=rule.value, is_over=is_over
    )


def _new_secretaries(
    branches: Sequence[Organisation], year: int, basis: Basis, today: date
) -> Finding | None:
    rule = basis.rulebook.in_force("training.new_secretary_months", date(year, 12, 31))
    found = new_secretaries_of(branches, year)
    return new_secretaries_finding(found, months=rule.value, level=rule.level, today=today)


def _double_life(organisation: Organisation, year: int, basis: Basis) -> Finding | None:
    rule = basis.rulebook.in_force("double_life.count", date(year, 12, 31))
    return double_life_finding(cadres_of(organisation, year), asked=rule.value, level=rule.level)

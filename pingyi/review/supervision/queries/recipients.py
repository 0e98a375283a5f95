"""Whom each rung of the ladder means: people who can sign in, up the line from the organisation."""

from dataclasses import dataclass, field

from pingyi.organisations.models import Organisation, RoleAssignment
from pingyi.review.rectification.models import Task
from pingyi.review.supervision.domain.ladder import Rung


@dataclass(frozen=True)
class Reader:
    """Somebody to tell. `may_open`: the page of the task or problem opens for her."""

    account_id: int
    name: str
    may_open: bool


@dataclass
class Line:
    """All roles and the tree of the institution in scope, read once for any number of rows. Two queries."""

    secretaries: dict[int, list[Reader]] = field(default_factory=dict)
    leaders: list[Reader] = field(default_factory=list)
    clerks: list[Reader] = field(default_factory=list)
    parents: dict[int, int | None] = field(default_factory=dict)

    def readers(self, rung: Rung, organisation_id: int, task: Task | None) -> list[Reader]:
        """Without a task there is no responsible person."""
        if rung is Rung.RESPONSIBLE:
            return self._responsible(task) if task else []
        if rung is Rung.SECRETARY:
            return self.secretaries.get(organisation_id, [])
        if rung is Rung.SUPERIOR:
            return self._superior(organisation_id)
        return self.clerks

    def _responsible(self, task: Task) -> list[Reader]:
        account = task.responsible.account
        if account is None or not account.is_active:
            return []
        own = self.secretaries.get(task.problem.organisation_id, [])
        may_open = any(one.account_id == account.pk for one in [*own, *self.leaders, *self.clerks])
        return [Reader(account.pk, task.responsible.name, may_open)]

    def _superior(self, organisation_id: int) -> list[Reader]:
        """The nearest organisation above that has a secretary with an account; at the top the leaders."""
        above = self.parents.get(organisation_id)
        while above is not None:
            if above in self.secretaries:
                return [Reader(one.account_id, one.name, False) for one in self.secretaries[above]]
            above = self.parents.get(above)
        return self.leaders


def line_of_institution() -> Line:
    line = Line(parents=dict(Organisation.objects.values_list("pk", "parent_id")))
    rows = RoleAssignment.objects.filter(
        role__in=["secretary", "leader", "clerk"], account__is_active=True
    ).order_by("pk")
    for role, organisation_id, account_id, name in rows.values_list(
        "role", "organisation_id", "account_id", "account__display_name"
    ):
        reader = Reader(account_id, name, may_open=True)
        if role == "leader":
            line.leaders.append(reader)
        elif role == "clerk":
            line.clerks.append(reader)
        elif organisation_id is not None:
            line.secretaries.setdefault(organisation_id, []).append(reader)
    return line

"""Which organisations a requirement of one level is addressed to."""

from pingyi.organisations.models import Organisation
from pingyi.review.rectification.models import Requirement

UNIT_OF_LEVEL = {
    Requirement.Level.HOSPITAL: Organisation.UnitKind.AFFILIATED_HOSPITAL,
    Requirement.Level.COLLEGE: Organisation.UnitKind.COLLEGE,
}
BRANCHES = (Organisation.Kind.BRANCH, Organisation.Kind.DIRECT_BRANCH)


def organisations_of_level(convenor: Organisation, level: str) -> list[Organisation]:
    """The organisations below the convenor that have to answer, in the order of the tree.

    Hospitals and colleges are second-level organisations of that kind; a requirement for the branches goes to all
    branches of the tree, or, where the tree names none, to the second-level organisations on their behalf.
    """
    second = Organisation.objects.filter(parent=convenor, dissolved_on=None).order_by("order", "pk")
    if level in UNIT_OF_LEVEL:
        return list(second.filter(unit_kind=UNIT_OF_LEVEL[Requirement.Level(level)]))
    if level == Requirement.Level.BRANCH:
        tree = Organisation.objects.filter(path__startswith=f"{convenor.path}/", dissolved_on=None)
        return list(tree.filter(kind__in=BRANCHES).order_by("path", "order")) or list(second)
    return list(second)

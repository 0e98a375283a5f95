from datetime import date

import pytest
from django_scopes import scope

from pingyi.organisations.models import Organisation
from pingyi.review.rectification.queries.levels import organisations_of_level
from tests.factories.world import make_institution, make_organisation

pytestmark = pytest.mark.django_db


def make_tree(*, has_branches: bool) -> Organisation:
    institution = make_institution()
    root = make_organisation(institution, "示例大学党委", unit_kind="university")
    nursing = make_organisation(institution, "护理学院党委", parent=root, order=1)
    make_organisation(institution, "附属医院党委", parent=root, unit_kind="affiliated_hospital", order=2)
    make_organisation(institution, "撤销的学院党委", parent=root, order=3, dissolved_on=date(2025, 6, 1))
    if has_branches:
        make_organisation(institution, "教工支部", parent=nursing, kind="branch", unit_kind="other")
        make_organisation(
            institution, "图书馆直属支部", parent=root, kind="direct_branch", unit_kind="office", order=4
        )
    make_organisation(
        institution, "别家的支部", parent=make_organisation(institution, "别家党委"), kind="branch"
    )
    return root


@pytest.mark.parametrize(
    ("level", "names"),
    [
        ("hospital", ["附属医院党委"]),
        ("college", ["护理学院党委"]),
        ("branch", ["图书馆直属支部", "教工支部"]),
        ("all", ["护理学院党委", "附属医院党委", "图书馆直属支部"]),
    ],
)
def test_a_level_names_its_organisations(level: str, names: list[str]) -> None:
    root = make_tree(has_branches=True)
    with scope(institution=root.institution):
        assert sorted(row.name for row in organisations_of_level(root, level)) == sorted(names)


def test_without_branches_in_the_tree_the_second_level_answers_for_them() -> None:
    root = make_tree(has_branches=False)
    with scope(institution=root.institution):
        assert [row.name for row in organisations_of_level(root, "branch")] == [
            "护理学院党委",
            "附属医院党委",
        ]

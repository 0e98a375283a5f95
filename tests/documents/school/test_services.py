"""Versions of a school's template: nothing is kept of a bad one, one is in use at a time, and only after a trial."""

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope, scopes_disabled

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event, StoredFile
from pingyi.documents.models import PaperTemplate
from pingyi.documents.queries.school_templates import find_template, template_in_use, versions_of
from pingyi.documents.rules import may_keep_templates, may_see_fonts
from pingyi.documents.services.school_templates import (
    NotFit,
    try_template,
    upload_template,
    use_built_in_layout,
    use_template,
)
from pingyi.organisations.actor import Actor
from tests.documents.school.papers import KIND, texts_of, word
from tests.factories.world import NOW, make_actor, make_institution, make_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk() -> Actor:
    return make_actor(make_institution(), "clerk")


def upload(clerk: Actor, *paragraphs: str, name: str = "通知.docx") -> PaperTemplate:
    return upload_template(actor=clerk, now=NOW, kind=KIND, name=name, content=word(*paragraphs))


def verbs(clerk: Actor) -> list[str]:
    return list(
        Event.objects.filter(institution_id=clerk.institution_id, verb__startswith="template.")
        .order_by("sequence")
        .values_list("verb", flat=True)
    )


def test_a_template_that_is_not_fit_leaves_no_trace(clerk: Actor) -> None:
    with scope(institution=clerk.institution):
        with pytest.raises(NotFit) as refused:
            upload(clerk, "{{ 主送单伟 }}", "{{ 期限")

        assert [one.message for one in refused.value.findings] == [
            "不认识占位符“主送单伟”",
            "“{{ 期限”没有写完，这一段里找不到后面的“}}”",
        ]
        assert (versions_of(KIND), StoredFile.objects.count(), verbs(clerk)) == ([], 0, [])


def test_a_version_is_used_after_its_trial_and_one_at_a_time(clerk: Actor) -> None:
    with scope(institution=clerk.institution):
        first, second = upload(clerk), upload(clerk, "{{ 要求 }}")
        with pytest.raises(Refused, match="还没有试印"):
            use_template(actor=clerk, now=NOW, kind=KIND, template=first)

        for template in (first, second):
            printed = try_template(actor=clerk, now=NOW, kind=KIND, template=template)
            assert "关于述职的\n通知" in texts_of(printed.content)
            use_template(actor=clerk, now=NOW, kind=KIND, template=find_template(KIND, template.version))
        use_template(actor=clerk, now=NOW, kind=KIND, template=second)  # pressing again changes nothing

        assert [(one.version, one.is_in_use) for one in versions_of(KIND)] == [(2, True), (1, False)]
        use_built_in_layout(actor=clerk, now=NOW, kind=KIND)
        use_built_in_layout(actor=clerk, now=NOW, kind=KIND)
        assert template_in_use(KIND) is None
        use_template(actor=clerk, now=NOW, kind=KIND, template=find_template(KIND, 1))
        assert template_in_use(KIND) == first
    assert verbs(clerk) == [
        *["template.uploaded"] * 2,
        *["template.taken_into_use"] * 2,
        "template.set_aside",
        "template.taken_into_use",
    ]


def test_templates_belong_to_one_institution(clerk: Actor) -> None:
    other = make_actor(make_institution(), "clerk")
    with scope(institution=clerk.institution):
        template = upload(clerk)
    with scope(institution=other.institution):
        assert versions_of(KIND) == []
        with pytest.raises(Missing):
            find_template(KIND, 1)
        with pytest.raises(Forbidden):
            try_template(actor=other, now=NOW, kind=KIND, template=template)


def test_a_version_is_never_removed(clerk: Actor) -> None:
    with scope(institution=clerk.institution):
        template = upload(clerk)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), scopes_disabled():
        template.delete()


@pytest.mark.parametrize(
    ("role", "keeps", "sees_fonts"),
    [
        ("clerk", True, True),
        ("leader", False, True),
        ("secretary", False, False),
        ("scrutineer", False, False),
        ("counter", False, False),
    ],
)
def test_who_may_do_what(role: str, keeps: bool, sees_fonts: bool) -> None:
    institution = make_institution()
    organisation = make_organisation(institution) if role == "secretary" else None
    actor = make_actor(institution, role, organisation=organisation)

    assert (may_keep_templates(actor), may_see_fonts(actor)) == (keeps, sees_fonts)

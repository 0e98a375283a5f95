"""Writes a plan of the import. Called inside the transaction of `apply_import`, which has checked everything."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat

from pingyi.organisations.domain.imports.drafts import (
    Drafts,
    MemberDraft,
    OrganisationDraft,
    PersonDraft,
    PostDraft,
)
from pingyi.organisations.domain.imports.plan import (
    Plan,
    changes_of_body,
    changes_of_member,
    changes_of_organisation,
    changes_of_person,
    changes_of_post,
)
from pingyi.organisations.models import (
    Body,
    BodyMember,
    Delegate,
    Institution,
    Organisation,
    OrganisationAlias,
    Person,
    Post,
)

BATCH = 500
ORGANISATION_FIELDS = ("name", "code", "kind", "unit_kind", "order", "founded_on", "dissolved_on", "path")
POST_FIELDS = ("title", "title_text", "is_acting", "portfolio", "ended_on", "term_ends_on")


class PlanWriter:
    """Knows the number of every draft, old or new, as soon as it is written."""

    def __init__(self, institution: Institution) -> None:
        self.institution = institution
        self.numbers: dict[Any, int] = {}

    def write(self, plan: Plan) -> None:
        drafts = plan.drafts
        self._write_organisations(drafts)
        self._write_people(drafts.people)
        self._write_posts(drafts.posts)
        self._write_bodies(drafts)
        self._write_members(drafts.members)
        rows = [draft for draft in drafts.delegates if draft.known is None]
        self._create(
            Delegate,
            rows,
            lambda one: {
                "person_id": self.number(one.person),
                "kind": one.kind,
                "level_text": one.level_text,
                "congress_number": one.congress_number,
            },
        )

    def number(self, draft: Any) -> int:
        """The key of the row that a draft stands for."""
        return int(draft.known.id) if draft.known is not None else self.numbers[draft]

    def _create(self, model: Any, drafts: Iterable[Any], fields: Callable[[Any], dict[str, Any]]) -> None:
        drafts = list(drafts)
        rows = [model(institution=self.institution, **fields(draft)) for draft in drafts]
        for draft, row in zip(drafts, model.objects.bulk_create(rows, batch_size=BATCH), strict=True):
            self.numbers[draft] = row.pk

    def _write_organisations(self, drafts: Drafts) -> None:
        changed = [
            one for one in drafts.organisations if one.known is not None and changes_of_organisation(one)
        ]
        # Paths and codes may change places among each other, so all of them step aside first.
        aside = [self.number(draft) for draft in (*changed, *drafts.moved_along)]
        for first in range(0, len(aside), BATCH):
            rows_aside = Organisation.objects.filter(pk__in=aside[first : first + BATCH])
            rows_aside.update(path=Concat(Value("//"), Cast("pk", CharField())), code="")
        new = sorted((one for one in drafts.organisations if one.known is None), key=_depth)
        for _, level in groupby(new, key=_depth):
            self._create(Organisation, level, self._organisation_fields)
        rows = []
        for draft in (*changed, *drafts.moved_along):
            row = Organisation(
                pk=self.number(draft), institution=self.institution, **self._organisation_fields(draft)
            )
            rows.append(row)
        Organisation.objects.bulk_update(rows, [*ORGANISATION_FIELDS, "parent"], batch_size=BATCH)
        self._write_names([*new, *changed])

    def _organisation_fields(self, draft: OrganisationDraft) -> dict[str, Any]:
        fields = {name: getattr(draft, name) for name in ORGANISATION_FIELDS}
        return {**fields, "parent_id": self.number(draft.parent) if draft.parent else None}

    def _write_names(self, drafts: list[OrganisationDraft]) -> None:
        """Other names have no life of their own: where the set differs it is written anew."""
        differing = [one for one in drafts if one.known is None or _names(one) != _names(one.known)]
        known = [self.number(one) for one in differing if one.known is not None]
        OrganisationAlias.objects.filter(organisation__in=known).delete()
        rows = [
            OrganisationAlias(
                institution=self.institution,
                organisation_id=self.number(one),
                name=name,
                is_dual_name=is_dual,
            )
            for one in differing
            for is_dual, names in ((True, one.dual_names), (False, one.aliases))
            for name in names
        ]
        OrganisationAlias.objects.bulk_create(rows, batch_size=BATCH)

    def _write_people(self, drafts: list[PersonDraft]) -> None:
        changed = [one for one in drafts if one.known is not None and changes_of_person(one)]
        numbers = [
            self.number(one) for one in changed if one.known and one.known.staff_number != one.staff_number
        ]
        Person.objects.filter(pk__in=numbers).update(staff_number="")
        self._create(Person, (one for one in drafts if one.known is None), self._person_fields)
        rows = [
            Person(pk=self.number(one), institution=self.institution, **self._person_fields(one))
            for one in changed
        ]
        Person.objects.bulk_update(rows, ["name", "staff_number", "organisation"], batch_size=BATCH)

    def _person_fields(self, draft: PersonDraft) -> dict[str, Any]:
        organisation_id = self.number(draft.organisation) if draft.organisation else None
        return {"name": draft.name, "staff_number": draft.staff_number, "organisation_id": organisation_id}

    def _write_posts(self, drafts: list[PostDraft]) -> None:
        self._create(Post, (one for one in drafts if one.known is None), self._post_fields)
        changed = [one for one in drafts if one.known is not None and changes_of_post(one)]
        rows = [
            Post(pk=self.number(one), institution=self.institution, **self._post_fields(one))
            for one in changed
        ]
        Post.objects.bulk_update(rows, POST_FIELDS, batch_size=BATCH)

    def _post_fields(self, draft: PostDraft) -> dict[str, Any]:
        return {
            **{name: getattr(draft, name) for name in POST_FIELDS},
            "person_id": self.number(draft.person),
            "organisation_id": self.number(draft.organisation),
            "started_on": draft.started_on,
        }

    def _write_bodies(self, drafts: Drafts) -> None:
        self._create(
            Body,
            (one for one in drafts.bodies if one.known is None),
            lambda one: {
                "organisation_id": self.number(one.organisation),
                "name": one.name,
                "kind": one.kind,
            },
        )
        for draft in drafts.bodies:
            if draft.known is not None and changes_of_body(draft):
                Body.objects.filter(pk=draft.known.id).update(kind=draft.kind)

    def _write_members(self, drafts: list[MemberDraft]) -> None:
        self._create(BodyMember, (one for one in drafts if one.known is None), self._member_fields)
        changed = [one for one in drafts if one.known is not None and changes_of_member(one)]
        rows = [
            BodyMember(pk=self.number(one), institution=self.institution, **self._member_fields(one))
            for one in changed
        ]
        BodyMember.objects.bulk_update(rows, ["role_text", "order"], batch_size=BATCH)

    def _member_fields(self, draft: MemberDraft) -> dict[str, Any]:
        return {
            "body_id": self.number(draft.body),
            "person_id": self.number(draft.person),
            "role_text": draft.role_text,
            "order": draft.order,
        }


def _depth(draft: OrganisationDraft) -> int:
    return draft.path.count("/")


def _names(one: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return one.dual_names, one.aliases

"""The outcome of the checks: what is new, what changes and how, what stays as it is."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from pingyi.core.sheets.table import Row
from pingyi.organisations import phrases
from pingyi.organisations.domain.imports.drafts import (
    BodyDraft,
    DelegateDraft,
    Drafts,
    MemberDraft,
    OrganisationDraft,
    PersonDraft,
    PostDraft,
)
from pingyi.organisations.domain.names import join_names

EMPTY = "空"


@dataclass(frozen=True)
class FieldChange:
    title: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """One entry that is new or changes; `changes` is empty for a new one."""

    sheet: str
    row: int
    name: str
    is_new: bool
    changes: tuple[FieldChange, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass
class Tally:
    """How many entries of a sort are new, change, and stay."""

    sort: str
    new: int = 0
    changed: int = 0
    same: int = 0


@dataclass
class Plan:
    drafts: Drafts
    tallies: list[Tally] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""
        return not self.lines

    @property
    def fingerprint(self) -> str:
        """The same for the same changes: what a person saw in the preview is what will be written."""
        text = json.dumps([line.as_json() for line in self.lines], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def make_plan(drafts: Drafts) -> Plan:
    """Compares every draft of the file with what is known of it."""
    plan = Plan(drafts)
    _tally(plan, "组织", drafts.organisations, changes_of_organisation, lambda one: one.name)
    _tally(plan, "人员", drafts.people, changes_of_person, lambda one: one.name)
    _tally(plan, "任职", drafts.posts, changes_of_post, _post_name)
    _tally(plan, "机构", drafts.bodies, changes_of_body, lambda one: one.name)
    _tally(
        plan, "机构成员", drafts.members, changes_of_member, lambda one: f"{one.body.name} {one.person.name}"
    )
    _tally(plan, "代表委员", drafts.delegates, lambda _: (), _delegate_name)
    return plan


def changes_of_organisation(draft: OrganisationDraft) -> tuple[FieldChange, ...]:
    """What changes in a known organisation; nothing for a new one."""
    known = draft.known
    if known is None:
        return ()
    moved = _moved("上级", draft.came_from, draft.parent)
    return moved + _changes(
        ("名称", known.name, draft.name),
        ("代码", known.code, draft.code),
        (
            "类型",
            phrases.ORGANISATION_KINDS[known.kind],
            phrases.ORGANISATION_KINDS.get(draft.kind, draft.kind),
        ),
        ("单位类别", phrases.UNIT_KINDS[known.unit_kind], phrases.UNIT_KINDS[draft.unit_kind]),
        ("双名", join_names(known.dual_names), join_names(draft.dual_names)),
        ("别名", join_names(known.aliases), join_names(draft.aliases)),
        ("排序", str(known.order or ""), str(draft.order or "")),
        ("成立日期", _day(known.founded_on), _day(draft.founded_on)),
        ("撤销日期", _day(known.dissolved_on), _day(draft.dissolved_on)),
    )


def changes_of_person(draft: PersonDraft) -> tuple[FieldChange, ...]:
    known = draft.known
    if known is None:
        return ()
    moved = _moved("所在组织", draft.came_from, draft.organisation)
    return moved + _changes(
        ("姓名", known.name, draft.name), ("工号", known.staff_number, draft.staff_number)
    )


def changes_of_post(draft: PostDraft) -> tuple[FieldChange, ...]:
    known = draft.known
    if known is None:
        return ()
    return _changes(
        ("职务", known.title_text, draft.title_text),
        ("职务类别", phrases.POST_TITLES[known.title], phrases.POST_TITLES[draft.title]),
        ("是否主持工作", _yes_no(known.is_acting), _yes_no(draft.is_acting)),
        ("分管", known.portfolio, draft.portfolio),
        ("免职日期", _day(known.ended_on), _day(draft.ended_on)),
        ("任期届满", _day(known.term_ends_on), _day(draft.term_ends_on)),
    )


def changes_of_body(draft: BodyDraft) -> tuple[FieldChange, ...]:
    known = draft.known
    if known is None:
        return ()
    return _changes(("类型", phrases.BODY_KINDS[known.kind], phrases.BODY_KINDS.get(draft.kind, draft.kind)))


def changes_of_member(draft: MemberDraft) -> tuple[FieldChange, ...]:
    known = draft.known
    if known is None:
        return ()
    return _changes(
        ("身份", known.role_text, draft.role_text), ("排序", str(known.order or ""), str(draft.order or ""))
    )


def _moved(
    title: str, before: OrganisationDraft | None, after: OrganisationDraft | None
) -> tuple[FieldChange, ...]:
    """Another organisation, even if it is called the same. The words are full paths, before and after the import."""
    if before is after:
        return ()
    old = before.known.path if before and before.known else EMPTY
    return (FieldChange(title, old, after.path if after else EMPTY),)


def _changes(*fields: tuple[str, str, str]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(title, before or EMPTY, after or EMPTY)
        for title, before, after in fields
        if before != after
    )


def _tally(plan: Plan, sort: str, drafts: Sequence[Any], changes_of: Any, name_of: Any) -> None:
    tally = Tally(sort)
    for draft in drafts:
        changes = changes_of(draft)
        row: Row = draft.row
        if draft.known is None:
            tally.new += 1
        elif changes:
            tally.changed += 1
        else:
            tally.same += 1
            continue
        plan.lines.append(Line(row.form.name, row.number, name_of(draft), draft.known is None, changes))
    if drafts:
        plan.tallies.append(tally)


def _post_name(draft: PostDraft) -> str:
    return f"{draft.organisation.name} {draft.title_text} {draft.person.name}"


def _delegate_name(draft: DelegateDraft) -> str:
    return f"{draft.person.name} {phrases.DELEGATE_KINDS[draft.kind]}"


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _yes_no(value: bool) -> str:
    return "是" if value else "否"

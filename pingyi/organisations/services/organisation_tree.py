"""Create, rename, move: what gives organisations their place and their full path."""

from datetime import date, datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.domain.names import SEPARATOR, STRONG, holds_stroke, join_path, match_key, path_key
from pingyi.organisations.domain.tree import MAX_DEPTH, MAX_PATH, is_below, paths_below
from pingyi.organisations.models import Organisation
from pingyi.organisations.services.register_guard import begin_change


@transaction.atomic
def create_organisation(
    *,
    actor: Actor,
    now: datetime,
    name: str,
    kind: str,
    unit_kind: str = Organisation.UnitKind.OTHER,
    parent: Organisation | None = None,
    code: str = "",
    order: int = 0,
    founded_on: date | None = None,
) -> Organisation:
    """A new organisation below `parent` (None: a root). Its name is new there, its code in the institution.

    Records `organisation.created`.
    """
    begin_change(actor, parent)
    name = checked_name(name)
    check_kind(kind, unit_kind)
    check_code(code)
    path = _new_path(parent, name)
    organisation = Organisation.objects.create(
        institution=actor.institution,
        parent=parent,
        code=code,
        name=name,
        kind=kind,
        unit_kind=unit_kind,
        path=path,
        order=order,
        founded_on=founded_on,
    )
    _record("organisation.created", organisation, actor, now, {"path": path, "code": code})
    return organisation


@transaction.atomic
def rename_organisation(
    *, actor: Actor, now: datetime, organisation: Organisation, name: str, is_old_name_kept: bool = True
) -> Organisation:
    """Another name; the full paths of all below follow. The old name stays as an alias, if wished, for matching.

    Records `organisation.renamed`.
    """
    begin_change(actor, organisation)
    old_name, name = organisation.name, checked_name(name)
    if name == old_name:
        return organisation
    organisation.name = name
    _give_path(organisation, _new_path(organisation.parent, name, organisation))
    if is_old_name_kept and match_key(name) != match_key(old_name):
        organisation.aliases.get_or_create(institution=actor.institution, name=old_name)
    _record("organisation.renamed", organisation, actor, now, {"from": old_name, "to": name})
    return organisation


@transaction.atomic
def move_organisation(
    *, actor: Actor, now: datetime, organisation: Organisation, parent: Organisation | None
) -> Organisation:
    """Another parent (None: a root); all below move along. Not below itself. Records `organisation.moved`."""
    begin_change(actor, organisation, parent)
    if parent == organisation.parent:
        return organisation
    if parent is not None:
        parents = dict(Organisation.objects.values_list("pk", "parent_id"))
        if is_below(parent.pk, organisation.pk, parents):
            raise Refused(
                Words(
                    "“{parent}”就是“{organisation}”自己或它的下级，不能作它的上级。请另选上级。",
                    parent=parent.name,
                    organisation=organisation.name,
                ),
                code="organisation.circle",
                field="parent",
            )
    old_path = organisation.path
    path = _new_path(parent, organisation.name, organisation)
    organisation.parent = parent
    _give_path(organisation, path)
    _record("organisation.moved", organisation, actor, now, {"from": old_path, "to": path})
    return organisation


def checked_name(name: str) -> str:
    """The name as it is stored; refused if it cannot be part of a path."""
    name = tidy(name)
    if not name:
        raise Refused(Words("没有写名称。请填上组织名称。"), code="organisation.no_name", field="name")
    if holds_stroke(name) or STRONG.search(name) or len(name) > 120:
        raise Refused(
            Words("名称里不能有“/”和分号，也不能超过120个字。请改一改再存。"),
            code="organisation.bad_name",
            field="name",
        )
    return name


def check_kind(kind: str, unit_kind: str) -> None:
    if kind not in Organisation.Kind.values:
        raise Refused(Words("没有选组织类型。请从列表里选一个。"), code="organisation.bad_kind", field="kind")
    if unit_kind not in Organisation.UnitKind.values:
        raise Refused(
            Words("没有选单位类别。请从列表里选一个。"), code="organisation.bad_unit_kind", field="unit_kind"
        )


def check_code(code: str, besides: Organisation | None = None) -> None:
    """Refuses a code that another organisation has."""
    if not code:
        return
    taken = Organisation.objects.filter(code=code).exclude(pk=besides.pk if besides else 0).first()
    if taken is not None:
        raise Refused(
            Words("代码 {code} 已经是“{taken}”的。请换一个代码。", code=code, taken=taken.name),
            code="organisation.code_taken",
            field="code",
        )


def _new_path(parent: Organisation | None, name: str, besides: Organisation | None = None) -> str:
    """The full path below the parent; refused if a sibling has the name already, or the path grows too long."""
    path = join_path(parent.path if parent else "", name)
    if len(path) > MAX_PATH or path.count(SEPARATOR) >= MAX_DEPTH:
        raise Refused(
            Words("从最上级到这里的名称连起来太长，或层级太多。请核对上级。"),
            code="organisation.too_deep",
            field="parent",
        )
    siblings = Organisation.objects.filter(parent=parent).exclude(pk=besides.pk if besides else 0)
    for sibling in siblings:
        if path_key(sibling.path) == path_key(path):
            raise Refused(
                Words(
                    "同一个上级下面已经有“{sibling}”。请核对名称，或先给原来的改名。", sibling=sibling.name
                ),
                code="organisation.name_taken",
                field="name",
            )
    return path


def _give_path(organisation: Organisation, path: str) -> None:
    """Saves the organisation with its new path, and the paths of all below it."""
    old_path, organisation.path = organisation.path, path
    organisation.save(update_fields=["name", "parent", "path"])
    prefix = f"{old_path}{SEPARATOR}"
    # Looked at again here: SQLite compares Latin letters without regard to case.
    near = Organisation.objects.filter(path__startswith=prefix)
    below = [child for child in near if child.path.startswith(prefix)]
    fresh = paths_below(path, old_path, [child.path for child in below])
    for child in below:
        child.path = fresh[child.path]
        if len(child.path) > MAX_PATH:
            raise Refused(
                Words("下级“{child}”的完整路径会太长。请把名称改短。", child=child.name),
                code="organisation.too_deep",
                field="name",
            )
    Organisation.objects.bulk_update(below, ["path"], batch_size=500)


def _record(
    verb: str, organisation: Organisation, actor: Actor, now: datetime, payload: dict[str, str]
) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=organisation,
        now=now,
        payload={"name": organisation.name, **payload},
    )

"""The tree after the import: no circles, not too deep, and every path once."""

from pingyi.organisations.domain.imports.drafts import OrganisationDraft
from pingyi.organisations.domain.names import join_path, path_key
from pingyi.organisations.domain.tree import MAX_DEPTH, MAX_PATH, circles


def place_all(drafts: list[OrganisationDraft]) -> list[OrganisationDraft]:
    """Gives every organisation its path. Faults go to rows of the file; returns those that move along unasked."""
    turning = set(circles({draft: draft.parent for draft in drafts}))
    for draft in turning:
        if draft.row:
            draft.row.fault("parent", f"“{draft.name}”的上级绕成了一圈", "核对上级，一个组织不能是自己的下级")
    if turning:
        return []
    for draft in drafts:
        draft.path = ""
    for draft in drafts:
        _give_path(draft)
    _name_doubles(drafts)
    return [
        draft
        for draft in drafts
        if draft.row is None and draft.known is not None and draft.path != draft.known.path
    ]


def _give_path(draft: OrganisationDraft) -> None:
    """Walks up to the first path that is given, then down again; without recursion, whatever the depth."""
    way: list[OrganisationDraft] = []
    here: OrganisationDraft | None = draft
    while here is not None and not here.path:
        way.append(here)
        here = here.parent
    path = here.path if here else ""
    for node in reversed(way):
        path = join_path(path, node.name)
        node.path = path
    row = draft.row
    if row and path.count("/") >= MAX_DEPTH:
        row.fault("parent", f"层级超过{MAX_DEPTH}层", "核对上级")
    elif row and len(path) > MAX_PATH:
        row.fault("name", "从最上级到这里的名称连起来太长", f"把名称缩短，完整路径不超过{MAX_PATH}个字")


def _name_doubles(drafts: list[OrganisationDraft]) -> None:
    """Two organisations of one name below one parent; a pair that the file does not touch is left as it is."""
    by_path: dict[str, OrganisationDraft] = {}
    for draft in sorted(drafts, key=lambda one: one.row.number if one.row else 0):
        other = by_path.setdefault(path_key(draft.path), draft)
        if other is draft or draft.row is None:
            continue
        place = f"第{other.row.number}行" if other.row else f"库里已有的（代码 {other.code or '没有'}）"
        draft.row.fault("name", f"同一个上级下面有两个“{draft.name}”，另一个是{place}", "改名，或删掉重复的")

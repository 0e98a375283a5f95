"""What a row of the sheet 组织 wishes for the fields of its organisation."""

from pingyi.core.text import shorten
from pingyi.organisations import phrases
from pingyi.organisations.domain.imports.drafts import OrganisationDraft
from pingyi.organisations.domain.imports.file_rows import NAME_LENGTH, FileRow
from pingyi.organisations.domain.imports.reading import (
    by_word,
    wanted_choice,
    wanted_day,
    wanted_names,
    wanted_number,
)
from pingyi.organisations.domain.names import match_key

KIND_WORDS = by_word(phrases.ORGANISATION_KINDS) | {
    "基层党委": "committee",
    "二级党委": "committee",
    "总支": "general_branch",
    "直属支部": "direct_branch",
    "支部": "branch",
}
UNIT_WORDS = by_word(phrases.UNIT_KINDS) | {
    "医院": "affiliated_hospital",
    "机关处室": "office",
    "大学": "university",
}


def apply_wishes(entry: FileRow, draft: OrganisationDraft) -> None:
    """Takes over what the row says. Only a row that is told by its code renames: else the name is what told it."""
    row = entry.row
    if entry.is_by_code:
        draft.name = entry.name
    draft.code = entry.code or draft.code
    draft.kind = wanted_choice(row, "kind", KIND_WORDS, draft.kind)
    if not draft.kind and "kind" not in row.faulted:
        words = "、".join(phrases.ORGANISATION_KINDS.values())
        row.fault("kind", f"新组织“{shorten(entry.name)}”没有写类型", f"填 {words} 之一")
    draft.unit_kind = wanted_choice(row, "unit_kind", UNIT_WORDS, draft.unit_kind)
    draft.order = wanted_number(row, "order", draft.order)
    draft.founded_on = wanted_day(row, "founded_on", draft.founded_on)
    draft.dissolved_on = wanted_day(row, "dissolved_on", draft.dissolved_on)
    if draft.founded_on and draft.dissolved_on and draft.dissolved_on < draft.founded_on:
        row.fault("dissolved_on", "撤销日期早于成立日期", "核对这两个日期")
    draft.dual_names = wanted_names(row, "dual_names", draft.dual_names, NAME_LENGTH)
    _apply_aliases(entry, draft)


def _apply_aliases(entry: FileRow, draft: OrganisationDraft) -> None:
    """An alias that repeats the name or a dual name says nothing new and is left out."""
    said = {match_key(name) for name in (draft.name, *draft.dual_names)}
    wishes = wanted_names(entry.row, "aliases", draft.aliases, NAME_LENGTH)
    kept = tuple(name for name in wishes if match_key(name) not in said)
    if {match_key(name) for name in kept} != {match_key(name) for name in draft.aliases}:
        draft.aliases = kept

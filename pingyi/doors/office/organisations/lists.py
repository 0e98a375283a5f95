"""The tree of organisations, as far as the actor may see it."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pingyi.core.clock import now, today
from pingyi.core.errors import Forbidden
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.organisations import phrases
from pingyi.organisations.actor import Actor
from pingyi.organisations.queries import Tree, TreeRow, organisation_tree
from pingyi.organisations.rules import may_keep_register, may_read_register, may_see_names

BRANCH = "branch"
# Longer trees are shown without their branches, until somebody looks for one.
LONG = 300
SECOND_LEVEL = ("committee", "general_branch", "direct_branch")


@dataclass(frozen=True)
class Bar:
    """The one next step of the register."""

    title: str
    effect: str
    button: str = ""
    href: str = ""


@office_page
def organisation_list(request: OfficeRequest) -> HttpResponse:
    """`?q=` searches, `?kind=` filters, `?vacant=1` shows places without secretary, `?dissolved=1` shows all."""
    actor = request.actor
    if not (may_see_names(actor) or actor.has_role("secretary")):
        raise Forbidden
    year = today(now()).year
    search, kind = tidy(request.GET.get("q", "")), request.GET.get("kind", "")
    has_dissolved = request.GET.get("dissolved") == "1"
    tree = organisation_tree(year=year, search=search, kind=kind, is_dissolved_shown=has_dissolved)
    is_full = may_read_register(actor)
    rows = tree.rows if is_full or may_see_names(actor) else own_rows(actor, tree.rows)
    if request.GET.get("vacant") == "1" and is_full:
        rows = [row for row in rows if is_vacant(row)]
    is_filtered = bool(search or kind or request.GET.get("vacant"))
    is_short = len(rows) > LONG and not is_filtered
    shown = {
        "tree": tree,
        "rows": [row for row in rows if row.organisation.kind != BRANCH] if is_short else rows,
        "is_short": is_short,
        "is_full": is_full or actor.has_role("secretary"),
        "may_keep": may_keep_register(actor),
        "search": search,
        "kind": kind,
        "is_filtered": is_filtered,
        "has_dissolved": has_dissolved,
        "dissolved": tree.total - tree.standing,
        "kinds": [
            (value, word, tree.by_kind.get(value, 0)) for value, word in phrases.ORGANISATION_KINDS.items()
        ],
        "bar": next_step(tree) if may_keep_register(actor) and not (search or kind) else None,
    }
    return render(request, "office/organisation-list.html", shown)


def own_rows(actor: Actor, rows: list[TreeRow]) -> list[TreeRow]:
    """What lies in or below the organisations that a secretary answers for."""
    own: set[int] = set()
    for row in rows:
        organisation = row.organisation
        if organisation.pk in actor.organisation_ids or organisation.parent_id in own:
            own.add(organisation.pk)
    return [row for row in rows if row.organisation.pk in own]


def is_vacant(row: TreeRow) -> bool:
    """A standing organisation of the second level with nobody who would report for it."""
    organisation = row.organisation
    is_second = row.depth > 0 and organisation.kind in SECOND_LEVEL
    return is_second and organisation.dissolved_on is None and row.secretary is None


def next_step(tree: Tree) -> Bar | None:
    """What is missing most: people, secretaries, or nothing."""
    if not tree.rows:
        return None
    if not any(row.people for row in tree.rows):
        effect = Words("在模板的“人员”“任职”两张表里填好，和组织一起导入。导入前先看到会改什么。")
        return Bar(
            Words("导入人员和任职，谁是书记才认得出来"),
            effect,
            Words("导入"),
            reverse("office:import-upload"),
        )
    vacant = sum(is_vacant(row) for row in tree.rows)
    if vacant:
        effect = Words("评议按年底在任的书记列名册；没有书记的，写明谁主持工作，由他述职。")
        href = f"{reverse('office:organisation-list')}?vacant=1"
        return Bar(
            Words("补上{vacant}个单位的书记", vacant=vacant),
            effect,
            Words("看这{vacant}个单位", vacant=vacant),
            href,
        )
    effect = Words("二级党组织都有书记或主持工作的副书记。以后有变动，在单位页里改，或重新导入。")
    return Bar(Words("单位和书记都齐了，可以去安排评议"), effect, Words("去安排"), "/office/cycles/new/")

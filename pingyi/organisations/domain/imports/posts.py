"""The sheet 任职: who holds which post, and that an organisation has one secretary at a time."""

from collections.abc import Hashable, Iterable
from datetime import date

from pingyi.core.sheets.table import Row, Table
from pingyi.core.text import shorten
from pingyi.organisations import phrases
from pingyi.organisations.domain.imports.directory import Directory, Step
from pingyi.organisations.domain.imports.drafts import OrganisationDraft, PersonDraft, PostDraft
from pingyi.organisations.domain.imports.known import KnownPost
from pingyi.organisations.domain.imports.people import People
from pingyi.organisations.domain.imports.reading import by_word, wanted_choice, wanted_day, wanted_text
from pingyi.organisations.domain.names import match_key
from pingyi.organisations.domain.terms import Term, overlap
from pingyi.organisations.domain.titles import says_acting, title_of

TITLE_LENGTH = 64
PORTFOLIO_LENGTH = 120
TITLE_WORDS = by_word(phrases.POST_TITLES)

Place = tuple[PersonDraft, OrganisationDraft, date]


class Posts:
    """All posts, known and new. The same post is told by person, organisation, first day, and the words or the kind."""

    def __init__(self, known: list[KnownPost], people: People, directory: Directory) -> None:
        self.all: list[PostDraft] = []
        self.by_words: dict[tuple[Place, str], PostDraft] = {}
        self.known_of_kind: dict[tuple[Place, str], list[PostDraft]] = {}
        for entry in known:
            draft = PostDraft(
                people.by_id[entry.person_id],
                directory.by_id[entry.organisation_id],
                entry.title,
                entry.title_text,
                entry.started_on,
                known=entry,
                is_acting=entry.is_acting,
                portfolio=entry.portfolio,
                ended_on=entry.ended_on,
                term_ends_on=entry.term_ends_on,
            )
            self.add(draft)

    def add(self, draft: PostDraft) -> None:
        self.all.append(draft)
        place = (draft.person, draft.organisation, draft.started_on)
        self.by_words.setdefault((place, match_key(draft.title_text)), draft)
        if draft.known is not None:
            self.known_of_kind.setdefault((place, draft.title), []).append(draft)

    def same(self, place: Place, title: str, title_text: str) -> PostDraft | None:
        """The post of this person that starts on this day: of the same words, else the only one of the same kind."""
        if draft := self.by_words.get((place, match_key(title_text))):
            return draft
        of_kind = [draft for draft in self.known_of_kind.get((place, title), []) if draft.row is None]
        return of_kind[0] if len(of_kind) == 1 else None


def settle_posts(
    table: Table, posts: Posts, people: People, directory: Directory, step: Step
) -> list[PostDraft]:
    """The drafts of the sheet. What is wrong is said at the rows."""
    drafts = []
    for row in table.rows:
        step()
        draft = _settle(row, posts, people, directory)
        if draft is not None:
            drafts.append(draft)
    _name_overlaps(posts.all)
    return drafts


def _settle(row: Row, posts: Posts, people: People, directory: Directory) -> PostDraft | None:
    organisation = directory.find(row, "organisation")
    person = people.find(row, "staff_number", "name", organisation)
    title_text, started_on = row.text("title_text", TITLE_LENGTH), row.day("started_on")
    for key, value in (
        ("organisation", organisation),
        ("title_text", title_text),
        ("started_on", started_on),
    ):
        if not value and key not in row.faulted:
            row.fault(key, f"没有写{row.form.column(key).title}", "填上，或删掉这一行")
    title = wanted_choice(row, "title", TITLE_WORDS, "") or title_of(title_text)
    if row.is_faulty or organisation is None or person is None or started_on is None:
        return None
    draft = posts.same((person, organisation, started_on), title, title_text)
    if draft is None:
        draft = PostDraft(person, organisation, title, title_text, started_on)
        posts.add(draft)
    elif draft.row is not None:
        row.fault("title_text", f"和第{draft.row.number}行是同一个任职", "同一个任职只占一行，删掉多余的")
        return None
    draft.row = row
    _apply(row, draft, title, title_text)
    return draft


def _apply(row: Row, draft: PostDraft, title: str, title_text: str) -> None:
    # A kind that somebody chose by hand stays, unless this file says otherwise or the words of the post change.
    if row.has("title") or draft.known is None or match_key(draft.title_text) != match_key(title_text):
        draft.title = title
    # A post without words of its own is called by its kind; being called so is no change.
    if draft.title_text or title_text != phrases.POST_TITLES[draft.title]:
        draft.title_text = title_text
    acting = row.yes_or_no("is_acting") if row.has("is_acting") else None
    if acting is None:
        acting = draft.is_acting if draft.known else says_acting(title_text)
    draft.is_acting = acting
    draft.portfolio = wanted_text(row, "portfolio", draft.portfolio, PORTFOLIO_LENGTH)
    draft.ended_on = wanted_day(row, "ended_on", draft.ended_on)
    draft.term_ends_on = wanted_day(row, "term_ends_on", draft.term_ends_on)
    for key, day in (("ended_on", draft.ended_on), ("term_ends_on", draft.term_ends_on)):
        if day is not None and day < draft.started_on:
            row.fault(key, f"{row.form.column(key).title}早于任职日期", "核对这两个日期")


def _name_overlaps(drafts: Iterable[PostDraft]) -> None:
    """One secretary at a time, and nobody twice in the same post. Pairs that the file does not touch are left alone."""
    groups: dict[Hashable, list[PostDraft]] = {}
    for draft in drafts:
        same_post = (draft.organisation, draft.person, match_key(draft.title_text))
        groups.setdefault(same_post, []).append(draft)
        if _term(draft).is_secretary:
            groups.setdefault(draft.organisation, []).append(draft)
    for group in groups.values():
        if len(group) > 1 and any(draft.row is not None for draft in group):
            _name_in(sorted(group, key=lambda one: one.started_on))


def _name_in(group: list[PostDraft]) -> None:
    """Compares each with the one before it that lasts longest: whoever overlaps any, overlaps that one."""
    lasting = group[0]
    for draft in group[1:]:
        if overlap(_term(lasting), _term(draft)):
            if draft.row is not None and "started_on" not in draft.row.faulted:
                _name_pair(draft, draft.row, lasting)
            elif lasting.row is not None and "started_on" not in lasting.row.faulted:
                _name_pair(lasting, lasting.row, draft)
        lasting = max(lasting, draft, key=lambda one: one.ended_on or date.max)


def _name_pair(said: PostDraft, row: Row, earlier: PostDraft) -> None:
    place = f"第{earlier.row.number}行" if earlier.row else "库里"
    until = f"到{earlier.ended_on}" if earlier.ended_on else "没有免职日期"
    if said.person is earlier.person:
        message = f"{said.person.name}的这个职务和{place}的任职时间重叠（{earlier.started_on}起，{until}）"
        remedy = "改任职日期的，先在人员页里改；再次任职的，给前一段填上免职日期"
    else:
        name = f"{earlier.person.name}（{earlier.started_on}起，{until}）"
        message = f"“{shorten(said.organisation.name)}”同一时间有两位书记：{place}的{name}"
        remedy = "给前任填上免职日期；只是主持工作的，在“是否主持工作”填“是”"
    row.fault("started_on", message, remedy)


def _term(draft: PostDraft) -> Term:
    known = draft.known
    return Term(
        known.id if known else None,
        None,
        draft.person.name,
        None,
        draft.title,
        draft.title_text,
        draft.is_acting,
        draft.started_on,
        draft.ended_on,
    )

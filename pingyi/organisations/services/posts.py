"""Who holds which post, from when to when."""

from datetime import date, datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.organisations.domain.names import match_key
from pingyi.organisations.domain.terms import Term, overlap
from pingyi.organisations.domain.titles import says_acting, title_of
from pingyi.organisations.models import Organisation, Person, Post
from pingyi.organisations.queries.terms import term_of_post
from pingyi.organisations.services.register_guard import begin_change


@transaction.atomic
def appoint(
    *,
    actor: Actor,
    now: datetime,
    person: Person,
    organisation: Organisation,
    title_text: str,
    started_on: date,
    title: str = "",
    is_acting: bool | None = None,
    portfolio: str = "",
    ended_on: date | None = None,
    term_ends_on: date | None = None,
) -> Post:
    """The person holds a post of the organisation from this day on.

    `title` and `is_acting` are read from the words of the post where they are not given. An organisation has one
    secretary at a time, not counting those who act for one: an overlap is refused. Records `post.appointed`.
    """
    begin_change(actor, person, organisation)
    post = Post(institution=actor.institution, person=person, organisation=organisation)
    _fill(post, title_text, title, is_acting, portfolio, started_on, ended_on, term_ends_on)
    _check(post)
    post.save()
    _record("post.appointed", post, actor, now)
    return post


@transaction.atomic
def revise_post(
    *,
    actor: Actor,
    now: datetime,
    post: Post,
    title_text: str,
    started_on: date,
    title: str = "",
    is_acting: bool | None = None,
    portfolio: str = "",
    ended_on: date | None = None,
    term_ends_on: date | None = None,
) -> Post:
    """Corrects a post that was written down wrongly; the same rules as for a new one. Records `post.revised`."""
    begin_change(actor, post)
    _fill(post, title_text, title, is_acting, portfolio, started_on, ended_on, term_ends_on)
    _check(post)
    post.save()
    _record("post.revised", post, actor, now)
    return post


@transaction.atomic
def end_post(*, actor: Actor, now: datetime, post: Post, ended_on: date) -> Post:
    """The post ends on this day, on which a successor may start. Records `post.ended`."""
    begin_change(actor, post)
    if post.ended_on is not None:
        raise Refused(
            Words("这个职务 {ended_on} 已经免去，不用再办。", ended_on=post.ended_on),
            code="post.ended",
            field="ended_on",
        )
    post.ended_on = ended_on
    _check(post)
    post.save(update_fields=["ended_on"])
    _record("post.ended", post, actor, now)
    return post


@transaction.atomic
def withdraw_post(*, actor: Actor, now: datetime, post: Post) -> None:
    """Removes a post that was written down by mistake and never held. Records `post.withdrawn`."""
    begin_change(actor, post)
    _record("post.withdrawn", post, actor, now)
    post.delete()


def _fill(
    post: Post,
    title_text: str,
    title: str,
    is_acting: bool | None,
    portfolio: str,
    started_on: date,
    ended_on: date | None,
    term_ends_on: date | None,
) -> None:
    title_text = tidy(title_text)
    if not title_text or len(title_text) > 64:
        raise Refused(
            Words("职务要在1到64个字之间。请照任职文件填写。"), code="post.no_title", field="title_text"
        )
    if title and title not in Post.Title.values:
        raise Refused(Words("没有这个职务类别。请从列表里选。"), code="post.bad_title", field="title")
    post.title_text, post.title = title_text, title or title_of(title_text)
    post.is_acting = says_acting(title_text) if is_acting is None else is_acting
    post.portfolio = tidy(portfolio)[:120]
    post.started_on, post.ended_on, post.term_ends_on = started_on, ended_on, term_ends_on


def _check(post: Post) -> None:
    if post.ended_on is not None and post.ended_on < post.started_on:
        raise Refused(
            Words("免职日期早于任职日期。请核对这两个日期。"), code="post.too_early", field="ended_on"
        )
    wished = term_of_post(post)
    others = Post.objects.filter(organisation=post.organisation).exclude(pk=post.pk).select_related("person")
    for other in (term_of_post(row) for row in others):
        is_overlap = overlap(wished, other)
        if is_overlap and wished.is_secretary and other.is_secretary:
            raise Refused(
                Words(
                    "{organisation}同一时间会有两位书记：{said}。请先给前任填免职日期；只是主持工作的，请选“主持工作”。",
                    organisation=post.organisation.name,
                    said=_said(other),
                ),
                code="post.two_secretaries",
                field="started_on",
            )
        is_same = wished.person_id == other.person_id and match_key(wished.title_text) == match_key(
            other.title_text
        )
        if is_same and (is_overlap or wished.started_on == other.started_on):
            raise Refused(
                Words("{said}，和这次的时间重叠。请改原来的那一条，或先填它的免职日期。", said=_said(other)),
                code="post.twice",
                field="started_on",
            )


def _said(term: Term) -> str:
    until = Words("到{ended_on}", ended_on=term.ended_on) if term.ended_on else Words("没有免职日期")
    return Words(
        "{person_name}{started_on}起任{title_text}，{until}",
        person_name=term.person_name,
        started_on=term.started_on,
        title_text=term.title_text,
        until=until,
    )


def _record(verb: str, post: Post, actor: Actor, now: datetime) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=post,
        now=now,
        payload={
            "person": post.person.name,
            "organisation": post.organisation.name,
            "title": post.title_text,
            "started_on": str(post.started_on),
            "ended_on": str(post.ended_on or ""),
        },
    )

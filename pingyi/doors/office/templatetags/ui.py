"""Template tags of all pages (builtins: no load line needed).

icon NAME [class] · wordmark · sprite … endsprite · patterns · stack · legend · grade · meter · cap_bar CAP ·
dot_strip ROW · time_line · asset PATH · live TOPIC (the address of its hints, for data-live)
and filters: day, weekday, full_day, time_of_day, moment for dates,
lateness (逾3个工作日), share for exact shares (12.5%), role_word.
"""
# ruff: noqa: S308 (what is marked safe is drawn by our own code, which escapes the words that it is given)

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from pingyi.core.live import live_token
from pingyi.doors.office.drawing import axis, cap, charts, dates, icons, strips
from pingyi.doors.office.drawing.assets import address_of
from pingyi.doors.office.shell import Shell, shell_of
from pingyi.organisations.domain.reckoning import Late
from pingyi.organisations.phrases import ROLES, late_words
from pingyi.review.appraisal.domain.cap import Cap
from pingyi.review.cards.domain.table import Row
from pingyi.review.cycles.domain.decimals import share_text

register = template.Library()


@register.simple_tag
def icon(name: str, css_class: str = "") -> SafeString:
    return mark_safe(icons.draw_icon(name, css_class))


@register.simple_tag
def wordmark() -> SafeString:
    return mark_safe(icons.draw_wordmark())


class SpriteNode(template.Node):
    """Renders its content, then the symbols that the content refers to."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        html = self.nodelist.render(context)
        return mark_safe(html + icons.sprite_of(html))


@register.tag
def sprite(parser: Parser, token: Token) -> SpriteNode:
    """`{% sprite %} … {% endsprite %}` around the body of a page, or around a fragment fetched on its own."""
    nodelist = parser.parse(("endsprite",))
    parser.delete_first_token()
    return SpriteNode(nodelist)


@register.simple_tag
def patterns() -> SafeString:
    return mark_safe(charts.PATTERNS)


@register.simple_tag
def stack(counts: Sequence[int], height: int = 20, label: str = "", is_poll: bool = False) -> SafeString:
    return mark_safe(charts.draw_stack(counts, height, label, is_poll))


@register.simple_tag
def legend(has_unknown: object = True, is_poll: bool = False) -> SafeString:
    return mark_safe(charts.draw_legend(has_unknown is not False, is_poll))


@register.simple_tag
def grade(code_or_word: str | None, css_class: str = "") -> SafeString:
    return mark_safe(charts.draw_grade(code_or_word, css_class))


@register.simple_tag
def meter(part: float, whole: float, css_class: str = "") -> SafeString:
    return mark_safe(charts.draw_meter(part, whole, css_class))


@register.simple_tag
def cap_bar(limit: Cap) -> SafeString:
    return mark_safe(cap.draw_cap(limit))


@register.simple_tag
def dot_strip(row: Row) -> SafeString:
    return mark_safe(strips.draw_strip(row))


@register.simple_tag
def time_line(marks: Sequence[axis.Mark], today: date) -> SafeString:
    return mark_safe(axis.draw_axis(marks, today))


@register.simple_tag
def asset(path: str) -> str:
    """The address of a file below static/ with the digest of its content: a release brings no stale sheet."""
    return address_of(path)


@register.simple_tag
def html_language() -> str:
    """What the page is written in, for its lang attribute."""
    return "en" if get_language() == "en" else "zh-Hans"


@register.simple_tag
def live(topic: str) -> str:
    """`<div data-live="{% live topic %}" data-fragment="URL">` with live.js at the end of the page."""
    return f"/live/{live_token(topic)}"


@register.simple_tag(takes_context=True)
def shell(context: Context) -> Shell | None:
    """What surrounds the page; nothing for people who are not signed in or have no role."""
    request = context.get("request")
    actor = getattr(request, "actor", None)
    if request is None or actor is None:
        return None
    named = request.resolver_match.kwargs if request.resolver_match else {}
    shown = {word: context.get(word) for word in ("cycle", "meeting", "reporter", "problem")}
    return shell_of(actor, here=request.path, named=named, shown=shown)


@register.filter
def day(value: date | datetime | None) -> str:
    return dates.say_day(value)


@register.filter
def weekday(value: date | datetime | None) -> str:
    return dates.say_weekday(value)


@register.filter
def full_day(value: date | datetime | None) -> str:
    return dates.say_full_day(value)


@register.filter
def time_of_day(value: datetime | None) -> str:
    return dates.say_time(value)


@register.filter
def moment(value: datetime | None) -> str:
    return dates.say_moment(value)


@register.filter
def lateness(value: Late) -> str:
    return late_words(value)


@register.filter
def share(value: Fraction) -> str:
    return share_text(value)


@register.filter
def role_word(role: str) -> str:
    return ROLES[role]

"""The forms of the register, field by field."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.office.form_fields import Field, FormState
from pingyi.doors.office.sent_fields import faults_of
from pingyi.organisations import phrases

if TYPE_CHECKING:
    from pingyi.organisations.models import Organisation, Post

Choices = list[tuple[str, str]]
NOT_SAID = ("", Words("看职务文字"))


def state_of(
    name: str,
    failed: str,
    sent: Mapping[str, str],
    refusal: Refused | None,
    stored: Mapping[str, str] | None = None,
) -> FormState:
    """The form of this name: with what was typed and what is wrong if it is the one that failed."""
    if name != failed or refusal is None:
        return FormState(name, stored or {})
    return FormState(name, stored or {}, sent, faults_of(refusal))


def choices_of(words: Mapping[str, str], first: tuple[str, str] | None = None) -> Choices:
    return [*([first] if first else []), *words.items()]


def day_text(day: date | None) -> str:
    return day.isoformat() if day else ""


def organisation_fields(form: FormState) -> list[Field]:
    """What can be corrected without moving or renaming."""
    return [
        form.field(
            "kind",
            Words("类型"),
            kind="select",
            options=choices_of(phrases.ORGANISATION_KINDS),
            is_required=True,
        ),
        form.field("unit_kind", Words("单位类别"), kind="select", options=choices_of(phrases.UNIT_KINDS)),
        form.field("code", Words("代码"), hint=Words("导入时按它认组织，可以空着")),
        form.field("order", Words("排序"), hint=Words("同一上级下面的先后，1在最前"), css="w-n"),
        form.field("founded_on", Words("成立日期"), kind="date"),
    ]


def stored_organisation(organisation: "Organisation") -> dict[str, str]:
    return {
        "name": organisation.name,
        "parent": str(organisation.parent_id or ""),
        "kind": organisation.kind,
        "unit_kind": organisation.unit_kind,
        "code": organisation.code,
        "order": str(organisation.order or ""),
        "founded_on": day_text(organisation.founded_on),
    }


def post_fields(form: FormState) -> list[Field]:
    """A post without its person and its organisation."""
    return [
        form.field(
            "title_text", Words("职务"), hint=Words("照任职文件写，如“党委书记、院长”"), is_required=True
        ),
        form.field(
            "title", Words("职务类别"), kind="select", options=choices_of(phrases.POST_TITLES, NOT_SAID)
        ),
        form.field(
            "is_acting",
            Words("主持工作"),
            kind="select",
            options=[
                ("", Words("看职务文字")),
                ("yes", Words("是，没有书记时由他述职")),
                ("no", Words("否")),
            ],
        ),
        form.field("portfolio", Words("分管")),
        form.field("started_on", Words("任职日期"), kind="date", is_required=True),
        form.field("ended_on", Words("免职日期"), kind="date", hint=Words("在任的空着")),
        form.field("term_ends_on", Words("任期届满"), kind="date"),
    ]


def stored_post(post: "Post") -> dict[str, str]:
    return {
        "title_text": post.title_text,
        "title": post.title,
        "is_acting": "yes" if post.is_acting else "no",
        "portfolio": post.portfolio,
        "started_on": day_text(post.started_on),
        "ended_on": day_text(post.ended_on),
        "term_ends_on": day_text(post.term_ends_on),
    }


def person_fields(form: FormState, organisations: Choices) -> list[Field]:
    return [
        form.field("name", Words("姓名"), is_required=True),
        form.field("staff_number", Words("工号"), hint=Words("有工号的要填，重名时靠它区分")),
        form.field(
            "organisation", Words("所在组织"), kind="select", options=[("", Words("没有")), *organisations]
        ),
    ]


def delegate_fields(form: FormState) -> list[Field]:
    return [
        form.field("kind", Words("类别"), kind="select", options=choices_of(phrases.DELEGATE_KINDS)),
        form.field("level_text", Words("层级"), hint=Words("学校、市、自治区")),
        form.field("congress_number", Words("第几次"), hint=Words("不知道的空着"), css="w-n"),
    ]

"""The school's own Word templates: the list of kinds, one kind with placeholders and versions, uploading, trying."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.files import read_file
from pingyi.core.words import Words
from pingyi.documents.domain.papers import PaperKind
from pingyi.documents.queries.school_templates import find_template, templates_in_use, versions_of
from pingyi.documents.render.files import WORD_KIND, word_file
from pingyi.documents.rules import may_keep_templates
from pingyi.documents.services.school_templates import (
    NotFit,
    try_template,
    upload_template,
    use_built_in_layout,
    use_template,
)
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.layouts.kinds import KINDS, kind_called
from pingyi.doors.office.meetings.acting import act_and_return
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_file import limit_mb, sent_upload


@office_page
@require_GET
def show_list(request: OfficeRequest) -> HttpResponse:
    """Every kind with the layout in which it goes out now."""
    _allow(request)
    in_use = templates_in_use()
    rows = [(kind, in_use.get(kind.code)) for kind in KINDS]
    return render(request, "office/template-list.html", {"rows": rows})


@office_page
@require_http_methods(["GET", "POST"])
def show(request: OfficeRequest, code: str) -> HttpResponse:
    """POST `file`, a .docx: a new version, if nothing is wrong with it."""
    _allow(request)
    kind = kind_called(code)
    if request.method != "POST":
        return _page(request, kind)
    try:
        name, content = _uploaded(request)
        template = upload_template(actor=request.actor, now=now(), kind=kind, name=name, content=content)
    except (Forbidden, Missing):
        raise
    except Refused as refusal:
        return _page(request, kind, refusal)
    messages.success(
        request,
        Words(
            "第{version}版收下了，占位符都认得。还没有启用：先试印，看过再启用。", version=template.version
        ),
    )
    return redirect("office:template-show", code)


@office_page
@require_GET
def starter(request: OfficeRequest, code: str) -> HttpResponse:
    """The built-in layout with the placeholders in place, as a .docx to begin with."""
    _allow(request)
    file = word_file(kind_called(code).starter())
    return file_answer(file.content, file.name.removesuffix(".docx"), "docx", WORD_KIND)


@office_page
@require_GET
def one_file(request: OfficeRequest, code: str, version: int) -> HttpResponse:
    """A version as it was uploaded."""
    _allow(request)
    kind = kind_called(code)
    template = find_template(kind, version)
    return file_answer(
        read_file(template.file),
        Words("{kind}模板第{version}版", kind=kind.name, version=version),
        "docx",
        WORD_KIND,
    )


@office_page
@require_POST
def trial(request: OfficeRequest, code: str, version: int) -> HttpResponse:
    """No fields. The paper with example data; from now on the version may be taken into use."""
    kind = kind_called(code)
    file = try_template(actor=request.actor, now=now(), kind=kind, template=find_template(kind, version))
    return file_answer(file.content, file.name.removesuffix(".docx"), "docx", WORD_KIND)


@office_page
@require_POST
def use(request: OfficeRequest, code: str, version: int) -> HttpResponse:
    """No fields. Papers of this kind come from this version from now on."""
    kind = kind_called(code)
    return act_and_return(
        request,
        lambda: use_template(
            actor=request.actor, now=now(), kind=kind, template=find_template(kind, version)
        ),
        reverse("office:template-show", args=[code]),
        Words("第{version}版启用了。以后发出的{kind}用它，已经发出的不变。", version=version, kind=kind.name),
    )


@office_page
@require_POST
def built_in(request: OfficeRequest, code: str) -> HttpResponse:
    """No fields. Back to the built-in layout; the versions stay."""
    kind = kind_called(code)
    return act_and_return(
        request,
        lambda: use_built_in_layout(actor=request.actor, now=now(), kind=kind),
        reverse("office:template-show", args=[code]),
        Words("改回自带的版式了。以后发出的{kind}用自带的，已经发出的不变。", kind=kind.name),
    )


def _allow(request: OfficeRequest) -> None:
    if not may_keep_templates(request.actor):
        raise Forbidden(Words("文书模板由经办人管。"))


def _uploaded(request: OfficeRequest) -> tuple[str, bytes]:
    upload = sent_upload(
        request,
        none=Words("还没有选文件。选改好的 .docx 再上传。"),
        too_large=Words("文件超过 {limit} MB。请压缩里面的图片再上传。", limit=limit_mb()),
    )
    return str(upload.name), bytes(upload.read())


def _page(request: OfficeRequest, kind: PaperKind, refusal: Refused | None = None) -> HttpResponse:
    versions = versions_of(kind)
    in_use = next((one for one in versions if one.is_in_use), None)
    shown = {
        "kind": kind,
        "versions": versions,
        "newest": versions[0] if versions else None,
        "in_use": in_use,
        "refusal": refusal,
        "findings": refusal.findings if isinstance(refusal, NotFit) else (),
        "bodies": [one for one in kind.placeholders if one.is_body],
        "lists": [one for one in kind.placeholders if one.is_list],
    }
    return render(request, "office/template-show.html", shown, status=refusal.status if refusal else 200)

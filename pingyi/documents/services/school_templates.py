"""The school's own templates: uploading a version, trying it, taking it into use, going back to the built-in layout."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.files import read_file, store_file
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.documents.domain.papers import PaperKind
from pingyi.documents.models import PaperTemplate
from pingyi.documents.render.files import WORD_KIND, RenderedFile
from pingyi.documents.rules import may_keep_templates
from pingyi.documents.school.checking import check_template
from pingyi.documents.school.filling import fill
from pingyi.documents.school.finding import Finding
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution


class NotFit(Refused):
    """The template was looked at and nothing was kept; `findings` say what is wrong where."""

    status = 422

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            Words(
                "模板有{findings}处要改，没有收。在用的没有变。改好下面每一处，再传一次。",
                findings=len(findings),
            ),
            code="template.not_fit",
            field="file",
        )
        self.findings = findings


def upload_template(
    *, actor: Actor, now: datetime, kind: PaperKind, name: str, content: bytes
) -> PaperTemplate:
    """Keep a new version if nothing is wrong with it; it is not in use yet. Records template.uploaded."""
    _allow(actor)
    checked = check_template(content, kind)
    if not checked.is_fit:
        raise NotFit(checked.findings)
    with transaction.atomic():
        _hold(actor)
        versions = PaperTemplate.objects.filter(kind=kind.code)
        latest = versions.aggregate(latest=Max("version"))["latest"] or 0
        template: PaperTemplate = PaperTemplate.objects.create(
            institution_id=actor.institution_id,
            kind=kind.code,
            version=latest + 1,
            file=store_file(
                institution_id=actor.institution_id,
                name=name,
                content=content,
                stored_by_id=actor.account_id,
                now=now,
            ),
            uploaded_by_id=actor.account_id,
            uploaded_at=now,
        )
        _record(actor, now, "template.uploaded", template, kind)
    return template


def try_template(*, actor: Actor, now: datetime, kind: PaperKind, template: PaperTemplate) -> RenderedFile:
    """The paper with example data, for somebody to look at before the version is taken into use."""
    _allow(actor, template)
    content = fill(read_file(template.file), kind.example())
    PaperTemplate.objects.filter(pk=template.pk, tried_at__isnull=True).update(tried_at=now)
    return RenderedFile(
        Words("{kind}试印第{version}版.docx", kind=kind.name, version=template.version), WORD_KIND, content
    )


@transaction.atomic
def use_template(*, actor: Actor, now: datetime, kind: PaperKind, template: PaperTemplate) -> PaperTemplate:
    """Take a version into use: papers that go out from now on come from it. Records template.taken_into_use."""
    _allow(actor, template)
    _hold(actor)
    template = PaperTemplate.objects.select_related("file").get(pk=template.pk)
    if template.is_in_use:
        return template
    if template.tried_at is None:
        raise Refused(
            Words("第{version}版还没有试印。先下载试印，打开看过再启用。", version=template.version),
            code="template.untried",
        )
    read_file(template.file)
    PaperTemplate.objects.filter(kind=kind.code, is_in_use=True).update(is_in_use=False)
    template.is_in_use = True
    template.save(update_fields=["is_in_use"])
    _record(actor, now, "template.taken_into_use", template, kind)
    return template


@transaction.atomic
def use_built_in_layout(*, actor: Actor, now: datetime, kind: PaperKind) -> None:
    """Go back to the built-in layout; the versions stay. Records template.set_aside."""
    _allow(actor)
    _hold(actor)
    template = PaperTemplate.objects.filter(kind=kind.code, is_in_use=True).select_related("file").first()
    if template is None:
        return
    template.is_in_use = False
    template.save(update_fields=["is_in_use"])
    _record(actor, now, "template.set_aside", template, kind)


def _allow(actor: Actor, template: PaperTemplate | None = None) -> None:
    if not may_keep_templates(actor, template):
        raise Forbidden(Words("文书模板由经办人管。"))


def _hold(actor: Actor) -> None:
    """Changes of templates queue on the institution."""
    Institution.objects.select_for_update().get(pk=actor.institution_id)


def _record(actor: Actor, now: datetime, verb: str, template: PaperTemplate, kind: PaperKind) -> None:
    record_event(
        institution_id=actor.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=template,
        now=now,
        payload={
            "title": Words("{kind}第{version}版", kind=kind.name, version=template.version),
            "file": template.file.name,
        },
    )

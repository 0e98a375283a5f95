"""A secretary's own daily assessment: what is asked, what she says and shows, and what came out."""

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed, act_or_show
from pingyi.doors.office.daily.reading import POINTS, changed_today, sent_points
from pingyi.doors.office.form_fields import Field
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.reading import handed_in
from pingyi.doors.office.sent_fields import sent_day
from pingyi.doors.office.stored_file import stored_file_answer
from pingyi.review.daily.domain.arithmetic import Sheet
from pingyi.review.daily.domain.indicators import Indicator
from pingyi.review.daily.phrases import STATES, base_words, change_words, points_text
from pingyi.review.daily.queries.assessments import Assessment, find_evidence, find_indicator
from pingyi.review.daily.queries.own import OwnDaily, find_reporter_anywhere, own_daily
from pingyi.review.daily.rules import may_read_score
from pingyi.review.daily.services import OwnFile, remove_evidence, save_assessment

if TYPE_CHECKING:
    from pingyi.review.cycles.models import Reporter

CHIPS = {
    "draft": ("info", "edit"),
    "submitted": ("soon", "hourglass"),
    "checked": ("ok", "check"),
    "returned": ("late", "arrow-back-up"),
}
NOT_BEGUN = ("", "circle-dot", Words("还没有写"))


@dataclass(frozen=True)
class OwnLine:
    """One indicator that asks for a self-assessment, with its form while it is open."""

    id: int
    heading: str
    text: str
    points: str
    chip: tuple[str, str, str]
    assessment: Assessment | None
    asked: str
    found: str
    fields: tuple[Field, ...]
    words_field: Field | None
    is_opened: bool


@dataclass(frozen=True)
class Scored:
    """What came out, what it is based on, and what would come out now where that is something else."""

    score: str
    based_on: str
    change: str


@office_page
@require_GET
def daily_mine(request: OfficeRequest) -> HttpResponse:
    return _page(request, NOT_FAILED)


@office_page
@require_POST
def assess(request: OfficeRequest, reporter_id: int, daily_indicator_id: int) -> HttpResponse:
    """POST points, words, then (save or submit), and one file with note and happened_on if wished."""
    is_handed_in = request.POST.get("then") == "submit"
    return act_or_show(
        request,
        lambda: _save(request, reporter_id, daily_indicator_id, is_handed_in=is_handed_in),
        lambda failed: _page(request, failed),
        form=f"own-{reporter_id}-{daily_indicator_id}",
        back=f"{reverse('office:daily-mine')}#own-{reporter_id}-{daily_indicator_id}",
        said=Words("交了，等核对。") if is_handed_in else Words("存好了，还没有交。"),
    )


@office_page
@require_POST
def evidence_remove(request: OfficeRequest, self_evidence_id: int) -> HttpResponse:
    """No fields."""
    evidence = find_evidence(self_evidence_id)
    return act_or_show(
        request,
        lambda: remove_evidence(actor=request.actor, now=now(), evidence=evidence),
        lambda failed: _page(request, failed),
        form="remove",
        back=reverse("office:daily-mine"),
        said=Words("佐证撤下了，办事记录里留着它来过。"),
    )


@office_page
@require_GET
def evidence_file(request: OfficeRequest, self_evidence_id: int) -> HttpResponse:
    """The file to keep: for whoever may read the arithmetic that it stands behind."""
    evidence = find_evidence(self_evidence_id)
    if not may_read_score(request.actor, evidence.assessment.reporter):
        raise Forbidden(Words("自评的佐证，经办人、领导、计票人可以看，书记只看自己的。"))
    return stored_file_answer(evidence.file)


def _save(request: OfficeRequest, reporter_id: int, indicator_id: int, *, is_handed_in: bool) -> None:
    sent, upload = request.POST, handed_in(request)
    file = None
    if upload is not None:
        note, day = sent.get("note", ""), sent_day(sent, "happened_on")
        file = OwnFile(upload.name, upload.content, note, day)
    indicator = find_indicator(indicator_id)
    most = Fraction(indicator.claimed_numerator, indicator.claimed_denominator)
    save_assessment(
        actor=request.actor,
        now=now(),
        reporter=find_reporter_anywhere(reporter_id),
        indicator=indicator,
        asked=sent_points(sent.get("points", ""), "points", most),
        words=sent.get("words", ""),
        file=file,
        is_handed_in=is_handed_in,
    )


def _page(request: OfficeRequest, failed: Failed) -> HttpResponse:
    if not request.actor.has_role("secretary"):
        raise Forbidden(Words("这一页是书记做自己单位日常考核自评的。"))
    found = own_daily(request.actor)
    changed = changed_today(found, found[0].reporter.cycle) if found else {}
    places = [(one, _lines(one, failed), _scored(one, changed.get(one.reporter.pk))) for one in found]
    shown = {
        "cycle": found[0].reporter.cycle if found else None,
        "places": places,
        "left": sum(
            line.assessment is None or line.assessment.is_open for _, lines, _ in places for line in lines
        ),
        "total": sum(len(lines) for _, lines, _ in places),
        "refusal": failed.loose,
    }
    return render(request, "office/daily-mine.html", shown, status=failed.status)


def _lines(one: OwnDaily, failed: Failed) -> list[OwnLine]:
    if one.reading is None:
        return []
    return [
        _line(one.reporter, pk, row, one.assessments.get(pk), failed)
        for pk, row in one.reading.claimed.items()
    ]


def _line(
    reporter: "Reporter", pk: int, row: Indicator, assessment: Assessment | None, failed: Failed
) -> OwnLine:
    form = f"own-{reporter.pk}-{pk}"
    fields: tuple[Field, ...] = ()
    words_field = None
    if assessment is None or assessment.is_open:
        state = failed.state(
            form,
            points=POINTS.typed(assessment.asked) if assessment else "",
            words=assessment.row.words if assessment else "",
        )
        most = points_text(row.claimed)
        fields = (
            state.field("points", Words("自评分"), hint=Words("0到{most}分", most=most), css="w-n"),
            state.field(
                "file", Words("佐证"), kind="file", hint=Words("照片、通知、记录都可以，一次一个文件")
            ),
            state.field("note", Words("佐证说明什么"), hint=Words("空着就用文件名")),
        )
        words_field = state.field("words", Words("做了什么"))
    chip = (*CHIPS[assessment.row.state], STATES[assessment.row.state]) if assessment else NOT_BEGUN
    found = assessment.found if assessment else None
    return OwnLine(
        pk,
        row.heading,
        row.text,
        points_text(row.claimed),
        chip,
        assessment,
        points_text(assessment.asked) if assessment else "",
        "" if found is None else points_text(found),
        fields,
        words_field,
        is_opened=failed.form == form,
    )


def _scored(one: OwnDaily, anew: Sheet | None) -> Scored | None:
    exact = one.score.score if one.score else None
    if one.score is None or exact is None:
        return None
    sheet = one.score.sheet
    return Scored(points_text(exact), base_words(sheet), "" if anew is None else change_words(sheet, anew))

"""Indicator sets: all versions, one of them, and what a version changed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pingyi.core.errors import Forbidden, Missing
from pingyi.core.words import Words, listed
from pingyi.doors.evidence import measures
from pingyi.doors.office.acting import NOT_FAILED, Failed
from pingyi.doors.office.daily.reading import measure_titles
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.rectification.bars import Bar
from pingyi.organisations.phrases import ORGANISATION_KINDS
from pingyi.review.cycles.domain.fingerprint import spoken
from pingyi.review.daily.domain.indicators import Indicator
from pingyi.review.daily.domain.samples import SAMPLE, SAMPLES
from pingyi.review.daily.phrases import GAPS, ORIGINS, WAYS, points_text, rule_words
from pingyi.review.daily.queries.sets import (
    GONE,
    SetReading,
    all_sets,
    find_set,
    is_used,
    read_set,
    version_before,
)
from pingyi.review.daily.rules import may_keep_sets, may_read_drafts, may_read_sets
from pingyi.review.daily.services import SetFaulty

if TYPE_CHECKING:
    from pingyi.review.daily.models import IndicatorSet

SHOWN = 100


@dataclass(frozen=True)
class RowLine:
    """One indicator in words."""

    text: str
    way: str
    how: str
    computed: str
    claimed: str
    points: str


@office_page
@require_GET
def set_list(request: OfficeRequest) -> HttpResponse:
    return list_page(request, NOT_FAILED)


@office_page
@require_GET
def set_show(request: OfficeRequest, indicator_set_id: int) -> HttpResponse:
    return show_page(request, find_set(indicator_set_id), NOT_FAILED)


@office_page
@require_GET
def set_compare(request: OfficeRequest, indicator_set_id: int) -> HttpResponse:
    """The rows that this version has anew, and those of the version before that it no longer has."""
    row = find_set(indicator_set_id)
    _refuse_strangers(request, row)
    before = version_before(row)
    if before is None:
        raise Missing(Words("这是第1版，前面没有可以对照的。"), code="indicator_set.first")
    new, old = read_set(row), read_set(before)
    titles = measure_titles()
    added, gone = _only_in(new, old), _only_in(old, new)
    shown = {
        "row": row,
        "before": before,
        "added": [(one.heading, line_of(one, titles)) for one in added],
        "gone": [(one.heading, line_of(one, titles)) for one in gone],
        "same": len(new.rows) - len(added),
        "gaps_changed": (row.no_record, row.not_checked) != (before.no_record, before.not_checked),
        "gaps": (gap_words(before), gap_words(row)),
        "points": (points_text(old.points), points_text(new.points)),
    }
    return render(request, "office/daily-set-compare.html", shown)


def list_page(request: OfficeRequest, failed: Failed) -> HttpResponse:
    _refuse_strangers(request)
    may_draft = may_read_drafts(request.actor)
    readings = [one for one in all_sets() if may_draft or one.indicator_set.state != "draft"]
    taken, may_keep = {one.indicator_set.name for one in readings}, may_keep_sets(request.actor)
    state, upload = failed.state("make"), failed.state("upload")
    shown = {
        "lines": [(one, kind_words(one.indicator_set), points_text(one.points)) for one in readings],
        "samples": [
            (one, listed([ORGANISATION_KINDS[kind] for kind in one.kinds]))
            for one in SAMPLES.values()
            if one.name not in taken
        ],
        "sample_word": SAMPLE,
        "may_keep": may_keep,
        "name_field": state.field("name", Words("名称"), hint=Words("另起一套用一个新的名称。")),
        "upload_fields": [
            upload.field("name", Words("名称")),
            upload.field("file", Words("填好的 .xlsx"), kind="file"),
        ],
        "sheet_faults": failed.refusal.faults[:SHOWN] if isinstance(failed.refusal, SetFaulty) else [],
        "refusal": failed.refusal if failed.form == "sample" else failed.loose,
    }
    return render(request, "office/daily-set-list.html", shown, status=failed.status)


def show_page(request: OfficeRequest, row: "IndicatorSet", failed: Failed) -> HttpResponse:
    _refuse_strangers(request, row)
    reading, may_keep = read_set(row), may_keep_sets(request.actor)
    titles = measure_titles()
    shown = {
        "row": row,
        "reading": reading,
        "groups": [
            (
                heading,
                points_text(sum((one.points for _, one in rows), start=rows[0][1].points * 0)),
                [line_of(one, titles) for _, one in rows],
            )
            for heading, rows in reading.headings
        ],
        "points": points_text(reading.points),
        "kinds": kind_words(row),
        "origin": ORIGINS[row.origin],
        "gaps": gap_words(row),
        "fingerprint": spoken(row.fingerprint) if row.fingerprint else "",
        "may_keep": may_keep,
        "is_used": is_used(row),
        "has_before": row.number > 1,
        "bar": _bar(row, may_keep=may_keep, is_empty=not reading.rows),
        "name_field": failed.state("copy").field("name", Words("新名称")),
        "refusal": failed.refusal if failed.form != "copy" else failed.loose,
    }
    return render(request, "office/daily-set-show.html", shown, status=failed.status)


def line_of(row: Indicator, titles: dict[str, str]) -> RowLine:
    how = ""
    if row.computed:
        how = Words("{title}：{rule}", title=titles.get(row.measure, row.measure), rule=rule_words(row))
    return RowLine(
        row.text,
        WAYS[row.way],
        how,
        points_text(row.computed) if row.computed else "",
        points_text(row.claimed) if row.claimed else "",
        points_text(row.points),
    )


def kind_words(row: "IndicatorSet") -> str:
    return listed([ORGANISATION_KINDS[kind] for kind in ORGANISATION_KINDS if kind in row.kinds])


def gap_words(row: "IndicatorSet") -> str:
    return Words(
        "没有台账的{no_record}；没有核对过的自评{not_checked}。",
        no_record=GAPS[row.no_record],
        not_checked=GAPS[row.not_checked],
    )


def known_measures() -> frozenset[str]:
    return frozenset(measures())


def _only_in(first: SetReading, second: SetReading) -> list[Indicator]:
    there = {_content(one) for one in second.rows}
    return [one for one in first.rows if _content(one) not in there]


def _content(row: Indicator) -> tuple[object, ...]:
    return row.heading, row.text, row.computed, row.claimed, row.measure, row.rule, row.amount


def _bar(row: "IndicatorSet", *, may_keep: bool, is_empty: bool) -> Bar:
    if row.state != "draft":
        return Bar(
            Words("第{number}版已经生效，不再改", number=row.number),
            Words("要改就做新版本，算过的分仍按原来的版本，随时能对上。"),
            reverse("office:daily-set-version", args=[row.pk]) if may_keep else "",
            Words("做新版本"),
            is_post=True,
        )
    if is_empty:
        return Bar(
            Words("先写指标"),
            Words("至少写一条，才能生效。"),
            reverse("office:daily-set-edit", args=[row.pk]) if may_keep else "",
            Words("写指标"),
        )
    return Bar(
        Words("看一遍，没有要改的就让它生效"),
        Words("生效以后不能改，评议才能选它。分值由本单位定。"),
        reverse("office:daily-set-in-force", args=[row.pk]) if may_keep else "",
        Words("让它生效"),
        is_post=True,
    )


def _refuse_strangers(request: OfficeRequest, row: "IndicatorSet | None" = None) -> None:
    if not may_read_sets(request.actor):
        raise Forbidden(Words("考核指标由经办人、领导、计票人和各单位书记看。"))
    if row is not None and row.state == "draft" and not may_read_drafts(request.actor):
        raise Missing(GONE, code="indicator_set.missing")

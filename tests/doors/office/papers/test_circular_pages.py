"""The circular for its range: the preview, opening it, and what a secretary sees before and after."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django_scopes import scope, scopes_disabled

from pingyi.core.errors import Forbidden
from pingyi.core.models import Event
from pingyi.documents.models import NumberSeries
from pingyi.documents.services import open_series
from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.models import CircularReader, Circulation, IssuedPaper
from pingyi.review.papers.queries import Target, find_issued
from pingyi.review.papers.services import issue_paper, open_circular, void_paper
from tests.doors.office.appraisal.pages import close, get, main_buttons, post, words
from tests.doors.office.people import browser_of
from tests.factories.results import FAIR, GOOD, LATER, Review, make_review
from tests.factories.world import make_actor, make_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def unscoped(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.DATA = tmp_path
    with scopes_disabled():
        yield


def told(kind: Kind = Kind.CIRCULAR, **settings: str) -> tuple[Review, IssuedPaper]:
    """A decided review with a paper that went out."""
    review = make_review(GOOD, FAIR, settings=settings)
    review.take()
    review.decide({0: Choice("good"), 1: Choice("fairly_good")})
    with scope(institution=review.institution):
        series: NumberSeries = open_series(
            actor=review.clerk, now=LATER, code="示大党", mark="示例大学文件", issuer="示例大学", printer=""
        )
        paper = issue_paper(
            actor=review.clerk,
            now=LATER,
            target=Target(review.cycle, kind),
            series=series,
            issued_on=date(2026, 1, 20),
            seen_version=0,
            with_blanks=True,
        )
    return review, paper


def test_before_the_circular_a_secretary_sees_only_her_own_and_after_it_what_the_preview_showed() -> None:
    review, paper = told()
    secretary = review.secretary()
    other = make_actor(review.institution, "secretary", organisation=make_organisation(review.institution))
    browser, at = browser_of(secretary), f"/office/mine/circulars/{paper.pk}/"
    place = f"issued-papers/{paper.pk}/circulate/"
    second = review.reporters[1]
    assert "看范围" in words(get(review, review.clerk, f"issued-papers/{paper.pk}/"))
    for address in (at, f"{at}file/pdf/", f"/office/cycles/{review.cycle.pk}/issued-papers/{paper.pk}/"):
        assert browser.get(address).status_code in (403, 404)
    assert second.person.name not in words(browser.get("/office/mine/"))

    page = get(review, review.clerk, place)
    text = words(page)
    assert "看得到的0个账号，再通报会加1个" in close(page)
    assert review.reporters[0].organisation.name in text
    assert f"没有账号，看不到 {second.organisation.name}" in text
    assert "逐人写名字和等次" in text
    assert main_buttons(page) == ["通报"]
    seal = page.context["range"].seal

    assert "范围里的人变了" in words(post(review, review.clerk, place, seal="0" * 16))
    assert post(review, review.leader, place, seal=seal).status_code == 403
    assert not Circulation.objects.exists()
    assert "通报了" in words(post(review, review.clerk, place, seal=seal))
    assert "没有要加的人" in words(post(review, review.clerk, place, seal=seal))

    page = browser.get(at)
    assert second.person.name in words(page)
    assert "97.33" not in words(page)
    assert browser.get(f"{at}file/docx/").content[:2] == b"PK"
    assert paper.title in words(browser.get("/office/mine/"))
    assert browser_of(other).get(at).status_code == 404
    assert Event.objects.filter(verb="circular.opened").count() == 1
    with transaction.atomic(), pytest.raises(DatabaseError, match="append-only"):
        CircularReader.objects.update(added_at=LATER)

    newcomer = review.secretary(1)
    assert "再通报会加1个" in close(get(review, review.clerk, place))
    with scope(institution=review.institution):
        void_paper(actor=review.clerk, now=LATER, paper=paper, reason="写错了")
    assert browser.get(at).status_code == 404
    assert browser_of(newcomer).get(at).status_code == 404
    assert "谁也看不到" in words(get(review, review.clerk, place))
    assert "没有作废的结果通报" in words(post(review, review.clerk, place, seal=seal))


def test_the_settings_decide_who_reads_it() -> None:
    review, paper = told(publish_readers="secretaries", publish_names="first")
    other = make_actor(review.institution, "secretary", organisation=make_organisation(review.institution))
    place = f"issued-papers/{paper.pk}/circulate/"
    page = get(review, review.clerk, place)
    assert review.reporters[1].person.name not in words(page)
    post(review, review.clerk, place, seal=page.context["range"].seal)
    assert browser_of(other).get(f"/office/mine/circulars/{paper.pk}/").status_code == 200

    review, paper = told(publish_readers="nobody")
    review.secretary()
    page = get(review, review.clerk, f"issued-papers/{paper.pk}/circulate/")
    assert "不在系统里看，只发公文" in words(page)
    assert main_buttons(page) == []


def test_only_a_circular_is_opened_and_only_by_the_clerk() -> None:
    review, paper = told(Kind.REPORT)
    review.secretary()
    assert get(review, review.clerk, f"issued-papers/{paper.pk}/circulate/").status_code == 404
    with scope(institution=review.institution), pytest.raises(Forbidden):
        open_circular(actor=review.leader, now=LATER, paper=find_issued(review.cycle, paper.pk), seal="")

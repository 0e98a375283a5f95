"""Numbered copies in the office: a run at once, no number twice, one PDF and a Word file each."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django_scopes import scope

from pingyi.core import jobs
from pingyi.core.models import Event, Job
from pingyi.review.papers.models import NumberedCopies
from tests.documents.reading.files import made
from tests.documents.render.reading import pdf_pages, read_excel, read_word, squeezed
from tests.doors.office.papers.test_paper_pages import issued, main
from tests.doors.office.people import browser_of
from tests.factories.plans import PlanWorld, make_ready_plan
from tests.factories.world import NOW, make_actor

pytestmark = pytest.mark.django_db
ISSUED_QUERIES = 16


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def world() -> PlanWorld:
    return make_ready_plan()


@pytest.fixture
def clerk(world: PlanWorld) -> Client:
    return browser_of(world.clerk)


def test_a_run_of_copies_is_made_at_once_and_the_next_one_counts_on(world: PlanWorld, clerk: Client) -> None:
    _, address = issued(world, clerk, copy_number="1")
    assert 'value="000001"' in main(clerk.get(address))
    page = main(clerk.post(f"{address}copies/", {"first": "000001", "count": "3"}, follow=True))
    job = Job.objects.get(kind="paper.copies")
    assert "排着队" in page
    assert f"{address}copies/jobs/{job.pk}/cancel/" in page
    jobs.run(job.pk)
    assert clerk.get(f"{address}copies/jobs/{job.pk}/").status_code == 302

    page = main(clerk.get(address))
    assert "000001—000003" in page
    assert 'value="000004"' in page
    with scope(institution=world.institution):
        run = NumberedCopies.objects.get()
        assert Event.objects.filter(verb="paper.copies_numbered").count() == 1
    files = f"{address}copies/{run.pk}/"
    printed = [squeezed(text)[:6] for text in pdf_pages(clerk.get(f"{files}pdf/").content)]
    assert [text for text in printed if text.startswith("00000")] == ["000001", "000002", "000003"]
    with zipfile.ZipFile(BytesIO(clerk.get(f"{files}zip/").content)) as package:
        words = {name[:6]: read_word(package.read(name)).paragraphs[0].text for name in package.namelist()}
    assert words == {"000001": "000001", "000002": "000002", "000003": "000003"}
    sheet = read_excel(clerk.get(f"{files}xlsx/").content)["份号"]
    assert "000003" in [cell.value for row in sheet.iter_rows() for cell in row]


@pytest.mark.parametrize("runs", [1, 3])
def test_the_page_asks_the_same_few_questions_however_many_runs_there_are(
    world: PlanWorld, clerk: Client, runs: int, django_assert_num_queries: Any
) -> None:
    paper, address = issued(world, clerk, copy_number="1")
    with scope(institution=world.institution):
        for first in range(1, runs + 1):
            NumberedCopies.objects.create(
                institution=world.institution,
                paper=paper,
                first=first,
                last=first,
                pdf=paper.pdf,
                words=paper.word,
                made_by_id=world.clerk.account_id,
                made_at=NOW,
            )
    with django_assert_num_queries(ISSUED_QUERIES):
        assert main(clerk.get(address)).count("份号登记表") == runs


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"first": "1", "count": "301"}, "一次编1到"),
        ({"first": "1", "count": "许多"}, "一次编1到"),
        ({"first": "2", "count": "5"}, "一个号不编两份"),
        ({"first": "999999", "count": "2"}, "这么多份排不下"),
    ],
)
def test_what_cannot_be_numbered_is_told_at_its_field_and_stays_typed(
    world: PlanWorld, clerk: Client, sent: dict[str, str], said: str
) -> None:
    _, address = issued(world, clerk, copy_number="1")
    clerk.post(f"{address}copies/", {"first": "1", "count": "2"})
    jobs.run_waiting()

    page = main(clerk.post(f"{address}copies/", sent))

    assert said in page
    assert f'value="{sent["count"]}"' in page
    assert not Job.objects.filter(state="waiting").exists()


def test_copies_of_a_paper_without_a_number_or_of_a_void_one_are_refused(
    world: PlanWorld, clerk: Client
) -> None:
    _, address = issued(world, clerk)
    assert "逐份编号" not in main(clerk.get(address))
    assert "发出时没有编份号" in main(clerk.post(f"{address}copies/", {"first": "1", "count": "2"}))


def test_a_paper_that_was_made_void_meanwhile_gets_no_copies(world: PlanWorld, clerk: Client) -> None:
    _, address = issued(world, clerk, copy_number="1")
    clerk.post(f"{address}copies/", {"first": "1", "count": "2"})
    clerk.post(f"{address}void/", {"reason": "日期写错"})
    jobs.run_waiting()

    job = Job.objects.get(kind="paper.copies")
    assert (job.state, job.message) == ("failed", "这一份已经作废，没有编份号。")
    with scope(institution=world.institution):
        assert not NumberedCopies.objects.exists()


def test_an_edited_word_file_needs_a_place_for_the_number(world: PlanWorld, clerk: Client) -> None:
    _, address = issued(world, clerk, copy_number="1")
    without = made(lambda document: document.add_paragraph("关于召开述职评议会的通知，时间改在下午。"))
    clerk.post(f"{address}word/", {"file": SimpleUploadedFile("改过.docx", without)})
    assert "找不到唯一的份号000001" in main(clerk.post(f"{address}copies/", {"first": "1", "count": "2"}))

    def counted(document: Any) -> None:
        document.add_paragraph("000001")
        document.add_paragraph("关于召开述职评议会的通知，时间改在下午。")

    clerk.post(f"{address}word/", {"file": SimpleUploadedFile("改过.docx", made(counted))})
    clerk.post(f"{address}copies/", {"first": "1", "count": "2"})
    jobs.run_waiting()
    with scope(institution=world.institution):
        run = NumberedCopies.objects.get()
    with zipfile.ZipFile(BytesIO(clerk.get(f"{address}copies/{run.pk}/zip/").content)) as package:
        texts = [read_word(package.read(name)).paragraphs[-1].text for name in package.namelist()]
    assert texts == ["关于召开述职评议会的通知，时间改在下午。"] * 2


def test_a_stopped_run_gives_no_numbers_and_asking_twice_makes_one(world: PlanWorld, clerk: Client) -> None:
    _, address = issued(world, clerk, copy_number="1")
    for _ in range(2):
        clerk.post(f"{address}copies/", {"first": "1", "count": "2"})
    job = Job.objects.get(kind="paper.copies")
    clerk.post(f"{address}copies/jobs/{job.pk}/cancel/")
    jobs.run_waiting()
    assert "已取消，什么都没有改。" in main(clerk.get(address))
    with scope(institution=world.institution):
        assert not NumberedCopies.objects.exists()


def test_a_leader_takes_the_copies_and_cannot_number_any(world: PlanWorld, clerk: Client) -> None:
    _, address = issued(world, clerk, copy_number="1")
    clerk.post(f"{address}copies/", {"first": "1", "count": "2"})
    jobs.run_waiting()
    leader = browser_of(make_actor(world.institution, "leader"))
    page = main(leader.get(address))
    assert "000001—000002" in page
    assert "编几份" not in page
    assert leader.post(f"{address}copies/", {"first": "3", "count": "2"}).status_code == 403


def test_the_database_refuses_to_give_numbers_another_run(world: PlanWorld, clerk: Client) -> None:
    _, address = issued(world, clerk, copy_number="1")
    clerk.post(f"{address}copies/", {"first": "1", "count": "2"})
    jobs.run_waiting()
    with scope(institution=world.institution):
        run = NumberedCopies.objects.get()
        with pytest.raises(DatabaseError), transaction.atomic():
            NumberedCopies.objects.filter(pk=run.pk).update(first=5, last=6)

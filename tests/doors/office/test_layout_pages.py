"""Pages of the school's own templates and of the fonts: upload, trial, use, back; who may; what is said."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_scopes import scopes_disabled

from pingyi.core.models import StoredFile
from pingyi.documents.models import PaperTemplate
from pingyi.documents.render import docx
from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Person
from pingyi.review.appraisal.documents.letter_paper import LETTER_PAPER
from tests.documents.school.papers import texts_of, word
from tests.doors.office.people import browser_of
from tests.factories.world import NOW, make_actor, make_institution, make_organisation

pytestmark = pytest.mark.django_db
PAGE = "/office/templates/feedback_letter/"
STARTER = docx.render(LETTER_PAPER.starter())


@pytest.fixture(autouse=True)
def _own_data(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def upload(client: Client, content: bytes) -> Any:
    sent = {"file": SimpleUploadedFile("学校.docx", content)}
    return client.post(PAGE, sent, follow=True)


def version_of(clerk: Actor, number: int) -> None:
    with scopes_disabled():
        PaperTemplate.objects.create(
            institution_id=clerk.institution_id,
            kind="feedback_letter",
            version=number,
            file=StoredFile.objects.create(
                institution_id=clerk.institution_id, name="模板.docx", sha256="0" * 64, size_bytes=1,
                stored_at=NOW, stored_by_id=clerk.account_id,
            ),
            uploaded_by_id=clerk.account_id,
            uploaded_at=NOW,
        )  # fmt: skip


def test_a_clerk_begins_with_the_starter_tries_her_template_uses_it_and_goes_back() -> None:
    client = browser_of(make_actor(make_institution(), "clerk"))
    assert "下载起步模板" in client.get(PAGE).content.decode()
    starter = client.get(f"{PAGE}starter/")
    assert starter["Content-Disposition"].startswith("attachment")

    page = upload(client, starter.content).content.decode()
    assert "第1版收下了" in page
    assert "还没有试印" in client.post(f"{PAGE}1/use/", follow=True).content.decode()
    printed = client.post(f"{PAGE}1/try/")
    assert "船舶与海洋工程学院党委周明远同志：" in texts_of(printed.content)
    assert "第1版启用了" in client.post(f"{PAGE}1/use/", follow=True).content.decode()
    assert "单位模板第1版" in client.get("/office/templates/").content.decode()
    assert client.get(f"{PAGE}1/file/").content == starter.content
    assert "改回自带的版式了" in client.post(f"{PAGE}built-in/", follow=True).content.decode()
    said = client.get("/office/events/").content.decode()
    for words in ("传了文书模板", "启用了文书模板", "改回了自带的版式", "反馈意见书第1版"):
        assert words in said


def test_a_bad_template_is_refused_with_every_fault_and_changes_nothing() -> None:
    client = browser_of(make_actor(make_institution(), "clerk"))

    answer = upload(client, word("{{ 姓明 }}同志", title="{{ 标题"))
    page = answer.content.decode()
    assert answer.status_code == 422
    for words in ("不认识占位符“姓明”", "是不是“姓名”", "“{{ 标题”没有写完", "缺“{{ 等次 }}”"):
        assert words in page
    assert (
        "加了打开密码"
        in upload(
            client, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
        ).content.decode()
    )
    with scopes_disabled():
        assert PaperTemplate.objects.count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_version_and_for_three(
    count: int, django_assert_num_queries: Any
) -> None:
    clerk = make_actor(make_institution(), "clerk")
    for number in range(count):
        version_of(clerk, number + 1)
    client = browser_of(clerk)
    with django_assert_num_queries(6):
        page = client.get(PAGE).content.decode()
    assert page.count("还没有试印") == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_fonts_page_costs_the_same_for_one_name_and_for_three(
    count: int, django_assert_num_queries: Any
) -> None:
    institution = make_institution()
    with scopes_disabled():
        for number in range(count):
            Person.objects.create(institution=institution, name=f"张𰻝{number}")
    client = browser_of(make_actor(institution, "clerk"))
    with django_assert_num_queries(7):
        page = client.get("/office/fonts/").content.decode()
    assert f"{count}处名字印成 PDF 会出错" in page
    assert page.count("“𰻝”（U+30EDD）在现用字体里没有字形") == count


def test_a_rare_character_is_kept_as_typed_and_warned_about() -> None:
    institution = make_institution()
    client = browser_of(make_actor(institution, "clerk"))

    page = client.post(
        "/office/people/new/", {"name": "张\ue863", "staff_number": "", "organisation": ""}, follow=True
    ).content.decode()
    assert "加好了" in page
    assert "多半是“䶮”（U+4DAE）" in page
    with scopes_disabled():
        assert Person.objects.get(institution=institution).name == "张\ue863"
    page = client.post("/office/people/new/", {"name": "张䶮㛃𠅤𬭎"}, follow=True).content.decode()
    assert "没有字形" not in page


@pytest.mark.parametrize("role", ["leader", "secretary", "scrutineer", "counter"])
def test_templates_are_the_clerk_s(role: str) -> None:
    institution = make_institution()
    organisation = make_organisation(institution) if role == "secretary" else None
    client = browser_of(make_actor(institution, role, organisation=organisation))

    answers = {path: client.get(path).status_code for path in ("/office/templates/", PAGE, f"{PAGE}starter/")}
    assert answers == dict.fromkeys(answers, 403)
    assert client.post(f"{PAGE}built-in/").status_code == 403
    assert client.get("/office/fonts/").status_code == (200 if role == "leader" else 403)

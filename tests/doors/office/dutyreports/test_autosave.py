import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.doors.office.dutyreports.pages import Visitor, clerk, kept, page, secretary
from tests.factories.reports import ReportWorld, make_report_world

pytestmark = pytest.mark.django_db


def send(writer: Visitor, report: Any, version: int = 1, **fields: tuple[str, str]) -> dict[str, Any]:
    drafts = {name.replace("_", "-"): {"base": base, "text": text} for name, (base, text) in fields.items()}
    sent = {"account": account(writer.world), "version": version, "fields": drafts}
    answer: dict[str, Any] = json.loads(post(writer.client, report, sent).content)
    return answer


def post(client: Client, report: Any, sent: Any) -> HttpResponse:
    where = f"/office/{page(report)}autosave/"
    return client.post(where, sent, content_type="application/json")  # type: ignore[return-value]


def account(world: ReportWorld) -> int:
    return world.secretary().account_id


def test_the_page_is_told_when_its_words_were_saved() -> None:
    world = make_report_world()
    report = world.begin()
    said = send(secretary(world), report, text_1=("", "写了。"))
    assert (said["at"], said["version"]) == ("14:30", 2)
    assert said["outcomes"]["text-1"]["fate"] == "saved"
    assert "texts" not in said
    assert "还有1个问题没有回答，6节空着" in said["todo"]
    assert "1 / 7" in said["checks"]
    assert kept(world, report) == ["写了。"]


def test_a_page_from_before_somebody_elses_save_gets_all_texts() -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    send(writer, report, text_1=("", "她写的"))
    said = send(writer, report, text_2=("", "我写的"))
    assert said["texts"]["text-1"] == "她写的"
    assert send(writer, report, version=said["version"]).get("texts") is None


def test_a_collision_names_who_saved_and_where_the_other_wording_is_kept() -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    send(writer, report, text_1=("", "她写的一段"))
    send(writer, report, text_1=("她写的一段", "她改的一段"))
    said = send(writer, report, text_1=("她写的一段", "我改的一段"))
    assert said["outcomes"]["text-1"]["both"] == "她改的一段\n我改的一段"
    assert (said["by"], said["before"], said["aside"]) == ("组织科 林", "1月5日 14:30", 1)
    assert kept(world, report) == ["她改的一段"]


def test_the_same_page_gives_a_fresh_token_and_the_texts_after_a_new_sign_in() -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    send(writer, report, text_1=("", "写了。"))
    said = json.loads(writer.answer(f"{page(report)}autosave/").content)
    assert said["account"] == account(world)
    assert said["texts"]["text-1"] == "写了。"
    assert len(said["token"]) == 64


def test_whoever_is_signed_out_or_somebody_else_writes_nothing() -> None:
    world = make_report_world()
    report, stranger = world.begin(), clerk(world)
    drafts = {"text-1": {"base": "", "text": "写了。"}}
    assert post(Client(), report, {"fields": drafts}).headers["Location"].startswith("/office/sign-in/")
    sent = {"account": world.clerk.account_id, "version": 1, "fields": drafts}
    assert json.loads(post(secretary(world).client, report, sent).content)["code"] == "report.other_account"
    assert "书记本人" in json.loads(post(stranger.client, report, sent).content)["words"]
    assert "书记本人" in json.loads(stranger.answer(f"{page(report)}autosave/").content)["words"]
    assert kept(world, report) == []


@pytest.mark.parametrize("fields", [None, [], {"text-1": "写了"}, {"text-1": {"base": "", "text": 3}}])
def test_what_arrives_in_pieces_is_said_and_nothing_is_kept(fields: Any) -> None:
    world = make_report_world()
    report, writer = world.begin(), secretary(world)
    answer = post(writer.client, report, {"account": account(world), "version": 1, "fields": fields})
    assert json.loads(answer.content)["words"] == "这次自动保存没有传完整，没有保存。"
    assert json.loads(post(writer.client, report, "[1").content)["code"] == "report.unreadable"
    assert kept(world, report) == []

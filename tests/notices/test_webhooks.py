"""Messages to groups: signed, tried again, given up in words; nowhere but where they may go."""

import hashlib
import hmac
import json
import logging
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar

import pytest
from django_scopes import scope

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.models import Event, EventPayload, Job
from pingyi.notices.domain.hooks import MOST_CALLS, HookKind, HookTopic, pause_after_call
from pingyi.notices.models import Webhook, WebhookCall
from pingyi.notices.queries.webhooks import failed_calls, webhook_lines
from pingyi.notices.services import (
    GroupWord,
    add_webhook,
    call_again,
    remove_webhook,
    tell_groups,
    try_webhook,
)
from pingyi.notices.services.deliver_calls import deliver_calls
from pingyi.notices.services.tell_groups import retry_calls
from pingyi.organisations.actor import Actor
from tests.factories.world import NOW, make_actor, make_institution

pytestmark = pytest.mark.django_db
SECRET = "SEC0a1b2c3d4e5f"
WORD = GroupWord(
    HookTopic.OVERDUE, "task:7:day0", "第一学院党委有1项整改任务到期没有办完", path="/office/tasks/7/"
)


class Receiver(BaseHTTPRequestHandler):
    """A real server that answers as it is told and keeps what came."""

    answers: ClassVar[list[tuple[int, bytes]]] = []
    seen: ClassVar[list[tuple[str, dict[str, str], bytes]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.seen.append((self.path, dict(self.headers), body))
        status, answer = self.answers.pop(0) if self.answers else (200, b'{"errcode":0,"errmsg":"ok"}')
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *args: Any) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    Receiver.answers, Receiver.seen = [], []
    with ThreadingHTTPServer(("127.0.0.1", 0), Receiver) as listening:
        Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_address[1]}/robot/send?access_token=tok-en"
        listening.shutdown()


@pytest.fixture
def clerk(settings: Any) -> Iterator[Actor]:
    settings.WEBHOOKS_MAY_BE_PRIVATE = True
    settings.SITE_ADDRESS = "https://pingyi.example.edu.cn"
    actor = make_actor(make_institution(), "clerk")
    with scope(institution=actor.institution):
        yield actor


def add(actor: Actor, address: str, kind: HookKind = HookKind.OTHER, **fields: Any) -> Webhook:
    return add_webhook(
        **{
            "actor": actor,
            "now": NOW,
            "name": "书记工作群",
            "kind": kind,
            "address": address,
            "secret": "" if kind is HookKind.WECOM else SECRET,
            "topics": ["overdue", "circular"],
            **fields,
        }
    )


def tell(actor: Actor) -> int:
    return tell_groups(institution_id=actor.institution_id, now=NOW, words=[WORD])


def test_the_same_is_told_once_and_a_server_that_is_down_is_tried_again(clerk: Actor, server: str) -> None:
    add(clerk, server)
    assert (tell(clerk), tell(clerk)) == (1, 0)
    assert Job.objects.get().kind == "notices.webhook"
    Receiver.answers = [(503, b""), (429, b"")]
    assert deliver_calls(now=NOW) == {"sent": 0, "later": 1, "failed": 0}
    assert sum(deliver_calls(now=NOW).values()) == 0
    second = NOW + pause_after_call(1)
    assert deliver_calls(now=second)["later"] == 1
    assert deliver_calls(now=second + pause_after_call(2))["sent"] == 1
    numbers = {json.loads(body)["number"] for _, _, body in Receiver.seen}
    assert len(Receiver.seen) == 3
    assert numbers == {WebhookCall.objects.get().pk}


def test_a_receiver_of_ones_own_can_check_who_sent_it(clerk: Actor, server: str) -> None:
    add(clerk, server)
    tell(clerk)
    deliver_calls(now=NOW)
    ((path, headers, body),) = Receiver.seen
    stamp = headers["X-Pingyi-Timestamp"]
    proof = hmac.new(SECRET.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
    assert headers["X-Pingyi-Signature"] == f"sha256={proof}"
    assert stamp == str(int(NOW.timestamp() * 1000))
    assert json.loads(body)["link"] == "https://pingyi.example.edu.cn/office/tasks/7/"
    assert path == "/robot/send?access_token=tok-en"


def test_dingtalk_gets_its_signature_in_the_address(clerk: Actor, server: str) -> None:
    add(clerk, server, HookKind.DINGTALK)
    tell(clerk)
    assert deliver_calls(now=NOW)["sent"] == 1
    ((path, _, body),) = Receiver.seen
    assert "&timestamp=" in path
    assert "&sign=" in path
    content = json.loads(body)
    assert content["msgtype"] == "text"
    assert content["text"]["content"].startswith("第一学院党委有1项")


def test_what_the_bot_refuses_is_shown_to_the_clerk_and_sent_again_by_hand(
    clerk: Actor, server: str, caplog: pytest.LogCaptureFixture
) -> None:
    add(clerk, server, HookKind.WECOM)
    tell(clerk)
    Receiver.answers = [(200, b'{"errcode":93000,"errmsg":"invalid tok-en"}')]
    with caplog.at_level(logging.DEBUG):
        assert deliver_calls(now=NOW)["failed"] == 1
    (dead,) = failed_calls()
    assert dead.said == "对方不收。请核对地址、密钥，机器人还在不在群里，设没设关键词。"
    assert "tok-en" not in caplog.text
    assert call_again(actor=clerk, now=NOW) == 1
    assert deliver_calls(now=NOW)["sent"] == 1
    (line,) = webhook_lines()
    assert (line.sent, line.failed, line.total) == (1, 0, 1)
    assert line.host.startswith("127.0.0.1:")


def test_after_the_last_try_it_is_given_up(clerk: Actor) -> None:
    add(clerk, "http://127.0.0.1:9/none")
    tell(clerk)
    moment = NOW
    for attempt in range(1, MOST_CALLS + 1):
        told = deliver_calls(now=moment)
        assert told["failed"] == int(attempt == MOST_CALLS)
        moment += pause_after_call(attempt)
    assert failed_calls()[0].said == "连不上对方的服务器。请核对地址和本机能不能上网。"


def test_a_redirect_is_not_followed(clerk: Actor, server: str) -> None:
    add(clerk, server)
    tell(clerk)
    Receiver.answers = [(302, b"")]
    assert deliver_calls(now=NOW)["failed"] == 1
    assert len(Receiver.seen) == 1


def test_an_address_in_the_house_is_refused_when_typed_and_when_sent(
    clerk: Actor, server: str, settings: Any
) -> None:
    add(clerk, server)
    tell(clerk)
    settings.WEBHOOKS_MAY_BE_PRIVATE = False
    with pytest.raises(Refused) as refused:
        add(clerk, "https://10.1.2.3/hook", name="另一个群")
    assert (refused.value.code, refused.value.field) == ("webhook.private", "address")
    assert deliver_calls(now=NOW)["failed"] == 1
    assert Receiver.seen == []
    assert "内网" in failed_calls()[0].said


def test_a_removed_group_is_told_nothing_and_its_keys_are_gone(clerk: Actor, server: str) -> None:
    hook = add(clerk, server)
    tell(clerk)
    remove_webhook(actor=clerk, now=NOW, webhook_id=hook.pk)
    assert sum(deliver_calls(now=NOW).values()) == 0
    hook.refresh_from_db()
    assert (hook.secret, "tok-en" in hook.address, tell(clerk)) == ("", False, 0)
    with pytest.raises(Missing):
        try_webhook(actor=clerk, now=NOW, webhook_id=hook.pk)
    assert [one.verb for one in Event.objects.order_by("sequence")] == ["webhook.added", "webhook.removed"]
    assert all(set(one.body) == {"name"} for one in EventPayload.objects.all())


def test_a_lost_message_is_not_sent_twice(clerk: Actor, server: str) -> None:
    add(clerk, server)
    tell(clerk)
    WebhookCall.objects.update(state="sending", taken_at=NOW)
    late = NOW + pause_after_call(5)
    retry_calls(late)
    assert Job.objects.count() == 1
    assert deliver_calls(now=late) == {"sent": 0, "later": 0, "failed": 0}
    assert WebhookCall.objects.get().state == "failed"
    assert Receiver.seen == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": " "}, "webhook.name"),
        ({"kind": "fax"}, "webhook.kind"),
        ({"address": "ftp://example.edu.cn/x"}, "webhook.not_encrypted"),
        ({"secret": ""}, "webhook.secret"),
        ({"secret": "x" * 201}, "webhook.secret"),
        ({"topics": ["trial", "result"]}, "webhook.topics"),
    ],
)
def test_bad_input_is_named_and_nothing_is_kept(clerk: Actor, fields: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        add(clerk, **{"address": "https://example.edu.cn/x", **fields})
    assert refused.value.code == code
    assert Webhook.objects.count() == 0


def test_only_the_clerk_sets_groups(clerk: Actor) -> None:
    leader = make_actor(clerk.institution, "leader")
    with pytest.raises(Forbidden):
        add(leader, "https://example.edu.cn/x")
    with pytest.raises(Forbidden):
        call_again(actor=leader, now=NOW)

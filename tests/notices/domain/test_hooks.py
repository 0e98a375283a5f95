"""Addresses, signatures and answers of group messages, without a network."""

import hmac
import json
import socket
import ssl

import pytest

from pingyi.notices.domain.hook_address import AddressFault, address_fault, is_public, shown_address
from pingyi.notices.domain.hook_answer import CALL_FAULTS, CallFault, Outcome, outcome_of, outcome_of_fault
from pingyi.notices.domain.hook_message import MOST_BYTES, Message, body_of, headers_of, signed_address
from pingyi.notices.domain.hooks import HookKind, HookTopic, pause_after_call


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a", None),
        ("https://8.8.8.8/x", None),
        ("http://qyapi.weixin.qq.com/x", AddressFault.NOT_ENCRYPTED),
        ("ftp://a.example/x", AddressFault.NOT_ENCRYPTED),
        ("https://user:word@a.example/x", AddressFault.SHAPE),
        ("https://a.example/x#part", AddressFault.SHAPE),
        ("https://a.example:99999/x", AddressFault.SHAPE),
        ("https://a.example:0/x", AddressFault.SHAPE),
        ("https:///x", AddressFault.SHAPE),
        ("https://a.example/有字", AddressFault.SHAPE),
        ("https://a.example/\r\nHost: b", AddressFault.SHAPE),
        ("https://a.example/" + "x" * 500, AddressFault.SHAPE),
        ("https://localhost/x", AddressFault.PRIVATE),
        ("https://intranet/x", AddressFault.PRIVATE),
        ("https://10.0.0.1/x", AddressFault.PRIVATE),
        ("https://[::1]/x", AddressFault.PRIVATE),
        ("https://2130706433/x", AddressFault.PRIVATE),
        ("https://0x7f.1/x", AddressFault.PRIVATE),
    ],
)
def test_only_encrypted_public_addresses(address: str, fault: AddressFault | None) -> None:
    assert address_fault(address, may_be_private=False) == fault


def test_a_setting_lets_messages_into_the_house() -> None:
    assert address_fault("http://10.0.0.1:8080/x", may_be_private=True) is None
    assert address_fault("ftp://10.0.0.1/x", may_be_private=True) is AddressFault.NOT_ENCRYPTED


@pytest.mark.parametrize(
    ("number", "is_open"),
    [
        ("8.8.8.8", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("fe80::1%eth0", False),
        ("2606:4700::1111", True),
        ("no number", False),
    ],
)
def test_public_numbers(number: str, is_open: bool) -> None:
    assert is_public(number) is is_open


def test_pages_show_the_host_only() -> None:
    assert shown_address("https://oapi.dingtalk.com/robot/send?access_token=a") == "oapi.dingtalk.com"


def test_dingtalk_signature_is_the_documented_one() -> None:
    # base64(HMAC-SHA256(secret, "1600000000000\nthis is secret")), url-encoded; computed apart from our code.
    signed = signed_address(
        HookKind.DINGTALK, "https://a.example/send?access_token=t", "this is secret", 1_600_000_000_000
    )
    assert signed == (
        "https://a.example/send?access_token=t&timestamp=1600000000000&sign=MYEtKC4%2FNfMR1l4prX%2B%2Bai6oOf70X1xOf6UlnyUhJH4%3D"
    )
    assert "?timestamp=" in signed_address(HookKind.DINGTALK, "https://a.example/send", "s", 1)
    for kind, secret in ((HookKind.WECOM, "s"), (HookKind.OTHER, "s"), (HookKind.DINGTALK, "")):
        assert signed_address(kind, "https://a.example/send", secret, 1) == "https://a.example/send"


def test_bots_sign_nowhere_else_and_text_fits_their_limit() -> None:
    message = Message(7, "overdue", "题" * 100, "字" * 1000, "https://a.example/office/tasks/7/")
    body = body_of(HookKind.WECOM, message)
    said = json.loads(body)["text"]["content"]
    assert len(said.encode()) <= MOST_BYTES
    assert said.endswith("…\nhttps://a.example/office/tasks/7/")
    assert json.loads(body_of(HookKind.WECOM, Message(1, "trial", "短")))["text"]["content"] == "短"
    assert "X-Pingyi-Signature" not in headers_of(HookKind.WECOM, body, "s", 1)
    assert "X-Pingyi-Signature" not in headers_of(HookKind.OTHER, body, "", 1)


def test_a_receiver_of_ones_own_gets_every_field_and_can_check_who_sent_it() -> None:
    body = body_of(
        HookKind.OTHER, Message(7, "overdue", "一项任务过了期", "护理学院党委", "https://a.example/7/")
    )
    assert json.loads(body) == {
        "number": 7,
        "topic": "overdue",
        "title": "一项任务过了期",
        "text": "护理学院党委",
        "link": "https://a.example/7/",
    }
    headers = headers_of(HookKind.OTHER, body, "s", 1_600_000_000_000)
    proof = hmac.new(b"s", b"1600000000000." + body, "sha256").hexdigest()
    assert (headers["X-Pingyi-Timestamp"], headers["X-Pingyi-Signature"]) == (
        "1600000000000",
        f"sha256={proof}",
    )


@pytest.mark.parametrize(
    ("kind", "status", "body", "outcome"),
    [
        (HookKind.OTHER, 204, b"", None),
        (HookKind.WECOM, 200, b'{"errcode":0}', None),
        (HookKind.WECOM, 200, b'{"errcode":45009}', Outcome(CallFault.BUSY)),
        (HookKind.DINGTALK, 200, b'{"errcode":310000}', Outcome(CallFault.REFUSED, is_hopeless=True)),
        (HookKind.DINGTALK, 200, b"<html>", Outcome(CallFault.BROKEN)),
        (HookKind.DINGTALK, 200, b"[]", Outcome(CallFault.BROKEN)),
        (HookKind.WECOM, 301, b"", Outcome(CallFault.MOVED, is_hopeless=True)),
        (HookKind.WECOM, 404, b"", Outcome(CallFault.REFUSED, is_hopeless=True)),
        (HookKind.WECOM, 429, b"", Outcome(CallFault.BUSY)),
        (HookKind.OTHER, 500, b"", Outcome(CallFault.BROKEN)),
    ],
)
def test_what_an_answer_means(kind: HookKind, status: int, body: bytes, outcome: Outcome | None) -> None:
    assert outcome_of(kind, status, body) == outcome


def test_what_a_broken_connection_means() -> None:
    assert outcome_of_fault(ssl.SSLCertVerificationError()).fault is CallFault.CERTIFICATE
    assert outcome_of_fault(TimeoutError()).fault is CallFault.TOO_SLOW
    assert outcome_of_fault(socket.gaierror()).fault is CallFault.UNREACHABLE
    assert outcome_of_fault(OSError()).fault is CallFault.BROKEN
    assert set(CALL_FAULTS) == set(CallFault)


def test_pauses_grow_and_no_topic_is_about_a_ballot() -> None:
    assert [pause_after_call(n).seconds for n in (1, 2, 3)] == [60, 120, 240]
    assert set(HookTopic) == {"overdue", "circular", "look_back", "trial"}

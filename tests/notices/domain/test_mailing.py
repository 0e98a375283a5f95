import smtplib
import socket
import ssl
from datetime import timedelta

import pytest

from pingyi.notices.domain.mailing import is_hopeless, pause_after, words_of

BUSY, REFUSED = 451, 550


def test_each_pause_is_twice_the_one_before() -> None:
    assert [pause_after(attempts) for attempts in (1, 2, 3)] == [timedelta(minutes=m) for m in (5, 10, 20)]


@pytest.mark.parametrize(
    ("fault", "hopeless"),
    [
        (smtplib.SMTPRecipientsRefused({"a@x.cn": (REFUSED, b"no such user")}), True),
        (smtplib.SMTPRecipientsRefused({"a@x.cn": (REFUSED, b""), "b@x.cn": (BUSY, b"")}), False),
        (smtplib.SMTPAuthenticationError(REFUSED, b""), False),
        (smtplib.SMTPDataError(REFUSED, b""), True),
        (smtplib.SMTPDataError(BUSY, b""), False),
        (TimeoutError(), False),
    ],
)
def test_only_what_the_server_refuses_for_good_is_given_up(fault: Exception, hopeless: bool) -> None:
    assert is_hopeless(fault) is hopeless


@pytest.mark.parametrize(
    ("fault", "place"),
    [
        (smtplib.SMTPAuthenticationError(535, b"hunter2"), "口令"),
        (smtplib.SMTPRecipientsRefused({"a@x.cn": (REFUSED, b"hunter2")}), "邮箱"),
        (smtplib.SMTPSenderRefused(REFUSED, b"hunter2", "a@x.cn"), "寄件地址"),
        (ssl.SSLError("hunter2"), "证书"),
        (socket.gaierror("hunter2"), "网络"),
        (smtplib.SMTPDataError(REFUSED, b"hunter2"), "邮件服务器的记录"),
        (OSError("hunter2"), "网络"),
        (ValueError("hunter2"), "邮件服务器的记录"),
    ],
)
def test_a_fault_says_where_to_look_and_nothing_that_the_server_said(fault: Exception, place: str) -> None:
    assert place in words_of(fault)
    assert "hunter2" not in words_of(fault)

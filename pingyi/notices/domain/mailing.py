"""The life of a mail: how often it is tried, and what is said when it does not arrive."""

import socket
import ssl
from datetime import timedelta
from enum import StrEnum
from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)

from pingyi.core.words import Words


class MailState(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


MOST_ATTEMPTS = 5
# A mail that has been on its way for so long belongs to a process that is gone.
LOST_AFTER = timedelta(minutes=10)
LOST_WORDS = Words("寄到一半服务器停了，不知道到没到。请问一问本人，没有收到再寄。")
PERMANENT = 500


def pause_after(attempts: int) -> timedelta:
    """How long to wait before the next try: 5, 10, 20, 40 minutes."""
    return timedelta(minutes=5 * 2 ** (attempts - 1))


def is_hopeless(fault: Exception) -> bool:
    """Whether trying again cannot help: the server has said for good that it does not take this mail."""
    if isinstance(fault, SMTPRecipientsRefused):
        return all(code >= PERMANENT for code, _ in fault.recipients.values())
    if isinstance(fault, SMTPAuthenticationError):
        return False
    return isinstance(fault, SMTPResponseException) and fault.smtp_code >= PERMANENT


def words_of(fault: Exception) -> str:
    """What went wrong and who can help, without anything that the server or the settings said: no secret leaks."""
    for kinds, words in _WORDS:
        if isinstance(fault, kinds):
            return words
    return Words("邮件服务器没有收。请管系统的人看邮件服务器的记录。")


_WORDS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    (
        SMTPAuthenticationError,
        Words("邮件服务器不认寄件的用户名或口令。请管系统的人核对 PINGYI_SMTP_USER 和口令。"),
    ),
    (SMTPRecipientsRefused, Words("邮件服务器不收这个地址。请核对这个人的邮箱。")),
    (SMTPSenderRefused, Words("邮件服务器不让用这个寄件地址。请管系统的人核对 PINGYI_SMTP_FROM。")),
    (ssl.SSLError, Words("和邮件服务器的加密连接没有建成。请管系统的人核对 PINGYI_SMTP_SECURITY 和证书。")),
    (
        (SMTPConnectError, SMTPServerDisconnected, socket.gaierror, TimeoutError, ConnectionError),
        Words("连不上邮件服务器。请管系统的人核对 PINGYI_SMTP_HOST 和网络。"),
    ),
    (SMTPException, Words("邮件服务器没有收。请管系统的人看邮件服务器的记录。")),
    (OSError, Words("连不上邮件服务器。请管系统的人核对 PINGYI_SMTP_HOST 和网络。")),
)

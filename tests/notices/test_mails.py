"""Mails go out, are tried again, and say in words why they did not arrive."""

import logging
import smtplib
import ssl
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, ClassVar

import pytest
from django.core import mail as outbox
from django.core.mail.backends.base import BaseEmailBackend
from django_scopes import scope, scopes_disabled

from pingyi.accounts.models import Account
from pingyi.config.mail import mail_from_environment
from pingyi.core.errors import Forbidden, Missing
from pingyi.core.models import Job
from pingyi.notices.domain.mailing import is_hopeless, pause_after, words_of
from pingyi.notices.models import Mail, Notice
from pingyi.notices.queries import mail_standing, unread_notices
from pingyi.notices.services import Draft, Given, give_notices, mark_all_read, mark_read, send_again
from pingyi.notices.services.deliver_mails import deliver_mails
from pingyi.notices.services.mail_job import retry_mails
from pingyi.organisations.actor import Actor
from tests.factories.world import NOW, make_actor, make_institution

pytestmark = pytest.mark.django_db
SECRET = "s3cret-word"


class FailingBackend(BaseEmailBackend):
    """A mail server that refuses as it is told. A double of the outer world, not of our code."""

    faults: ClassVar[list[Exception]] = []

    def send_messages(self, email_messages: Any) -> int:
        if self.faults:
            raise self.faults.pop(0)
        return len(list(email_messages))


@pytest.fixture
def clerk(settings: Any) -> Iterator[Actor]:
    settings.MAIL_IS_SET_UP = True
    actor = make_actor(make_institution(), "clerk")
    Account.objects.filter(pk=actor.account_id).update(email="lin@example.edu.cn")
    with scope(institution=actor.institution):
        yield actor


def give(actor: Actor, about: str = "report:1") -> Given:
    draft = Draft(
        actor.account_id, "report.reminder", about, "述职报告还没有交", "1月8日截止。", "/office/reports/1/"
    )
    return give_notices(
        institution_id=actor.institution_id, given_by_id=actor.account_id, now=NOW, drafts=[draft]
    )


def test_a_notice_is_on_the_page_and_goes_out_by_mail(clerk: Actor, settings: Any) -> None:
    settings.SITE_ADDRESS = "https://pingyi.example.edu.cn"
    assert give(clerk) == Given(given=1, mails=1)
    assert Job.objects.get().kind == "notices.mail"
    assert deliver_mails(now=NOW) == {"sent": 1, "later": 0, "failed": 0}
    assert deliver_mails(now=NOW)["sent"] == 0
    (message,) = outbox.outbox
    assert message.to == ["lin@example.edu.cn"]
    assert message.subject == "示例评议：述职报告还没有交"
    assert "https://pingyi.example.edu.cn/office/reports/1/" in message.body
    assert [one.title for one in unread_notices(clerk.account_id)] == ["述职报告还没有交"]


def test_the_same_is_told_once_a_day(clerk: Actor) -> None:
    give(clerk)
    assert give(clerk) == Given(already=1)
    assert (Notice.objects.count(), Mail.objects.count(), Job.objects.count()) == (1, 1, 1)


def test_without_mail_the_notice_goes_all_the_same(clerk: Actor, settings: Any) -> None:
    settings.MAIL_IS_SET_UP = False
    assert give(clerk) == Given(given=1)
    assert (Mail.objects.count(), mail_standing().is_set_up) == (0, False)


def test_a_server_that_is_away_is_tried_again_and_then_given_up(
    clerk: Actor, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "tests.notices.test_mails.FailingBackend"
    settings.EMAIL_HOST_PASSWORD = SECRET
    FailingBackend.faults = [ConnectionRefusedError(f"no {SECRET}") for _ in range(5)]
    give(clerk)
    moment = NOW
    with caplog.at_level(logging.DEBUG):
        for attempt in range(1, 6):
            told = deliver_mails(now=moment)
            assert told == {"sent": 0, "later": int(attempt < 5), "failed": int(attempt == 5)}
            assert sum(deliver_mails(now=moment).values()) == 0
            moment += pause_after(attempt)
    (failed,) = mail_standing().failed
    assert failed.said == "连不上邮件服务器。请管系统的人核对 PINGYI_SMTP_HOST 和网络。"
    assert SECRET not in caplog.text
    assert "lin@example.edu.cn" not in caplog.text
    assert send_again(actor=clerk, now=moment) == 1
    assert deliver_mails(now=moment)["sent"] == 1


def test_an_address_that_is_refused_for_good_is_not_tried_again(clerk: Actor, settings: Any) -> None:
    settings.EMAIL_BACKEND = "tests.notices.test_mails.FailingBackend"
    FailingBackend.faults = [smtplib.SMTPRecipientsRefused({"lin@example.edu.cn": (550, b"no such user")})]
    give(clerk)
    assert deliver_mails(now=NOW)["failed"] == 1
    assert Mail.objects.get().said == "邮件服务器不收这个地址。请核对这个人的邮箱。"


def test_a_mail_whose_server_died_is_not_sent_twice(clerk: Actor) -> None:
    give(clerk)
    Mail.objects.update(state=Mail.State.SENDING, taken_at=NOW)
    assert sum(deliver_mails(now=NOW + timedelta(minutes=9)).values()) == 0
    deliver_mails(now=NOW + timedelta(minutes=11))
    assert (Mail.objects.get().state, outbox.outbox) == ("failed", [])
    assert "不知道到没到" in Mail.objects.get().said


def test_the_errand_asks_for_a_job_when_a_mail_is_due_again(clerk: Actor) -> None:
    give(clerk)
    Job.objects.all().delete()
    with scopes_disabled():
        Mail.objects.update(next_try_at=NOW + timedelta(minutes=5))
    retry_mails(NOW)
    assert Job.objects.count() == 0
    retry_mails(NOW + timedelta(minutes=5))
    retry_mails(NOW + timedelta(minutes=6))
    assert Job.objects.filter(kind="notices.mail", asked_by_id=0).count() == 1


def test_a_notice_is_read_by_its_reader_only(clerk: Actor) -> None:
    give(clerk)
    notice = Notice.objects.get()
    other = make_actor(clerk.institution, "clerk")
    with pytest.raises(Missing):
        mark_read(actor=other, now=NOW, notice_id=notice.pk)
    assert mark_all_read(actor=other, now=NOW) == 0
    mark_read(actor=clerk, now=NOW, notice_id=notice.pk)
    assert mark_read(actor=clerk, now=NOW + timedelta(days=1), notice_id=notice.pk).read_at == NOW
    assert unread_notices(clerk.account_id) == []


def test_only_the_clerk_sends_again(clerk: Actor) -> None:
    with pytest.raises(Forbidden):
        send_again(actor=make_actor(clerk.institution, "leader"), now=NOW)


@pytest.mark.parametrize(
    ("fault", "hopeless", "said"),
    [
        (smtplib.SMTPAuthenticationError(535, b"bad"), False, "不认寄件的用户名或口令"),
        (smtplib.SMTPRecipientsRefused({"a": (450, b"later")}), False, "不收这个地址"),
        (smtplib.SMTPSenderRefused(550, b"no", "x"), True, "不让用这个寄件地址"),
        (smtplib.SMTPDataError(554, b"spam"), True, "没有收"),
        (smtplib.SMTPDataError(451, b"busy"), False, "没有收"),
        (ssl.SSLError("handshake"), False, "加密连接没有建成"),
        (TimeoutError(), False, "连不上"),
        (ValueError("strange"), False, "没有收"),
    ],
)
def test_every_fault_has_words_and_only_a_final_no_ends_the_tries(
    fault: Exception, hopeless: bool, said: str
) -> None:
    assert is_hopeless(fault) is hopeless
    assert said in words_of(fault)


def test_mail_is_set_up_by_the_environment_and_never_prints_its_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not mail_from_environment().is_set_up
    monkeypatch.setenv("PINGYI_SMTP_HOST", "smtp.example.edu.cn")
    monkeypatch.setenv("PINGYI_SMTP_USER", "pingyi@example.edu.cn")
    monkeypatch.setenv("PINGYI_SMTP_PASSWORD", SECRET)
    found = mail_from_environment()
    assert (found.is_set_up, found.port, found.sender) == (True, 587, "pingyi@example.edu.cn")
    assert SECRET not in repr(found)
    monkeypatch.setenv("PINGYI_SMTP_SECURITY", "ssl")
    with pytest.raises(SystemExit, match="PINGYI_SMTP_SECURITY"):
        mail_from_environment()

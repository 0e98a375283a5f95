"""The group chats that are told what is overdue: which there are, what did not arrive, adding one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Forbidden
from pingyi.core.words import Words
from pingyi.doors.office.acting import NOT_FAILED, Failed, act_or_show
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.notices.domain.hooks import HookKind, HookTopic
from pingyi.notices.queries.webhooks import failed_calls, webhook_lines
from pingyi.notices.services import add_webhook, call_again, remove_webhook, try_webhook

KINDS = {
    HookKind.WECOM: Words("企业微信群机器人"),
    HookKind.DINGTALK: Words("钉钉群机器人（加签）"),
    HookKind.OTHER: Words("自建的接收程序"),
}
TOPICS = {
    HookTopic.OVERDUE: Words("整改任务逾期"),
    HookTopic.CIRCULAR: Words("督查通报印发"),
    HookTopic.LOOK_BACK: Words("回头看到期"),
}


@office_page
@require_GET
def webhook_list(request: OfficeRequest) -> HttpResponse:
    return _page(request, NOT_FAILED)


@office_page
@require_POST
def webhook_add(request: OfficeRequest) -> HttpResponse:
    """POST name, kind (wecom|dingtalk|other), address, secret, topics (overdue, circular, look_back; any number)."""
    return act_or_show(
        request,
        lambda: add_webhook(
            actor=request.actor,
            now=now(),
            name=request.POST.get("name", ""),
            kind=request.POST.get("kind", ""),
            address=request.POST.get("address", ""),
            secret=request.POST.get("secret", ""),
            topics=request.POST.getlist("topics"),
        ),
        lambda failed: _page(request, failed),
        form="add",
        back=reverse("office:webhook-list"),
        said=Words("加上了。试发一条，看群里收不收得到。"),
    )


@office_page
@require_POST
def webhook_try(request: OfficeRequest, webhook_id: int) -> HttpResponse:
    """No fields."""
    try_webhook(actor=request.actor, now=now(), webhook_id=webhook_id)
    messages.success(request, Words("试发的消息出去了。到群里看一看，一会儿没有，刷新这一页看原因。"))
    return redirect("office:webhook-list")


@office_page
@require_POST
def webhook_remove(request: OfficeRequest, webhook_id: int) -> HttpResponse:
    """No fields."""
    remove_webhook(actor=request.actor, now=now(), webhook_id=webhook_id)
    messages.success(request, Words("不再往这个群发了，地址和密钥已经删掉。"))
    return redirect("office:webhook-list")


@office_page
@require_POST
def webhook_again(request: OfficeRequest) -> HttpResponse:
    """No fields: everything that did not arrive."""
    count = call_again(actor=request.actor, now=now())
    messages.success(request, Words("{count}条再发一次。", count=count) if count else Words("没有要再发的。"))
    return redirect("office:webhook-list")


def _page(request: OfficeRequest, failed: Failed) -> HttpResponse:
    if not request.actor.has_role("clerk"):
        raise Forbidden(Words("群提醒由经办人设。"))
    form = failed.state("add", kind=HookKind.WECOM.value)
    sent_topics = request.POST.getlist("topics") if failed.form else list(TOPICS)
    shown = {
        "lines": [
            (
                line,
                KINDS[HookKind(line.webhook.kind)],
                [TOPICS[HookTopic(one)] for one in line.webhook.topics],
            )
            for line in webhook_lines()
        ],
        "failed_calls": failed_calls(),
        "refusal": failed.refusal,
        "fields": [
            form.field("name", Words("群的名字"), hint=Words("自己看的，例如“书记工作群”")),
            form.field(
                "kind",
                Words("哪一种"),
                kind="select",
                options=[(kind.value, word) for kind, word in KINDS.items()],
            ),
            form.field(
                "address",
                Words("机器人的地址"),
                kind="password",
                hint=Words("从群机器人的设置里整段复制。它就是钥匙，存好以后不再显示"),
            ),
            form.field(
                "secret",
                Words("密钥"),
                kind="password",
                hint=Words("钉钉的“加签”密钥，或与自建程序约定的；企业微信不用填"),
            ),
        ],
        "topics": [(topic.value, word, topic.value in sent_topics) for topic, word in TOPICS.items()],
        "topics_fault": failed.refusal.message
        if failed.refusal is not None and failed.refusal.field == "topics"
        else "",
    }
    return render(request, "office/webhook-list.html", shown, status=failed.status)

"""Pages for refused wishes and failures: what happened, what is safe, what to do.

A failure gets a number that says the day and nothing about the person; the same number stands in the log.
"""

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from pingyi.core.clock import now, today
from pingyi.core.errors import Refused
from pingyi.core.ids import random_code
from pingyi.core.words import Words

log = logging.getLogger("pingyi.errors")

TITLES = {
    403: Words("这一步您办不了"),
    404: Words("没有找到"),
    409: Words("这一步没有办成"),
}
HOME = "/office/"
UNCHANGED = Words("什么也没有改动，什么也没有发出")


def refused_page(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """A refusal as a page of its own, for wishes that do not come from a form with fields."""
    return _page(
        request,
        refusal.status,
        title=TITLES.get(refusal.status, TITLES[409]),
        happened=refusal.message,
        safe=[UNCHANGED],
    )


def no_role_page(request: HttpRequest) -> HttpResponse:
    return _page(
        request,
        403,
        title=Words("您的账号还没有角色"),
        happened=Words("账号和密码没有错，但还没有人说明您办哪些事。"),
        safe=[Words("您的账号可以用，不用重新开")],
        to_do=Words("请组织部门的经办人在“账号和角色”里给您加上角色，再刷新这一页。"),
        is_signed_in=True,
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(
        request,
        403,
        title=Words("这一页放得太久了"),
        happened=Words("打开这一页以后，您重新登录过或者登录过期了，所以这一步没有接收。"),
        safe=[UNCHANGED],
        to_do=Words("回到上一页，先把写好的内容复制下来，刷新以后再办一次。"),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    to_do = (
        "" if _is_office(request) else Words("在会场投票的，请再扫一次手里的票条，或照票条上印的网址输入。")
    )
    return _page(
        request,
        404,
        title=TITLES[404],
        happened=Words("没有这一页。网址可能抄错了，或者内容已经撤销。"),
        safe=[UNCHANGED],
        to_do=to_do,
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What browsers of people do not send: too many fields, a wrong host, a broken body."""
    return _page(
        request,
        400,
        title=TITLES[409],
        happened=Words("收到的内容不完整或者太大，没有接收。"),
        safe=[UNCHANGED],
        to_do=Words("回到上一页刷新后再办一次。文件太大的，分开传。"),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """Must work when much else does not: no database, no context processors."""
    number = _error_number()
    if not request.path.startswith("/ballot/"):
        log.error("%s %s", number, request.path)
    page = loader.get_template("office/error.html")
    html = page.render(
        {
            "title": Words("这一步没有办成"),
            "happened": Words("系统出错，不是您填错了。"),
            "safe": [Words("出错的这一步已经整个撤回，以前存好的都在")],
            "to_do": Words("回到上一页再试一次。"),
            "number": number,
            "home": HOME if _is_office(request) else "",
        }
    )
    return HttpResponse(html, status=500)


def _error_number() -> str:
    """`E-0116-7K2QX9`: the day and chance."""
    return f"E-{today(now()):%m%d}-{random_code(6)}"


def _page(request: HttpRequest, status: int, **words: Any) -> HttpResponse:
    home = HOME if _is_office(request) else ""
    return render(request, "office/error.html", {"home": home, **words}, status=status)


def _is_office(request: HttpRequest) -> bool:
    """Voters and the hall screen are not sent to the office's sign-in."""
    return request.path.startswith(HOME)

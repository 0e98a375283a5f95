"""What every JSON address of the ballot has in common: its own header, small bodies, refusals in words."""

import json
import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import UnreadablePostError

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.doors.language import in_asked_language
from pingyi.doors.speaking import spoken_json

# A page of another site cannot send this header without asking first, and is never allowed to.
HEADER, HEADER_VALUE = "X-Pingyi-Ballot", "1"
LARGEST_BODY = 32 * 1024
logger = logging.getLogger("pingyi.phone")

Answer = dict[str, Any]


class BadRequest(Refused):
    """Something that our page never sends."""

    status = 400


def json_answer(verb: Callable[[Answer, str], Answer]) -> Callable[..., HttpResponse]:
    """A view from `verb(body, public_key) -> answer`. Nothing is ever written into a log about the request."""

    @in_asked_language
    @wraps(verb)
    def view(request: HttpRequest, public_key: str) -> JsonResponse:
        try:
            return JsonResponse(verb(read_body(request), public_key))
        except Refused as refused:
            return quiet({"code": refused.code, "message": refused.message}, refused.status)
        except Exception as error:  # noqa: BLE001 (Django would log the request; only the kind of fault may be known)
            logger.error("ballot page failed: %s", type(error).__name__)  # noqa: TRY400 (no values, no trace)
            message = Words(
                "系统出错，不是您填错了。票投没投进去还不知道，请留在这一页，它会自动再交，不会投两次。"
            )
            return quiet({"code": "system.error", "message": message}, 500)

    return view


def quiet(answer: Answer, status: int) -> JsonResponse:
    """An answer of which Django makes no log line of its own."""
    response = spoken_json(answer, status)
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


def read_body(request: HttpRequest) -> Answer:
    """The JSON object of the request; anything else is refused in words."""
    if request.method != "POST" or request.headers.get(HEADER) != HEADER_VALUE:
        raise BadRequest(
            Words("这个地址只给投票页自己用。请扫票条上的二维码打开投票页。"), code="request.foreign"
        )
    try:
        length = int(request.headers.get("Content-Length") or 0)
        body = request.body if length <= LARGEST_BODY else b""
        found = json.loads(body)
    except (ValueError, RecursionError, RequestDataTooBig, UnreadablePostError):
        found = None
    if not isinstance(found, dict):
        raise BadRequest(
            Words("发来的内容读不懂，什么都没有改。请刷新这一页再试。"), code="request.unreadable"
        )
    return found


def text_of(body: Answer, name: str, *, longest: int = 64) -> str:
    """A short text field of the body."""
    value = body.get(name)
    if not isinstance(value, str) or len(value) > longest:
        raise BadRequest(Words("发来的内容不全，什么都没有改。请刷新这一页再试。"), code="request.incomplete")
    return value

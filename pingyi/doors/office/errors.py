"""Pages for refused wishes and failures."""

from django.http import HttpRequest, HttpResponse

from pingyi.core.errors import Refused


def refused_page(request: HttpRequest, refusal: Refused) -> HttpResponse:
    return HttpResponse(refusal.message, status=refusal.status)


def no_role_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("您的账号还没有分配角色。请找组织部门的经办人。", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return HttpResponse("这一页放得太久了。请回到上一页，刷新后再办一次。", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse("没有这一页。", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return HttpResponse("系统出错，不是您填错了。", status=500)

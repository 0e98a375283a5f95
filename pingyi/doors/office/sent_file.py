"""The one file of a form, whole and not too large."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from pingyi.core.errors import Refused
from pingyi.core.words import Words

if TYPE_CHECKING:
    from pingyi.doors.office.pages import OfficeRequest


def sent_file(request: OfficeRequest) -> tuple[str, bytes]:
    """Name and content of what was sent as `file`; refused where there is none or where it is too large."""
    sent: Any = request.FILES.get("file")
    if sent is None:
        raise Refused(Words("还没有选文件。选一份 .docx 再上传。"), code="form.file", field="file")
    if sent.size > settings.UPLOAD_LIMIT_BYTES:
        limit = settings.UPLOAD_LIMIT_BYTES // (1024 * 1024)
        raise Refused(
            Words("文件超过{limit} MB，没有上传。请压缩里面的图片再上传。", limit=limit),
            code="file.too_large",
            field="file",
        )
    return str(sent.name), bytes(sent.read())

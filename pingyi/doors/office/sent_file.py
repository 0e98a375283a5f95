"""The one file of a form, not too large."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from pingyi.core.errors import Refused
from pingyi.core.words import Words

if TYPE_CHECKING:
    from pingyi.doors.office.pages import OfficeRequest


def limit_mb() -> int:
    """How many megabytes a file of a form may have."""
    return settings.UPLOAD_LIMIT_BYTES // (1024 * 1024)


def sent_upload(request: OfficeRequest, *, none: Words, too_large: Words) -> Any:
    """What was sent as `file`; refused in these words where there is none or where it is too large."""
    sent: Any = request.FILES.get("file")
    if sent is None:
        raise Refused(none, code="form.file", field="file")
    if sent.size > settings.UPLOAD_LIMIT_BYTES:
        raise Refused(too_large, code="file.too_large", field="file")
    return sent


def sent_file(request: OfficeRequest) -> tuple[str, bytes]:
    """Name and content of the Word file of a form."""
    sent = sent_upload(
        request,
        none=Words("还没有选文件。选一份 .docx 再上传。"),
        too_large=Words("文件超过{limit} MB，没有上传。请压缩里面的图片再上传。", limit=limit_mb()),
    )
    return str(sent.name), bytes(sent.read())


def sent_list(request: OfficeRequest) -> bytes:
    """The content of the workbook of a form."""
    sent = sent_upload(
        request,
        none=Words("还没有选文件。选一个 .xlsx 名单再上传。"),
        too_large=Words("文件超过 {limit} MB。请删掉图片和用不到的工作表再上传。", limit=limit_mb()),
    )
    return bytes(sent.read())

"""Which files are taken as evidence: by the ending of the name, and the first bytes have to agree with it."""

from dataclasses import dataclass
from enum import StrEnum

from pingyi.core.errors import Refused
from pingyi.core.words import Words


class FileFault(StrEnum):
    EMPTY = "empty"
    KIND = "kind"
    CONTENT = "content"


FAULT_WORDS: dict[FileFault, str] = {
    FileFault.KIND: Words("这种文件不收。请用PDF、图片（jpg、png）、Word、Excel、PPT、WPS或OFD文件。"),
    FileFault.EMPTY: Words("文件是空的，没有上传。请重新选一次。"),
    FileFault.CONTENT: Words("文件的内容和它的扩展名不一样，没有上传。请用原来的软件重新保存再传。"),
}


@dataclass(frozen=True)
class FileKind:
    """A kind of file: the media type that it is handed out as, and how its bytes begin."""

    media_type: str
    beginnings: tuple[bytes, ...]


_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OOXML = "application/vnd.openxmlformats-officedocument"
_JPEG = FileKind("image/jpeg", (b"\xff\xd8\xff",))
KINDS = {
    "pdf": FileKind("application/pdf", (b"%PDF-",)),
    "jpg": _JPEG,
    "jpeg": _JPEG,
    "png": FileKind("image/png", (b"\x89PNG\r\n\x1a\n",)),
    "docx": FileKind(f"{_OOXML}.wordprocessingml.document", (_ZIP,)),
    "xlsx": FileKind(f"{_OOXML}.spreadsheetml.sheet", (_ZIP,)),
    "pptx": FileKind(f"{_OOXML}.presentationml.presentation", (_ZIP,)),
    "doc": FileKind("application/msword", (_OLE,)),
    "xls": FileKind("application/vnd.ms-excel", (_OLE,)),
    "ppt": FileKind("application/vnd.ms-powerpoint", (_OLE,)),
    "wps": FileKind("application/octet-stream", (_OLE, _ZIP)),
    "et": FileKind("application/octet-stream", (_OLE, _ZIP)),
    "ofd": FileKind("application/octet-stream", (_ZIP,)),
}


def ending_of(name: str) -> str:
    """The ending of a file name in small letters, without the dot; nothing if it has none."""
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""


def file_fault(name: str, content: bytes) -> FileFault | None:
    """What is wrong with this file as evidence, if anything."""
    kind = KINDS.get(ending_of(name))
    if kind is None:
        return FileFault.KIND
    if not content:
        return FileFault.EMPTY
    if not content.startswith(kind.beginnings):
        return FileFault.CONTENT
    return None


def refuse_unsound(name: str, content: bytes) -> None:
    """Refuses a file that is not taken as evidence (`evidence.kind`, `evidence.empty`, `evidence.content`)."""
    fault = file_fault(name, content)
    if fault is not None:
        raise Refused(FAULT_WORDS[fault], code=f"evidence.{fault}", field="file")


def media_type_of(name: str) -> str:
    """What a stored file is handed out as; nothing that a browser would run."""
    kind = KINDS.get(ending_of(name))
    return kind.media_type if kind else "application/octet-stream"

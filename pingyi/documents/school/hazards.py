"""What a template may not bring along: it is filled and then opened by everybody who gets the paper."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pingyi.documents.school.finding import Finding
from pingyi.documents.school.paragraphs import W

_EXTERNAL = re.compile(rb"""<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>""", re.IGNORECASE)
_HYPERLINK = re.compile(rb"""Type\s*=\s*["'][^"']*/hyperlink["']""")
_SAFE_TARGET = re.compile(rb"""Target\s*=\s*["'](?:https?|mailto):""", re.IGNORECASE)
_OBJECTS = ("word/embeddings/", "word/activex/", "word/afchunk", "word/ctrlprops/")
_FIELDS = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON)\b", re.IGNORECASE)
_FILE = "整个文件"
_COPY = "新建一份空白文档，把内容复制过去（粘贴时选“只保留文本”或“保留源格式”），另存后再上传"


def hazards(
    names: tuple[str, ...], parts: Mapping[str, bytes], roots: Mapping[str, Any]
) -> Iterator[Finding]:
    """Embedded objects, links that fetch something when the paper is opened, fields that do, tracked changes."""
    if any(name.lower().startswith(_OBJECTS) for name in names):
        yield Finding(_FILE, "里面嵌了别的文件或控件", "删掉嵌入的对象再上传")
    if b"purl.oclc.org/ooxml" in parts["word/document.xml"][:4000]:
        yield Finding(_FILE, "是“严格 Open XML”格式", "另存为普通的“Word 文档（.docx）”再上传")
    for name, content in parts.items():
        if not name.endswith(".rels"):
            continue
        for link in _EXTERNAL.findall(content):
            if not (_HYPERLINK.search(link) and _SAFE_TARGET.search(link)):
                yield Finding(_FILE, "里面有指向外部文件的链接（例如外部的模板或图片）", _COPY)
                break
    for root in roots.values():
        yield from _in_text(root)


def _in_text(root: Any) -> Iterator[Finding]:
    fields = " ".join(node.text or "" for node in root.iter(f"{W}instrText"))
    fields += " ".join(node.get(f"{W}instr", "") for node in root.iter(f"{W}fldSimple"))
    match = _FIELDS.search(fields)
    if match:
        yield Finding(
            _FILE, f"里面有会读取别处内容的域（{match[1].upper()}）", "删掉这个域，改成普通文字再上传"
        )
    for tag in ("ins", "del", "moveFrom", "moveTo"):
        if next(root.iter(f"{W}{tag}"), None) is not None:
            yield Finding(_FILE, "有没有接受的修订", "在“审阅”里接受全部修订、停止修订，存好再上传")
            return

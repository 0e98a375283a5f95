"""Is an uploaded template fit for use? From the file itself down to a trial print; nothing is kept or changed here."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from jinja2 import TemplateError

from pingyi.core.errors import Refused
from pingyi.core.word_package import MEGABYTE, WordLimits, read_word_parts
from pingyi.documents.domain.papers import PaperKind, Values
from pingyi.documents.school.filling import fill
from pingyi.documents.school.finding import Finding
from pingyi.documents.school.hazards import hazards
from pingyi.documents.school.language import Forbidden
from pingyi.documents.school.paragraphs import paragraphs_in, roots_of
from pingyi.documents.school.tag_check import TagCheck

LIMITS = WordLimits(file_bytes=5 * MEGABYTE, unpacked_bytes=30 * MEGABYTE, xml_bytes=3 * MEGABYTE, parts=500)
_FILE = "整个文件"
_MOST_TEXT = 600 * 1024
_MOST_BRACES = 300  # outside of tags, where programs keep numbers of theirs in braces
_SIGNS = re.compile(r"\{\{|\{%|\{#")


@dataclass(frozen=True)
class Checked:
    """What was found, and which placeholders the template uses."""

    findings: tuple[Finding, ...]
    used: tuple[str, ...] = ()

    @property
    def is_fit(self) -> bool:
        return not self.findings


def check_template(content: bytes, kind: PaperKind) -> Checked:
    """All findings of the file. `Refused` where it is no Word file that may be opened at all."""
    parts = read_word_parts(content, LIMITS)
    try:
        roots = roots_of(parts)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise Refused(
            "这个文件的内容读不出来。请在 Word 或 WPS 里打开确认，另存后再上传。",
            code="word.broken",
            field="file",
        ) from error
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = tuple(archive.namelist())
    if max(len(parts[name]) for name in roots) > _MOST_TEXT:
        return Checked(
            (Finding(_FILE, "太复杂，不像一份文书的模板", "只留一份文书的版面和占位符，别的内容删掉"),)
        )
    found = list(hazards(names, parts, roots))
    paragraphs = paragraphs_in(roots)
    tags = TagCheck(kind)
    tags.look(paragraphs)
    found += tags.findings
    if not found:
        found += _hidden(parts, roots, sum(len(_SIGNS.findall(one.text)) for one in paragraphs))
    if not found:
        found += _trial(content, kind)
    return Checked(tuple(found), tuple(name for name in kind.names if name in tags.used))


def _hidden(parts: dict[str, bytes], roots: dict[str, Element], seen: int) -> list[Finding]:
    """Signs of tags where nobody sees them: descriptions of pictures, fields."""
    raw = sum(len(_SIGNS.findall(parts[name].decode("utf-8", "replace"))) for name in roots)
    braces = sum(parts[name].count(b"{") for name in roots)
    if raw > seen or braces > 2 * seen + _MOST_BRACES:
        return [
            Finding(
                _FILE,
                "看不见的地方（图片说明、域）有“{{”或“{%”",
                "新建一份空白文档，只把看得见的内容复制过去，另存后再上传",
            )
        ]
    return []


def _trial(content: bytes, kind: PaperKind) -> list[Finding]:
    """Fills it twice, with everything and with as little as a paper can have, and reads the result."""
    for values, when in ((kind.example(), "例子"), (kind.sparse_example(), "内容最少的例子")):
        fault = _fault(content, values)
        if fault:
            return [Finding(_FILE, f"用{when}试印，{fault}", "从本页下载起步模板，照着改一份再上传")]
    return []


def _fault(content: bytes, values: Values) -> str:
    try:
        made: Any = read_word_parts(fill(content, values), LIMITS)
        left = [one for one in paragraphs_in(roots_of(made)) if _SIGNS.search(one.text)]
    except Forbidden as forbidden:
        return forbidden.what
    except TemplateError:
        return "有占位符看不懂"
    except Exception:  # noqa: BLE001 (whatever a strange file does to the writer, the clerk gets a sentence)
        return "做不出 Word 文件"
    return f"{left[0].place}里的占位符没有换掉" if left else ""

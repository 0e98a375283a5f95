"""Where what stands in a package, and which names may stand in one at all."""

import re

from pingyi.core.words import Words

PRODUCT, FORMAT = "pingyi", "pingyi-archive/1"
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
READ_ME, READ_ME_PAGE = "说明.txt", "说明.html"
LOG, LOG_CHECK = "events/log.jsonl", "events/check_log.py"
SCHEMA, SCHEMA_PAGE = "data/schema.json", "data/字段说明.html"
FOLDERS = frozenset({"data", "events", "documents", "evidence"})
AT_THE_TOP = frozenset({MANIFEST, SUMS, READ_ME, READ_ME_PAGE})
LONGEST_PART, LONGEST_NAME, DEEPEST = 240, 800, 6
# Control signs, signs that turn the direction of writing, and what one system or the other takes for a path.
_FORBIDDEN = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')


def table_file(name: str, ending: str) -> str:
    """The member that holds a table."""
    return f"data/{name}.{ending}"


def fault_of_name(name: str) -> str:
    """Why a member may not be called so; nothing for a good name. Nothing is ever written where a name points to."""
    parts = name.split("/")
    if len(name.encode(errors="surrogatepass")) > LONGEST_NAME or len(parts) > DEEPEST:
        return Words("名称太长")
    if _FORBIDDEN.search(name):
        return Words("名称里有不许用的字符")
    if any(part in ("", ".", "..") for part in parts):
        return Words("名称指到别处去了")
    if any(part.endswith((".", " ")) or len(part.encode(errors="replace")) > LONGEST_PART for part in parts):
        return Words("名称不是各种系统都能用的")
    if name not in AT_THE_TOP and not (len(parts) > 1 and parts[0] in FOLDERS):
        return Words("归档包里不该有这个文件")
    return ""

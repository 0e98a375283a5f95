"""What an inspector reads first: what the package holds, and how to check it without this software."""

from collections.abc import Iterable, Sequence
from html import escape

from pingyi.archives.domain.layout import LOG, LOG_CHECK, SCHEMA_PAGE, SUMS
from pingyi.archives.domain.manifest import Origin
from pingyi.archives.domain.table import Table

NEVER = (
    "任何一张票、任何一行票；票条、票条的代码和摘要",
    "谁到会、先后次序，任何能把票和人、和先后连起来的内容",
    "密码、密钥、会场大屏和会前阅读的地址",
    "没有发出的草稿",
)
_WINDOWS = (
    f"Windows（PowerShell）：Get-Content {SUMS} -Encoding UTF8 | ForEach-Object "
    "{ $h, $n = $_ -split '  ', 2; if ((Get-FileHash -LiteralPath $n).Hash -ne $h) { \"不一致：$n\" } }"
)
_READING = (
    ".csv和.json内容相同，UTF-8编码；时间带时区。.csv里空着是没有，是/否是真假；"
    "以等号、加号、减号、@开头的文字前面加了一个撇号，免得被表格软件当成公式，原文在.json里。"
)
_STEPS = (
    (
        "一、文件有没有少、有没有改",
        (
            "把.zip展开到一个空文件夹，在这个文件夹里打开命令行。",
            f"Linux：sha256sum -c {SUMS}",
            f"macOS：shasum -a 256 -c {SUMS}",
            _WINDOWS,
            f"每一行都应是 OK（Windows什么都不显示）。{SUMS}里没有列的文件是后来加的。",
        ),
    ),
    (
        "二、办事记录有没有被改",
        (
            f"每一行的校验值都包含上一行的校验值，改一行，后面就接不上。有Python的电脑：python3 {LOG_CHECK}",
            "没有随包给出内容的行只有摘要，照样能核对前后相接。",
        ),
    ),
    (
        "三、是不是当时做的那一份",
        (
            "包里的校验值只能说明包里前后一致。做包的时候，页面上显示整个.zip文件的SHA-256，应抄在归档登记本上。",
            "Linux：sha256sum 文件名.zip　macOS：shasum -a 256 文件名.zip　Windows：Get-FileHash 文件名.zip",
            "和登记本上的一样，就是当时做的那一份。",
        ),
    ),
)


def read_me(origin: Origin, *, made: str, has_counts: bool, tables: Sequence[tuple[Table, int]]) -> str:
    """The explanation as plain text."""
    lines = [
        f"{origin.name}　归档包",
        "",
        f"{origin.institution}，{origin.convenor}。{made}。",
        _counts(has_counts),
    ]
    lines += ["", "里面有什么", ""]
    lines += [f"  {name}　{words}" for name, words in _folders()]
    lines += ["", "数据表", ""]
    lines += [f"  data/{table.name}.csv、.json　{table.title}，{rows}行" for table, rows in tables]
    lines += ["", "里面没有什么", "", *(f"  {words}。" for words in NEVER), "", "怎样不用评议系统核对", ""]
    for title, steps in _STEPS:
        lines += [title, *(f"  {step}" for step in steps), ""]
    return "\r\n".join(lines)


def read_me_page(
    origin: Origin,
    *,
    made: str,
    has_counts: bool,
    tables: Sequence[tuple[Table, int]],
    documents: Iterable[str],
) -> str:
    """The same as a page, with links to every document."""
    folders = "".join(f"<li><code>{escape(name)}</code>　{escape(words)}</li>" for name, words in _folders())
    shown = "".join(
        f"<tr><td>{escape(table.title)}</td><td class=n>{rows}</td><td>{_link(f'data/{table.name}.csv')}</td></tr>"
        for table, rows in tables
    )
    steps = "".join(
        f"<h3>{escape(title)}</h3><ul>{''.join(f'<li>{escape(step)}</li>' for step in lines)}</ul>"
        for title, lines in _STEPS
    )
    never = "".join(f"<li>{escape(words)}</li>" for words in NEVER)
    papers = "".join(f"<li>{_link(name)}</li>" for name in documents) or "<li>没有</li>"
    body = (
        f"<h1>{escape(origin.name)}　归档包</h1><p>{escape(origin.institution)}，{escape(origin.convenor)}。"
        f"{escape(made)}。{escape(_counts(has_counts))}</p><h2>里面有什么</h2><ul>{folders}</ul>"
        f"<h2>数据表</h2><table><tr><th>表</th><th class=n>行数</th><th>文件</th></tr>{shown}</table>"
        f"<p>每一列是什么意思：{_link(SCHEMA_PAGE)}</p><h2>文书和佐证</h2><ul>{papers}</ul>"
        f"<h2>里面没有什么</h2><ul>{never}</ul><h2>怎样不用评议系统核对</h2>{steps}"
    )
    return page("归档包说明", body)


def schema_page(tables: Iterable[Table]) -> str:
    """Every column of every table in words."""
    body = f"<h1>字段说明</h1><p>{_READING}</p>"
    for table in tables:
        rows = "".join(
            f"<tr><td><code>{escape(column.name)}</code></td><td>{escape(column.meaning)}</td></tr>"
            for column in table.columns
        )
        body += f"<h2>{escape(table.name)}　{escape(table.title)}</h2><table>{rows}</table>"
    return page("字段说明", body)


def page(title: str, body: str) -> str:
    """A page that any browser shows from the disk: no scripts, nothing fetched."""
    style = (
        "body{font:16px/1.7 serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
        "table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #bbb;padding:.2rem .6rem;text-align:left}"
        ".n{text-align:right}h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}code{font-size:.9em}"
        "li{overflow-wrap:anywhere}"
    )
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{style}</style>'
    return f'<!doctype html><html lang="zh-CN"><head>{head}</head><body>{body}</body></html>\n'


def _folders() -> tuple[tuple[str, str], ...]:
    return (
        ("documents", "文书，发出时的原件；没有原件的按发出时的内容排出"),
        ("evidence", "整改的佐证，交上来时的原件"),
        ("data", f"数据，.csv和.json；每一列的意思见 {SCHEMA_PAGE}"),
        (LOG, "办事记录，一行一条，前后相接"),
        ("manifest.json", "目录：每个文件的大小和SHA-256"),
        (SUMS, "每个文件的SHA-256，供命令行核对"),
    )


def _counts(has_counts: bool) -> str:
    if has_counts:
        return "这一份含票数和得分，只供领导和党委研究使用，不要外传。"
    return "这一份不含票数和得分。"


def _link(name: str) -> str:
    return f'<a href="{escape(name)}">{escape(name)}</a>'

"""`read-news FILE`: what an old news text says of a review meeting, each fact with its sentence."""

import json
import sys
from argparse import ArgumentParser, Namespace
from typing import Any

from pingyi.doors.cli.verbs.clean_news import cleaned_file, write
from pingyi.publishing.domain.reading.news import KEYS, read
from pingyi.publishing.domain.reading.words import KEY_WORDS, in_words

summary = "从旧新闻稿里读出一次述职评议会"

GOOD, NOTHING_READ = 0, 1


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("FILE", help="文本文件（UTF-8 或 GB18030），不必先清理；写 - 从标准输入读")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: Namespace) -> int:
    """0: something was read; 1: the text says nothing of a review meeting (with --json every key is null)."""
    news = read(cleaned_file(options.FILE).text)
    document = news.as_document()
    write(json.dumps(document, ensure_ascii=False) if options.json else listing(document))
    if news.says_anything:
        return GOOD
    print("没有读出述职评议会的内容。请核对是不是这方面的新闻。", file=sys.stderr)
    return NOTHING_READ


def listing(document: dict[str, Any]) -> str:
    """A line for each fact with its sentence below; what the text does not say is said to be unsaid."""
    lines = []
    for key in KEYS:
        lines.append(f"{KEY_WORDS[key]}：{in_words(document[key])}")
        if key in document["evidence"]:
            lines.append(f"    {document['evidence'][key].replace(chr(10), ' / ')}")
    return "\n".join(lines)

"""Spaces between characters, empty lines. What separates the parts of a credit line stays."""

import re

from pingyi.publishing.domain.cleaning.log import Kind, Log
from pingyi.publishing.domain.cleaning.signs import FULL_WIDTH, HAN
from pingyi.publishing.domain.credit_roles import ROLE_AHEAD, ROLE_BEHIND

WIDE_SPACE = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]")
EDGES = re.compile(r"^[ ]+|[ ]+$", re.MULTILINE)
EMPTY_LINES = re.compile(r"\n{3,}|\A\n+|\n{2,}\Z")
REPEATED = re.compile(" {2,}")
SENTENCE = re.compile("[，。；]")
IN_SENTENCE = re.compile(
    rf"(?<=[{HAN}{FULL_WIDTH}0-9]) (?=[{HAN}{FULL_WIDTH}])|(?<=[{HAN}{FULL_WIDTH}]) (?=[0-9])"
)
# A name of two characters is often set wide: 楊 陽. It is one name and is written together.
WIDE_NAME = re.compile(rf"(?<![{HAN}])([{HAN}]) +([{HAN}])(?![{HAN}])")


def close_spaces(text: str, log: Log) -> str:
    """Running text without spaces; in headings and credit lines only names set wide are closed up."""
    text = log.replace(Kind.SPACE, WIDE_SPACE, " ", text)
    text = log.replace(Kind.SPACE, EDGES, "", text)
    text = log.replace(Kind.SPACE, EMPTY_LINES, _fewer_lines, text)
    text = log.replace(Kind.SPACE, WIDE_NAME, r"\1\2", text)
    lines = [_close_line(line, number, log) for number, line in enumerate(text.split("\n"), start=1)]
    return "\n".join(lines)


def _fewer_lines(match: re.Match[str]) -> str:
    at_edge = match.start() == 0 or match.end() == len(match.string)
    return ("\n" if match.start() else "") if at_edge else "\n\n"


def _close_line(line: str, number: int, log: Log) -> str:
    if "  " in line:
        log.note(Kind.SPACE, "连续空格", "一个空格", line=number)
        line = REPEATED.sub(" ", line)
    if " " not in line or not SENTENCE.search(line):
        return line

    def closed(match: re.Match[str]) -> str:
        if ROLE_AHEAD.match(line, match.end()) or ROLE_BEHIND.search(line[: match.start()][-10:]):
            return " "
        log.note(Kind.SPACE, " ", "", line=number)
        return ""

    return IN_SENTENCE.sub(closed, line)

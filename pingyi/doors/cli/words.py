"""argparse in Chinese: the few sentences that a person may meet."""

import re
from argparse import ArgumentParser
from typing import NoReturn

SENTENCES = (
    (re.compile(r"the following arguments are required: (.*)"), r"还缺：\1"),
    (re.compile(r"unrecognized arguments: (.*)"), r"用不上：\1"),
    (re.compile(r"argument (.*): expected .*"), r"\1 后面缺一个值"),
    (re.compile(r"argument (.*): invalid choice: (.*) \(choose from (.*)\)"), r"\1 不能是 \2，只能是 \3"),
    (re.compile(r"argument (.*): invalid \w+ value: (.*)"), r"\1 不能是 \2"),
)


class Parser(ArgumentParser):
    """Reads the arguments of one verb; wrong use is told on stderr and ends with code 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{in_chinese(message)}\n{self.format_usage()}")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        replaced = super().format_help().replace("usage: ", "用法：", 1)
        for english, chinese in (
            ("positional arguments:", "要写的："),
            ("options:", "可以加的："),
            ("show this help message and exit", "显示这段说明"),
        ):
            replaced = replaced.replace(english, chinese)
        return replaced


def in_chinese(message: str) -> str:
    """What argparse found wrong, in our words; a sentence that is not in the table stays as it is."""
    for pattern, words in SENTENCES:
        if pattern.fullmatch(message):
            return pattern.sub(words, message)
    return message

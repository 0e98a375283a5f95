"""Finds the verb, reads its arguments, runs it. Results go to stdout, progress to stderr."""

import importlib
import keyword
import pkgutil
import sys
from argparse import Namespace
from typing import Protocol, cast

from pingyi.core.errors import Refused
from pingyi.doors.cli import verbs
from pingyi.doors.cli.words import Parser

GOOD = 0
WRONG_USE = 2


class Verb(Protocol):
    """What a module in `verbs` offers; it may also say `needs_django = True`."""

    summary: str

    def add_arguments(self, parser: Parser) -> None: ...

    def run(self, options: Namespace) -> int: ...


def main(words: list[str]) -> int:
    """Runs one command line; returns the exit code: 0 good, 1 the thing is not good, 2 wrong use or input."""
    if words and words[0] in ("-h", "--help", "help"):
        print(overview())
        return GOOD
    if not words or words[0] not in known_verbs():
        problem = f"没有“{words[0]}”这个命令。" if words else "要写明做什么。"
        print(f"{problem}\n{overview()}", file=sys.stderr)
        return WRONG_USE
    verb = load(words[0])
    parser = Parser(prog=f"pingyi {words[0]}", description=verb.summary)
    verb.add_arguments(parser)
    options = parser.parse_args(words[1:])
    if getattr(verb, "needs_django", False):
        from pingyi.doors.cli.django_ready import set_up_django

        set_up_django()
    try:
        return verb.run(options)
    except Refused as refused:
        print(refused.message, file=sys.stderr)
        return WRONG_USE


def known_verbs() -> list[str]:
    """The verbs, by name. Looks at file names only; `import`, a word of Python, has an underscore behind it there."""
    return sorted(found.name.rstrip("_").replace("_", "-") for found in pkgutil.iter_modules(verbs.__path__))


def load(name: str) -> Verb:
    """The module of one verb."""
    module = f"{name}_" if keyword.iskeyword(name) else name.replace("-", "_")
    return cast("Verb", importlib.import_module(f"{verbs.__name__}.{module}"))


def overview() -> str:
    """How to call, and a line for each verb."""
    lines = [f"  {name:<12} {load(name).summary}" for name in known_verbs()]
    return "\n".join(["用法：pingyi 命令 …（每个命令后加 --help 看说明）", "", *lines])

"""What a template may say: a name, a column of a line, "if", "for". Nothing else of Jinja is let through.

Every text that docxtpl hands to Jinja (body, headers, footers, notes, properties) passes `parse` here, when a template
is checked and again each time it is filled: there is no other way in.
"""

from collections.abc import Iterable
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

FILTERS = ("join", "length", "trim")
LOOP = ("first", "index", "last", "length")
_MOST_NODES = 5_000
_MOST_CHARACTERS = 20_000_000

_PLAIN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.If, nodes.For, nodes.Getattr, nodes.Filter,
    nodes.Const, nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand,
)  # fmt: skip


class Forbidden(Exception):
    """The template says something that is not part of the language. `what` is a sentence for the clerk."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.what = what
        self.line = line


class PaperLanguage(ImmutableSandboxedEnvironment):
    """The sandbox of Jinja without its globals, tests and most filters, behind a list of what may be parsed."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, cache_size=0)
        self.globals.clear()
        self.tests.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        allow(tree)
        return tree

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """What a template makes, up to a length that no paper has."""
        made, length = [], 0
        for piece in pieces:
            length += len(piece)
            if length > _MOST_CHARACTERS:
                raise Forbidden("写出来太长", 0)
            made.append(piece)
        return "".join(made)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No attribute of any object but the place in a loop."""
        return attr in LOOP and type(obj).__name__ == "LoopContext"


def allow(tree: nodes.Node) -> None:
    """Refuses everything but the language; how much of it there may be is limited too."""
    count = 0
    waiting: list[tuple[nodes.Node, frozenset[str]]] = [(tree, frozenset())]
    while waiting:
        node, lines = waiting.pop()
        count += 1
        if count > _MOST_NODES:
            raise Forbidden("占位符太多", node.lineno)
        inner = _look(node, lines)
        waiting.extend((child, inner) for child in node.iter_child_nodes())


def _look(node: nodes.Node, lines: frozenset[str]) -> frozenset[str]:
    """The names of lines that stand for one entry of a list, inside this node."""
    if not isinstance(node, _PLAIN):
        raise Forbidden("只能写占位符、“if”和“for”，这里写了别的", node.lineno)
    if isinstance(node, nodes.Name) and (node.name.startswith("_") or node.name == "self"):
        raise Forbidden(f"“{node.name}”不是占位符", node.lineno)
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        raise Forbidden(f"不能用“|{node.name}”", node.lineno)
    if isinstance(node, nodes.Getattr):
        _look_at_column(node, lines)
    if isinstance(node, nodes.For):
        if not isinstance(node.target, nodes.Name) or node.recursive or node.test is not None:
            raise Forbidden("“for”要写成：for 一个名字 in 占位符", node.lineno)
        if lines:
            raise Forbidden("“for”里面不能再有“for”", node.lineno)
        return frozenset({node.target.name, "loop"})
    return lines


def _look_at_column(node: nodes.Getattr, lines: frozenset[str]) -> None:
    if not isinstance(node.node, nodes.Name) or node.node.name not in lines:
        raise Forbidden(f"点（.）只能用在“for”里的一行上，“{node.attr}”前面的不是", node.lineno)
    if node.attr.startswith("_") or (node.node.name == "loop" and node.attr not in LOOP):
        raise Forbidden(f"“{node.node.name}.{node.attr}”没有这一项", node.lineno)

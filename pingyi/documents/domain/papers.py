"""Kinds of paper that the school may lay out itself, and the placeholders that each kind offers.

A paper kind stands beside the builder of its built-in layout and declares what may be filled in, in the words of the
clerk who edits the template, with examples from its own data.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pingyi.documents.domain.tree import Attachment, Block, Document, Table


@dataclass(frozen=True)
class Body:
    """A text with headings and tables, laid out inside the template as in the built-in paper."""

    blocks: tuple[Block, ...] = ()
    enclosed: tuple[Attachment, ...] = ()


# One text, paragraphs, lines of a table by the names of their columns, or a whole body.
Line = Mapping[str, str]
Value = str | tuple[str, ...] | tuple[Line, ...] | Body
Values = Mapping[str, Value]


@dataclass(frozen=True)
class Placeholder:
    """A name that a template may use: `words` say what comes in its place, `example` is what the trial print shows.

    `columns` are the names inside one line of a list (`人.姓名`), with their words; a plain text has none.
    `may_be_empty` says that real papers can have nothing here.
    """

    name: str
    words: str
    example: Value
    is_compulsory: bool = False
    may_be_empty: bool = False
    columns: tuple[tuple[str, str], ...] = ()

    @property
    def is_list(self) -> bool:
        return bool(self.columns)

    @property
    def written(self) -> str:
        """As it stands in the template."""
        if self.is_body:
            return f"{{{{p {self.name} }}}}"
        return f"{{%tr for 行 in {self.name} %}}" if self.is_list else f"{{{{ {self.name} }}}}"

    @property
    def is_body(self) -> bool:
        return isinstance(self.example, Body)

    @property
    def nothing(self) -> Value:
        """What a paper has here that has nothing here."""
        if isinstance(self.example, Body):
            return Body()
        return "" if isinstance(self.example, str) else ()

    @property
    def shown_example(self) -> str:
        """The example in one line, for the table of placeholders."""
        if isinstance(self.example, str):
            return self.example
        if isinstance(self.example, Body):
            return "／".join(block.text for block in self.example.blocks if not isinstance(block, Table))
        parts = [one if isinstance(one, str) else "，".join(one.values()) for one in self.example]
        return "／".join(parts)


@dataclass(frozen=True)
class PaperKind:
    """`starter` makes the template that a clerk begins with: the built-in layout with the placeholders in place."""

    code: str
    name: str
    placeholders: tuple[Placeholder, ...]
    starter: Callable[[], Document]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.placeholders)

    def example(self) -> dict[str, Value]:
        """Example data for a trial print."""
        return {one.name: one.example for one in self.placeholders}

    def sparse_example(self) -> dict[str, Value]:
        """The same with nothing wherever a real paper may have nothing."""
        return {one.name: one.nothing if one.may_be_empty else one.example for one in self.placeholders}

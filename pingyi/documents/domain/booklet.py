"""Several texts bound into one: title page, table of contents, each text on a page of its own."""

from dataclasses import dataclass

from pingyi.documents.domain.tree import Heading, Paragraph


@dataclass(frozen=True)
class Chapter:
    """One text of a booklet. `part` names the group that begins with it, "" when it goes on with the group before."""

    title: str
    byline: str
    running_head: str
    blocks: tuple[Paragraph | Heading, ...]
    part: str = ""


@dataclass(frozen=True)
class Booklet:
    """The whole. Line breaks in `title` are where its lines end; `facts` stand under it, `imprint` at the foot."""

    file_stem: str
    title: str
    kind: str
    facts: tuple[str, ...]
    imprint: tuple[str, ...]
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class PageNumbers:
    """On which page the table of contents and each chapter begin. The title page is page 1."""

    contents: int
    chapters: tuple[int, ...]
    total: int

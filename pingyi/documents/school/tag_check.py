"""The tags of a template against what its kind of paper offers: every doubt is a finding with place and remedy."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from jinja2 import TemplateSyntaxError, nodes

from pingyi.core.sheets.heading import nearest
from pingyi.documents.domain.papers import PaperKind, Placeholder
from pingyi.documents.domain.template_tags import Sort, Tag, oddities, rest_of, tags_of
from pingyi.documents.school.finding import Finding
from pingyi.documents.school.language import Forbidden, PaperLanguage
from pingyi.documents.school.paragraphs import Paragraph

_MOST_TAGS = 500
_MOST_CHARACTERS = 100_000
_MOST_FINDINGS = 100

# Made when a template is checked, not when a server starts.
_language = cache(PaperLanguage)


@dataclass
class _Open:
    """An "if" or "for" that waits for its end."""

    word: str
    written: str
    paragraph: Paragraph
    scope: str
    line: str = ""
    of: Placeholder | None = None


@dataclass
class TagCheck:
    """Walks through the paragraphs and remembers what was used."""

    kind: PaperKind
    findings: list[Finding] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    _open: list[_Open] = field(default_factory=list)
    _part: str = ""

    @property
    def _bodies(self) -> frozenset[str]:
        return frozenset(one.name for one in self.kind.placeholders if one.is_body)

    def look(self, paragraphs: list[Paragraph]) -> None:
        """All paragraphs, part by part; at the end what is not closed and what is missing."""
        if sum(len(one.text) for one in paragraphs) > _MOST_CHARACTERS:
            self.findings.append(
                Finding("整个文件", "字太多，不像一份文书的模板", "只留一份文书的内容再上传")
            )
            return
        if sum(len(tags_of(one.text)) for one in paragraphs) > _MOST_TAGS:
            self.findings.append(Finding("整个文件", f"占位符超过{_MOST_TAGS}处", "删掉重复的再上传"))
            return
        for paragraph in paragraphs:
            if paragraph.part != self._part:
                self._close_part()
                self._part = paragraph.part
            self.findings.extend(self._paragraph(paragraph))
            if len(self.findings) > _MOST_FINDINGS:
                return
        self._close_part()
        for one in self.kind.placeholders:
            if one.is_compulsory and one.name not in self.used:
                self.findings.append(
                    Finding(
                        "整个文件",
                        f"缺“{{{{ {one.name} }}}}”（{one.words}）",
                        "加在该写它的地方，这一项不能少",
                    )
                )

    def _close_part(self) -> None:
        for one in self._open:
            end = f"{{%{one.scope} end{one.word} %}}" if one.scope else f"{{% end{one.word} %}}"
            self._say(one.paragraph, f"“{one.written}”没有结束", f"在后面该结束的地方加上“{end}”")
        self._open.clear()

    def _say(self, paragraph: Paragraph, message: str, remedy: str) -> None:
        self.findings.append(Finding(paragraph.place, message, remedy))

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Finding]:
        for message, remedy in oddities(paragraph.text, self.kind.names):
            yield Finding(paragraph.place, message, remedy)
        tags = tags_of(paragraph.text)
        if tags and not paragraph.is_filled:
            yield Finding(
                paragraph.place, f"{paragraph.part}里的占位符不会被替换", "移到正文、页眉、页脚或脚注里"
            )
            return
        for tag in tags:
            yield from _scope(tag, tags, paragraph, self._bodies)
            if tag.sort is Sort.OUTPUT:
                yield from self._output(tag, paragraph)
            elif tag.sort is Sort.STATEMENT:
                yield from self._statement(tag, paragraph)

    def _output(self, tag: Tag, paragraph: Paragraph) -> Iterator[Finding]:
        yield from self._expression(tag, f"{{{{ {tag.inner} }}}}", paragraph, is_shown=True)

    def _statement(self, tag: Tag, paragraph: Paragraph) -> Iterator[Finding]:
        word, _, rest = tag.inner.partition(" ")
        if word in ("if", "elif") and rest.strip():
            yield from self._expression(tag, f"{{% if {rest} %}}{{% endif %}}", paragraph)
            if word == "if":
                self._open.append(_Open("if", tag.written, paragraph, tag.scope))
            elif not self._inside("if"):
                yield Finding(paragraph.place, f"“{tag.written}”前面没有“if”", "去掉它，或者补上前面的“if”")
        elif word == "for":
            yield from self._loop(tag, rest, paragraph)
        elif tag.inner == "else" and self._inside("if"):
            return
        elif tag.inner in ("endif", "endfor"):
            yield from self._end(tag, paragraph)
        else:
            yield Finding(
                paragraph.place,
                f"“{tag.written}”看不懂",
                "只能写 if、elif、else、endif、for、endfor，例如“{% if 报送日期 %}……{% endif %}”",
            )

    def _loop(self, tag: Tag, rest: str, paragraph: Paragraph) -> Iterator[Finding]:
        line, found, name = (one.strip() for one in rest.partition(" in "))
        lists = {one.name: one for one in self.kind.placeholders if one.is_list}
        self._open.append(_Open("for", tag.written, paragraph, tag.scope, line, lists.get(name)))
        if not found or not line.isidentifier() or line in self.kind.names:
            yield Finding(
                paragraph.place,
                f"“{tag.written}”看不懂",
                "写成“{%tr for 行 in 清单名 %}”，“行”可以换成别的字",
            )
        elif name not in lists:
            offered = "、".join(lists) or "这种文书没有清单"
            yield Finding(paragraph.place, f"“{name}”不是清单，不能一行一行写", f"可以用的清单：{offered}")
        elif sum(one.word == "for" for one in self._open) > 1:
            yield Finding(paragraph.place, f"“{tag.written}”在另一个“for”里面", "“for”里面不能再有“for”")
        else:
            self.used.add(name)

    def _end(self, tag: Tag, paragraph: Paragraph) -> Iterator[Finding]:
        word = tag.inner.removeprefix("end")
        if not self._open or self._open[-1].word != word:
            yield Finding(
                paragraph.place,
                f"“{tag.written}”没有对应的“{word}”，或者次序交叉了",
                "一个开头配一个结尾，里层先结束",
            )
            if any(one.word == word for one in self._open):
                while self._open and self._open.pop().word != word:
                    pass
            return
        begun = self._open.pop()
        if begun.scope != tag.scope:
            yield Finding(
                paragraph.place,
                f"“{tag.written}”和前面的“{begun.written}”写法不一样",
                f"结尾写成“{{%{begun.scope + ' ' if begun.scope else ' '}end{word} %}}”，和开头一致",
            )
        elif not begun.scope and begun.paragraph is not paragraph:
            yield Finding(
                paragraph.place,
                f"“{begun.written}”和“{tag.written}”不在同一段里",
                f"各占一段，开头写“{{%p {word} …… %}}”，结尾写“{{%p end{word} %}}”；表格的行用“tr”",
            )

    def _inside(self, word: str) -> bool:
        return bool(self._open) and self._open[-1].word == word

    def _expression(
        self, tag: Tag, source: str, paragraph: Paragraph, *, is_shown: bool = False
    ) -> Iterator[Finding]:
        loops = [one for one in self._open if one.word == "for" and one.line.isidentifier()]
        around = f"{{% for {loops[-1].line} in 清单 %}}{source}{{% endfor %}}" if loops else source
        try:
            tree = _language().parse(around)
        except Forbidden as forbidden:
            yield Finding(paragraph.place, f"“{tag.written}”：{forbidden.what}", _WRITE)
            return
        except TemplateSyntaxError:
            yield Finding(paragraph.place, f"“{tag.written}”看不懂", _WRITE)
            return
        yield from self._names(tree, tag, paragraph, loops[-1] if loops else None, is_shown=is_shown)

    def _names(
        self, tree: nodes.Node, tag: Tag, paragraph: Paragraph, loop: _Open | None, *, is_shown: bool
    ) -> Iterator[Finding]:
        for column in tree.find_all(nodes.Getattr):
            yield from _column(column, tag, paragraph, loop)
        lists = {one.name for one in self.kind.placeholders if one.is_list}
        for name in dict.fromkeys(one.name for one in tree.find_all(nodes.Name) if one.ctx == "load"):
            if loop is not None and name in (loop.line, "loop", "清单"):
                continue
            if name not in self.kind.names:
                guess = nearest(name, list(self.kind.names), cutoff=0.4)
                yield Finding(
                    paragraph.place,
                    f"不认识占位符“{name}”",
                    f"是不是“{guess}”？改成“{{{{ {guess} }}}}”"
                    if guess
                    else "对照本页的占位符表改；不要的就删掉",
                )
            elif name in lists and is_shown and not list(tree.find_all(nodes.Filter)):
                yield Finding(
                    paragraph.place,
                    f"“{name}”是清单，不能直接写",
                    f"用“{{%tr for 行 in {name} %}}”一行一行写",
                )
            elif is_shown:
                self.used.add(name)


_WRITE = "占位符写成“{{ 名称 }}”，名称照本页的表，大括号里不写别的"


def _column(node: nodes.Getattr, tag: Tag, paragraph: Paragraph, loop: _Open | None) -> Iterator[Finding]:
    is_loop = isinstance(node.node, nodes.Name) and node.node.name == "loop"
    if loop is None or loop.of is None or is_loop:
        return
    columns = [name for name, _ in loop.of.columns]
    if node.attr not in columns:
        guess = nearest(node.attr, columns, cutoff=0.4)
        yield Finding(
            paragraph.place,
            f"“{tag.written}”里，“{loop.of.name}”没有“{node.attr}”这一项",
            f"是不是“{guess}”？" if guess else f"可以用的：{'、'.join(columns)}",
        )


def _scope(tag: Tag, tags: list[Tag], paragraph: Paragraph, bodies: frozenset[str]) -> Iterator[Finding]:
    """A tag that takes its paragraph or row with it would take other words with it too."""
    is_body = tag.sort is Sort.OUTPUT and tag.inner in bodies
    if is_body and tag.scope != "p":
        yield Finding(
            paragraph.place, f"“{tag.written}”里是整段整段的内容", f"单独占一段，写成“{{{{p {tag.inner} }}}}”"
        )
    elif tag.scope in ("r", "tc") or (tag.scope and tag.sort is Sort.OUTPUT and not is_body):
        yield Finding(paragraph.place, f"不能用“{tag.written}”", "只能写“{{ 名称 }}”“{%p …… %}”“{%tr …… %}”")
    elif tag.scope and (len(tags) > 1 or rest_of(paragraph.text).strip()):
        yield Finding(
            paragraph.place,
            f"“{tag.written}”这一段里还有别的字，会一起被去掉",
            "让它单独占一段，别的字移到前后一段",
        )
    elif tag.scope == "tr" and not paragraph.in_row:
        yield Finding(
            paragraph.place, f"“{tag.written}”不在表格里", "段落用“{%p …… %}”，“tr”只用在表格的行里"
        )
    if tag.written.startswith(("{%-", "{{-")) or tag.written.endswith(("-%}", "-}}")):
        yield Finding(paragraph.place, f"“{tag.written}”里不能有减号", "去掉减号")

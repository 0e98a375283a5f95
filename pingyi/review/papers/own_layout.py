"""The papers of the plan as kinds that the school may lay out itself: frame from its template, body as built in."""

from dataclasses import replace

from pingyi.core.words import Words
from pingyi.documents.domain.numbering import attachment_lines
from pingyi.documents.domain.official import Imprint, Masthead
from pingyi.documents.domain.papers import Body, PaperKind, Placeholder, Value, Values
from pingyi.documents.domain.tree import (
    Attachment,
    Column,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
    text_row,
)
from pingyi.documents.queries.school_templates import from_template, template_in_use
from pingyi.documents.render.files import RenderedFile, word_file
from pingyi.review.papers.domain.kinds import NUMBERED, Kind
from pingyi.review.papers.phrases import KIND_WORDS

_SIGNED = ("中共海滨大学委员会", "2027年1月8日")
_MARK = "中共海滨大学委员会文件"
EXAMPLE = Document(
    file_stem="例子",
    title="关于召开2026年度党组织书记\n抓党建工作述职评议会的通知",
    addressee="各述职党组织，各有关单位",
    blocks=(
        Paragraph("中共海滨大学委员会定于2027年1月16日召开述职评议会，有关事项通知如下。"),
        Heading("时间和地点"),
        Paragraph("时间：2027年1月16日上午8:30。"),
        Paragraph("地点：第一会议室。"),
        Heading("有关要求"),
        Paragraph("请提前15分钟到场签到。"),
    ),
    signature=Signature(*_SIGNED),
    copy_to=("校纪委",),
    masthead=Masthead(_MARK, "海大党〔2027〕3号"),
    enclosed=(
        Attachment(
            "述职人员名册",
            (Table((Column("单位", 2), Column("书记")), (text_row("船舶学院党委", "周明远"),)),),
        ),
    ),
    imprint=Imprint("海滨大学党委办公室", "2027年1月8日"),
)
_TEXT = (
    ("标题", Words("标题，已按公文习惯断行"), True, False),
    ("主送单位", Words("发给谁，后面的冒号自己写"), False, True),
    ("正文", Words("整篇正文，标题、表格照自带的格式；单独占一段"), True, False),
    ("附件说明", Words("附件的名称，几个就是几段"), False, True),
    ("附件", Words("附件的内容，各另起一页；单独占一段"), False, True),
    ("附注", Words("附注，没有括号"), False, True),
    ("抄送", Words("抄送单位，用逗号隔开"), False, True),
)
_OFFICIAL = (
    ("发文机关标志", Words("红头上的字"), False, False),
    ("文号", Words("例如 海大党〔2027〕3号；发出以前是空号"), True, False),
    ("份号", Words("逐份编号的才有，例如 000001；换了份号各印一份"), False, True),
    ("密级", Words("密级和保密期限"), False, True),
    ("紧急程度", Words("特急、加急"), False, True),
    ("签发人", Words("上行文的签发人"), False, True),
    ("落款单位", Words("发文机关署名"), True, False),
    ("落款日期", Words("成文日期"), True, False),
    ("印发机关", Words("版记里的印发机关"), False, True),
    ("印发日期", Words("版记里的印发日期"), False, True),
)


def paper_values(document: Document) -> Values:
    """What a paper puts in the place of each placeholder."""
    head, signature, imprint = document.masthead, document.signature, document.imprint
    values: dict[str, Value] = {
        "标题": document.title,
        "主送单位": document.addressee,
        "正文": Body(document.blocks),
        "附件说明": tuple(lead + name for lead, name in attachment_lines(document.attachment_names)),
        "附件": Body(enclosed=document.enclosed),
        "附注": document.note,
        "抄送": "，".join(document.copy_to),
        "发文机关标志": head.mark if head else "",
        "文号": head.number if head else "",
        "份号": head.copy_number if head else "",
        "密级": head.secrecy if head else "",
        "紧急程度": head.urgency if head else "",
        "签发人": head.signatory if head else "",
        "落款单位": signature.issuer if signature else "",
        "落款日期": signature.date if signature else "",
        "印发机关": imprint.printer if imprint else "",
        "印发日期": imprint.printed_on if imprint else "",
    }
    return values


def word_paper(kind: Kind, document: Document) -> RenderedFile:
    """The Word file of a paper: in the school's own layout if one is in use."""
    template = template_in_use(PAPER_KINDS[kind])
    if template is None:
        return word_file(document)
    return from_template(template, paper_values(document), document.file_stem)


def _starter(name: str, *, is_official: bool) -> Document:
    document = Document(
        file_stem=f"{name}模板",
        title="{{ 标题 }}",
        addressee="",
        blocks=(
            Paragraph("{%p if 主送单位 %}"),
            Paragraph("{{ 主送单位 }}：", is_indented=False),
            Paragraph("{%p endif %}"),
            Paragraph("{{p 正文 }}"),
            Paragraph("{%p if 附件说明 %}"),
            Paragraph(""),
            Paragraph("{{ 附件说明 }}"),
            Paragraph("{%p endif %}"),
        ),
        at_end=(
            Paragraph("{%p if 附注 %}"),
            Paragraph("（{{ 附注 }}）"),
            Paragraph("{%p endif %}"),
            Paragraph("{{p 附件 }}"),
            Paragraph("{%p if 抄送 %}"),
            Paragraph("抄送：{{ 抄送 }}。", is_indented=False),
            Paragraph("{%p endif %}"),
        ),
    )
    if not is_official:
        return document
    return replace(
        document,
        masthead=Masthead("{{ 发文机关标志 }}", "{{ 文号 }}", sized_as=_MARK),
        signature=Signature(
            "{{ 落款单位 }}",
            "{{ 落款日期 }}",
            placed_as=_SIGNED,
        ),
        imprint=Imprint("{{ 印发机关 }}", "{{ 印发日期 }}"),
    )


def _paper_kind(kind: Kind) -> PaperKind:
    is_official = kind in NUMBERED
    examples = paper_values(EXAMPLE)
    offered = (*_TEXT, *(_OFFICIAL if is_official else ()))
    return PaperKind(
        kind.value,
        KIND_WORDS[kind],
        tuple(
            Placeholder(name, words, examples[name], is_compulsory=needed, may_be_empty=optional)
            for name, words, needed, optional in offered
        ),
        lambda: _starter(KIND_WORDS[kind], is_official=is_official),
    )


PAPER_KINDS = {kind: _paper_kind(kind) for kind in Kind}

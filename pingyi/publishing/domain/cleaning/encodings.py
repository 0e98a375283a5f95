"""Bytes to text: UTF-8 with or without mark, else GB18030 if what comes out reads like Chinese."""

import codecs
from dataclasses import dataclass

from pingyi.publishing.domain.cleaning.characters import simplified
from pingyi.publishing.domain.cleaning.signs import is_han

LARGEST = 1_000_000
# The characters that make up most of any Chinese text; GB18030 turns almost any bytes into rare ones.
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
    "先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白"
    "教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且"
    "究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称准精值号"
    "率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严述职评测记委"
)
LEAST_SHARE = 0.3


class UnreadableText(Exception):
    """The bytes are no text that can be cleaned; the message says what to do."""


@dataclass(frozen=True)
class Decoded:
    """The text and what its bytes were."""

    text: str
    encoding: str


def decode(content: bytes) -> Decoded:
    """The text in the bytes; never a guess that reads like nonsense."""
    if len(content) > LARGEST:
        raise UnreadableText("文件太大（超过 1 MB），不像一篇新闻。请只留这一篇的文字。")
    if not content.strip():
        raise UnreadableText("文件是空的。请换一个有内容的文件。")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableText("文件是 UTF-16 编码，读不了。请另存为 UTF-8 编码的文本文件。")
    if b"\0" in content:
        raise UnreadableText("这不是文本文件。请把文字另存为 .txt（UTF-8 编码）。")
    try:
        return Decoded(content.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if not reads_like_chinese(text):
        raise UnreadableText("认不出文件的编码。请用 UTF-8 或 GB18030（GBK）编码另存后再试。")
    return Decoded(text, "gb18030")


def reads_like_chinese(text: str) -> bool:
    """Whether enough of the characters are everyday ones, in either script."""
    characters = [sign for sign in simplified(text) if not sign.isascii()]
    han = [sign for sign in characters if is_han(sign)]
    if not han or len(han) * 2 < len(characters):
        return False
    return sum(sign in COMMON for sign in han) >= LEAST_SHARE * len(han)

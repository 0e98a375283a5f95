"""The five typefaces of GB/T 9704 and the names under which font makers sell them."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from pingyi.core.words import Words


class Role(StrEnum):
    """What a typeface is for. RARE stands behind all others: fonts that only add characters."""

    XIAOBIAOSONG = "xiaobiaosong"
    FANGSONG = "fangsong"
    KAITI = "kaiti"
    HEITI = "heiti"
    SONGTI = "songti"
    RARE = "rare"


@dataclass(frozen=True)
class RoleWords:
    """Name of the role, where official texts use it, and what takes its place when the school has no file."""

    name: str
    used_for: str
    official: str
    stand_in: str


WORDS = {
    Role.XIAOBIAOSONG: RoleWords(
        Words("小标宋"), Words("标题、红头"), "方正小标宋简体", Words("思源宋体粗体")
    ),
    Role.FANGSONG: RoleWords(Words("仿宋"), Words("正文"), "仿宋_GB2312", Words("思源宋体")),
    Role.KAITI: RoleWords(Words("楷体"), Words("二级标题"), "楷体_GB2312", "Pingyi WenKai"),
    Role.HEITI: RoleWords(Words("黑体"), Words("一级标题、表头"), "黑体", Words("思源黑体")),
    Role.SONGTI: RoleWords(Words("宋体"), Words("页码"), "宋体", Words("思源宋体")),
    Role.RARE: RoleWords(
        Words("补字"), Words("别的字体里没有的生僻字"), Words("宋体-ExtB 等"), Words("没有")
    ),
}
# The roles that a text is set in.
TEXT_ROLES = (Role.XIAOBIAOSONG, Role.FANGSONG, Role.KAITI, Role.HEITI, Role.SONGTI)

# In the order of preference, official names first. Written as `same_name` writes them.
_NAMES: dict[Role, tuple[str, ...]] = {
    Role.XIAOBIAOSONG: (
        "方正小标宋简体", "fzxiaobiaosongb05s", "fzxbsjwgb10", "方正小标宋gbk", "fzxiaobiaosongb05", "fzxbskgbk10",
        "方正小标宋gb18030", "方正公文小标宋", "fzgwxiaobiaosong", "小标宋体", "小标宋", "华康标宋体", "文鼎小标宋简",
        "汉仪小标宋简", "hyxiaobiaosongj", "文星标宋", "文星简小标宋",
    ),
    Role.FANGSONG: (
        "仿宋gb2312", "fangsonggb2312", "仿宋", "fangsong", "simfang", "方正仿宋简体", "fzfangsongz02s", "fzfsjwgb10",
        "方正仿宋gbk", "fzfangsongz02", "fzfskgbk10", "方正公文仿宋", "fzgwfangsong", "华文仿宋", "stfangsong",
        "汉仪仿宋简", "hyfangsongj",
    ),
    Role.KAITI: (
        "楷体gb2312", "kaitigb2312", "楷体", "kaiti", "simkai", "方正楷体简体", "fzkaiz03s", "fzktjwgb10",
        "方正楷体gbk", "fzkaiz03", "fzktkgbk10", "方正公文楷体", "fzgwkaiti", "华文楷体", "stkaiti",
        "汉仪楷体简", "hykaitij",
    ),
    Role.HEITI: (
        "黑体", "simhei", "方正黑体简体", "fzheib01s", "fzhtjwgb10", "方正黑体gbk", "fzheib01", "fzhtkgbk10",
        "方正公文黑体", "fzgwheiti", "华文黑体", "stheiti", "汉仪中黑简",
    ),
    Role.SONGTI: (
        "宋体", "simsun", "新宋体", "nsimsun", "方正书宋简体", "fzshusongz01s", "fzssjwgb10", "方正书宋gbk",
        "fzshusongz01", "fzsskgbk10", "华文宋体", "stsong", "中易宋体",
    ),
    Role.RARE: (
        "simsunextb", "宋体extb", "simsunextg", "宋体extg", "宋体方正超大字符集", "方正宋体s超大字符集",
        "fzsongextended", "mingliuextb", "細明體extb", "hanamina", "hanaminb", "花園明朝a", "花園明朝b", "jigmo",
        "jigmo2", "jigmo3",
        "plangothicp1", "plangothicp2", "遍黑体p1", "遍黑体p2", "babelstonehan", "全宋體2", "全宋體3", "thtshynp0",
        "thtshynp1", "thtshynp2", "thtshynp16",
    ),
}  # fmt: skip
_RANKS = {name: (role, rank) for role, names in _NAMES.items() for rank, name in enumerate(names)}
_JOINTS = re.compile(r"[\s_\-—–.·（）()]+")

# fsType, bits 0 to 3: of several the mildest counts. Bit 8: whole files only. Bit 9: bitmaps only.
_RESTRICTED, _MILDER, _NO_SUBSETS, _BITMAPS = 0x0002, 0x000C, 0x0100, 0x0200


def same_name(name: str) -> str:
    """A name as it is compared: 方正小标宋_GBK and FZXiaoBiaoSong-B05S in whatever spelling."""
    return _JOINTS.sub("", unicodedata.normalize("NFKC", name).casefold())


def role_of(names: tuple[str, ...]) -> tuple[Role, int] | None:
    """The role of a face with these internal names and how much it is preferred there (0 is best)."""
    found = [_RANKS[key] for key in map(same_name, names) if key in _RANKS]
    return min(found, key=lambda one: one[1]) if found else None


def shown_name(names: tuple[str, ...]) -> str:
    """The name that a Chinese reader knows the font by, if it has one."""
    return next((name for name in names if not name.isascii()), names[0] if names else "")


def refusal_to_embed(embedding: int) -> str:
    """Why the font may not go into a PDF, in words; empty if it may."""
    if embedding & _RESTRICTED and not embedding & _MILDER:
        return "字体文件里写明不许嵌入文档，没有用"
    if embedding & _NO_SUBSETS:
        return "字体文件里写明只许整套嵌入，PDF里只嵌用到的字，没有用"
    if embedding & _BITMAPS:
        return "字体文件里写明只许嵌入点阵，没有用"
    return ""

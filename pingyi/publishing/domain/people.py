"""People as news name them: a post, then a name (党委副书记、校长夏某). Surnames are a table, not a guess."""

import re

from pingyi.publishing.domain.reading.credit_lines import credits_in
from pingyi.publishing.domain.wording import any_of, pattern

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉"
    "岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵"
    "席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀"
    "羊惠甄曲封储靳段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺"
    "屠蒙池乔阴胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡"
    "步耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚简饶曾毋沙养鞠须丰巢关蒯查荆红游竺权逯盖益桓公岳帅缑况郈有琴"
    "仉代肖付闫岑覃亓佟仝佘冼揭苑楚丛矫朴尧区官铁藏兰油钭镇涂占敬邸潭粟宇迟芦邝阳修桑栗竹卿覃玄禤植缴"
)
COMPOUND = (
    *("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐"),
    *(
        "宇文",
        "长孙",
        "司徒",
        "司空",
        "夏侯",
        "端木",
        "百里",
        "南宫",
        "独孤",
        "轩辕",
        "呼延",
        "鲜于",
        "闾丘",
        "东郭",
        "拓跋",
    ),
)
POST_WORD = any_of(
    "书记 校长 院长 部长 处长 主任 科长 委员 常委 主席 所长 馆长 总经理 董事长 局长 厅长 组长 总监 巡视员",
    "组织员 会长",
    "校领导 院领导 领导 同志们",
)
# A post: its body (学校党委, 宣传部) and its word; several posts of one person are joined by 、.
ACTING = r"(?:[(（]主持[^()（）]{1,6}[)）])?"
HAN = "[\u4e00-\u9fff]"
# Words that begin like a name behind a post: 各级书记能够认真履行 names nobody.
NOT_NAMES = pattern(
    "能够 能力 应当 应该 应对 都要 都能 充分 全面 全程 全体 全校 相关 相互 成员 成功 成为 方面 方案 时刻 时候",
    "通过 国家",
    "党员 党建 党组 党委 党总 党支 党内 党风 安排 明确 强化 强调 计划 支部 文件 平时 宣传 宣布 常态 开展 从严",
    "从而 和副",
    "向全 向党 后续 有关 有效 有力 公开 双带 牢牢 那么 管理 管党 程序 项目 单位 干部 干事 经常 经过 经验 关于",
    "关键 包括",
    "于是 宗旨 高度 高质 查摆 严格 严肃 甘当 习近 温暖 阳光 水平 云端 左右 任务 解决 贡献 廉洁 连续 承诺",
)
MINORITY = rf"{HAN}{{1,8}}(?:·{HAN}{{1,8}}){{1,3}}"
# What follows a name in running text; a longer name is not cut by accident because surnames are checked too.
AFTER_NAME = pattern(
    "主持 逐 对 作 做 在 就 出席 参加 讲 点评 分别 强调 指出 表示 同志 进行 为 代表 等 听 从 围绕 结合 充分",
    "要求 宣读 通报",
    "总结 提出 最后 认真 现场 一一 一对 全程 肯定 于 向 和 与 及 以 并 首先 带 传达 介绍 说 依次 针对 根据",
    "教授 书记 院长 校长",
    "老师 亲自 到会 莅 担 来 致 开 深 高度 共同 先后 希望 随后 将 也 还 则 任 用 [，。、；：！？（(）)”] \\s",
    "[0-9一二两三四五六七八九十]+(?:名|位|个) \\Z",
)
HONORIFIC = re.compile("(?:同志|教授|博士|老师|研究员|先生|女士|分别|共同|亲自|先后|等人|等)+$")


def is_name(text: str) -> bool:
    """Whether this whole text is a person's name."""
    if re.fullmatch(MINORITY, text):
        return True
    if not re.fullmatch(f"{HAN}{{2,4}}", text) or re.search(POST_WORD, text) or NOT_NAMES.match(text):
        return False
    if text.startswith(COMPOUND):
        return len(text) in (3, 4)
    return text[0] in SURNAMES and len(text) in (2, 3)


def name_at(text: str, start: int) -> str | None:
    """The name that begins here, if what follows shows where it ends."""
    dotted = re.compile(MINORITY).match(text, start)
    if dotted:
        return _undotted_end(dotted.group(), text, dotted.end())
    lengths = (3, 4) if text.startswith(COMPOUND, start) else (2, 3)
    for length in lengths:
        candidate = text[start : start + length]
        if len(candidate) == length and is_name(candidate) and AFTER_NAME.match(text, start + length):
            return candidate
    return None


def _undotted_end(matched: str, text: str, end: int) -> str | None:
    """A name with a dot has no fixed length: it ends before the first word that may follow a name."""
    first_end = matched.rfind("·") + 2
    for length in range(first_end, len(matched) + 1):
        if AFTER_NAME.match(text, end - len(matched) + length):
            return matched[:length]
    return None


def without_post(text: str) -> tuple[str, str]:
    """Post and name of one person: 党委副书记、校长夏某 → those two. The name is empty if there is none."""
    bare = HONORIFIC.sub("", text.strip())
    last = None
    for match in re.finditer(rf"{POST_WORD}{ACTING}", bare):
        last = match
    if last is None:
        return "", bare
    return bare[: last.end()], HONORIFIC.sub("", bare[last.end() :])


def named_posts(text: str) -> list[tuple[str, str, int]]:
    """Every post that is followed by a name, with the name and where it stands."""
    found = []
    for match in re.finditer(rf"{POST_WORD}{ACTING}(?:、)?", text):
        name = name_at(text, match.end())
        begin = max(0, match.start() - 60)
        start = max(begin, *(text.rfind(sign, begin, match.start()) + 1 for sign in "，。；：\n"))
        post = text[start : match.end()]
        if name and not post.endswith("、") and not re.search("各|全体|其他|其余", post[-12:]):
            found.append((post, name, match.end()))
    return found


def names_in(text: str) -> list[str]:
    """The names of all people whom the text names with a post or in a credit line, each once."""
    names = [name for _, name, _ in named_posts(text)]
    names += [name for line in text.split("\n") for _, name in credits_in(line) if is_name(name)]
    return list(dict.fromkeys(names))

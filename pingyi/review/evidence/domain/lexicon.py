"""The words of duty reports that decide what a number speaks of, and whether it claims anything at all.

Nothing here is law or measured truth: these are the ways in which reports say things, read carefully. What is not
known here stays without record.
"""

import re

# Words behind a number that make it a count, with the kind of thing they count: only like is compared with like.
UNITS: dict[str, str] = {
    **dict.fromkeys(("场次", "次", "场", "期", "堂", "讲", "节", "轮", "回"), "次"),
    **dict.fromkeys(("名", "人", "位"), "人"),
    **dict.fromkeys(("个", "项", "条", "件"), "个"),
    **dict.fromkeys(
        (
            *(
                "人次",
                "人天",
                "个百分点",
                "万元",
                "亿元",
                "元",
                "份",
                "篇",
                "批",
                "间",
                "家",
                "户",
                "处",
                "门",
                "支",
            ),
            *(
                "对",
                "本",
                "册",
                "部",
                "例",
                "座",
                "台",
                "块",
                "幅",
                "类",
                "种",
                "张",
                "组",
                "套",
                "平方米",
                "公里",
            ),
            *("小时", "学时", "课时", "学分", "天", "周", "倍", "遍", "所"),
        ),
        "",
    ),
}
UNIT = re.compile("(?:余|多|来)?(?:" + "|".join(sorted(UNITS, key=len, reverse=True)) + ")(?![个年月季度])")
# 一个 is mostly an article, 一次 a number.
COUNTED_ONES = frozenset({"次", "场", "期", "名", "人", "堂"})

# What looks like a number and is none: days, documents, fixed formulas, ordinals.
NO_CLAIM = re.compile(
    r"[〔\[（(【]?\d{4}[〕\]）)】]?\s*(?:—|-|至|到)?\s*\d*\s*年度?"
    r"|[零〇一二三四五六七八九]{4}年"
    r"|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?"
    r"|\d{1,2}\s*日|\d{1,2}[:：]\d{2}"
    r"|〔\d{4}〕\s*\d+\s*号|\d+\s*号"
    r"|第\s*[\d一二三四五六七八九十百]+"
    r"|十[一二三四五六]五(?!次|个|人|名)|[一二三四五六七八九十]+大(?=和|精神|报告|以来|上|的|，|、|。|$)|[一二三四五六七八九十]+届"
    r"|[一二三四五六七八九十]+中全会"
    r"|[“\"][^”\"，。；]{0,3}[一二三四五六七八九十两][^”\"，。；]{1,10}[”\"]"
    r"|三会一课|三重一大|两个确立|两个维护|四个意识|四个自信|四个服务|五个到位|七个有力|双带头|一岗双责|一融双高"
    r"|四史|两学一做|八项规定|四风|三级|一把手|一线|一流|一体|一心|一致|一直|一定|一些|一方面|一同|一起|一支部一品牌|一支部一品"
    r"|一是|[二三四五六七八九十]是|一名党员一面旗|一对一|一人一策|一年来|一年一度|万一|一贯|统一|单一|进一步|下一步|同一|唯一"
    r"|一样|一系列|一批|一切|一般|一律|一并|一时|一半|之一|十分|千方百计|百年|三全育人|十大育人|千万(?=不|要)|四个部分|一票否决"
)
# Clauses that promise; sentences that begin so promise throughout.
PROMISE = re.compile(
    r"(?<!不)将(?!近)|计划(?!安排)|拟(?=于|开|组|在|推)|力争|争取(?!经费)|确保|明年|今后|下一步|下一年|目标是|打算|接下来"
)
PROMISED_FROM_HERE = re.compile(r"^[\s　]*(?:[一二三四五六七八九十]+是)?(?:下一步|明年|今后|接下来|下一年)")

# Of a part, of others, or of another time: a fact of the whole year does not speak of it.
PART = re.compile(
    r"其中|第[一二三四1-4]季度|每[两二三四五六\d]个?[月周年季]|每周|每学期|隔月|[没未不](?:有)?(?:达标|到会|参加)|专题(?:研究|部署|研讨|学习)|参加|列席|旁听|督查|抽查|检查|上半年|下半年|季度(?!召开|开|一次)|近[一二两三四五\d]+年"
    r"|[一二两三四五]年(?:来|间)|任期|比\S{0,8}(?:增|多|少|减|提)|较\S{0,6}(?:增|提|下|上|减|多|少)|同比|个别|部分|有的"
    r"|还有|还剩|剩下|剩余|余下|未完成|没完成|没有完成|尚未|没有开|没开|缺\S{0,2}\d|汇报|调研|走访|慰问"
    r"|[上去前][一]?年(?!度?述职|点评|反馈|评议|点出|指出)|\d{1,2}月(?:份|至|到|—|-|以来)|[一二三四五六七八九十]{1,2}月(?:份|至|到)"
)
# One branch or one group of branches by name.
NAMED_BRANCH = re.compile(
    r"第[一二三四五六七八九十\d]+(?:党)?支部|(?:学生|教工|教师|研究生|本科生|博士生|硕士生|离退休|退休|机关|实习点|实验中心|临时|系|(?:研究|派出|诊)所|处|室|科|队|护理|临床|医技)"
    r"\S{0,2}(?:党)?支部|联系的?\S{0,4}支部|该支部|这个支部|支部之一"
)
# Behind these a number says by how much, not how many.
CHANGE = re.compile(r"(?:增加|减少|提高|增长|上升|下降|(?<!至)少|增|减)了?\s*$")
# Nouns with numbers of their own, of which no source states anything. Longer ones win over the words of measures.
_OTHERS = """
发展党员 预备党员 新党员 党员发展 入党积极分子 积极分子 发展对象 党员教师 青年教师
学生党员 教师党员 流动党员 困难党员 老党员 优秀党员 优秀共产党员 党员干部 党员代表
党员先锋岗 党员示范岗 党员活动室 党员责任区 党员志愿 党员突击队 师生党员 支部书记培训
党支部书记培训 支部书记 党支部书记 支部委员 支委 先进党支部 样板支部 优秀党支部 标杆支部
联系支部 示范党支部 示范支部 先进基层党组织 支部换届 查摆问题 自查问题 发现问题 存在问题
突出问题 问题清单 困难问题 难题 实际问题 中心组学习 理论学习中心组 培训 调研 座谈会
报告会 警示教育 廉政谈话 谈话 志愿服务 共建 走访 慰问 检查 督导 制度 经费 课题 论文
奖 党建议题 意识形态 临时党支部 功能型党支部 听课 参与党员 受众
"""
OTHERS: tuple[str, ...] = tuple(_OTHERS.split())
# Of several measures together, all of them are meant.
TOGETHER: dict[str, tuple[str, ...]] = {
    "三会一课": (
        "orglife.members_meeting.done",
        "orglife.committee.done",
        "orglife.group.done",
        "orglife.party_class.done",
    ),
    "组织生活": (
        "orglife.members_meeting.done",
        "orglife.committee.done",
        "orglife.group.done",
        "orglife.party_class.done",
        "orglife.theme_day.done",
    ),
}
# In which rhythm a source counts the periods of `done`.
RHYTHMS: dict[str, str] = {
    "orglife.committee.done": "月",
    "orglife.group.done": "月",
    "orglife.theme_day.done": "月",
    "orglife.members_meeting.done": "季",
    "orglife.party_class.done": "季",
    "orglife.secretaries.done": "季",
}
PERIODS = {"月": 12, "季": 4, "年": 1}
# The secretary's own classes, not those of others.
SECRETARY_CLASS = "orglife.secretary_class.held"
OTHER_LECTURERS = re.compile(
    r"班子成员|班子|各支部|支部书记|支委|党员骨干|校领导|院领导|专家|教授|书记、院长|党政领导"
)
# Beside meetings of the branches a class may be anybody's, unless the sentence says whose.
HERSELF = re.compile(r"我|本人|书记讲|带头")
# Topics of the unit's own meetings, not of its branches.
DECIDED = "decisions.decided"
OTHER_BODIES = re.compile(r"支委会|支部|党员大会|党小组|联系点")
# A state of the whole (members, branches) is meant only where the clause says so.
WHOLE_STOCK = re.compile(
    r"下设|下辖|现有|共有|设有|所属|所辖|辖|全院|全校|全部|总数|总计|所有|下属|党员(?=\d)?总"
)
# Problems that others named, of the review before.
NAMED_PROBLEMS = re.compile(r"去年|上年|上一年|点评|反馈|述职评议|指出|点出|整改")
SOLVED = re.compile(
    r"销号|整改完成|完成整改|整改到位|改到位|办结|已解决|得到解决|完成\S{0,2}整改|整改\s*$|完成\s*(?=[。；;！]?$)"
)
DUE = re.compile(r"(?:应开|应到|应办|应召开|应完成|应该开|应有|应)\s*$")
ALL = re.compile(
    r"全覆盖|按[期时](?=召开|开展|完成)|全部|所有|均已|全数|无一缺席|无一遗漏|一次不落|一次不漏|一次没落|无遗漏|没有缺[月席]|应开尽开|没有落下|一个不落|全员达标|悉数"
)
NOTHING = re.compile(r"(?:没有|没|无|零|未出现|未发生|未|不存在)\S{0,4}?$")
EACH = re.compile(
    r"(?:每个?(?P<every>月|季度?|年)|按(?P<by>月|季度?|年)|(?P<twice>月月|季季))(?!度)"
    r"(?:(?P<between>[^，。；：、]{0,12}?)(?P<count>\d+|[一二两三四五])\s*[次场期])?"
)
DID = re.compile(
    r"召开了?|开展了?|组织了|组织开展|举办了?|完成了?|建立了?|健全了?|制定了?|修订了?|印发了?|成立了?|落实(?:了|到位|到人)?|实现了?|解决了?|讲授了?|集中学习"
)
NOT_DONE = re.compile(
    r"不够|不到位|不足|不深|不经常|不多|不实|没有|未能|尚未|缺乏|不扎实|不及时|不规范|不强|较少|不均衡|欠缺|薄弱"
)
AT_LEAST_BEFORE = re.compile(r"(?:至少|不少于|超过|达到?了?(?=\S+以上)|多达)\s*$")
AT_LEAST_AFTER = re.compile(r"^(?:余|多|来)?\S{0,2}?(?:以上|多(?=次|场|人|个|名)|余)|^(?:余|多)")
ABOUT_BEFORE = re.compile(r"(?:近|约|大约|将近|接近|差不多)\s*$")
ABOUT_AFTER = re.compile(r"^\S{0,2}?(?:左右|上下)")
# What may stand before a number that speaks of the clause before: nothing that has a number of its own.
CARRIES = re.compile(
    r"(?:\d{4}年|全年|今年|一年来|年内|累计|总共|一共|共|合计|实际|已|都|完成|召开|开展|举行|举办|组织|开|办|进行|实|了|为|达|增加到|到|率|办结|销号|整改到位|解决)*"
)
# Shares of the doing itself, not of who came.
DONE = re.compile(r"完成|召开|开展|开成|落实")
# What an answer to a problem says of it as a whole.
SAID_SOLVED = re.compile(
    r"(?:已经?|现已)?(?:全部|基本)?(?:销号|整改完成|完成整改|整改到位|整改完毕|解决到位)|(?:已经?|现已)(?:全部)?解决"
)
NOT_SOLVED = re.compile(r"未|没有|尚|还没|推进中|继续|一半|部分")
# Verbs of rules and systems: 落实主题党日制度 is no meeting.
RULED = re.compile(r"建立|健全|制定|修订|印发|成立|落实")

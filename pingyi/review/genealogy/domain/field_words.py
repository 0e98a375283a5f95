"""Words of the field that mean the same. One group a line; the institution may write its own list."""

import re
from dataclasses import dataclass

MOST_GROUPS, MOST_LETTERS = 300, 20_000
SHORTEST, LONGEST = 2, 20
_BETWEEN = re.compile(r"[、，,；;＝=\s　]+")

# What people write for the same thing: abbreviations beside their long form, and everyday words beside official ones.
START_LIST = """\
三会一课、组织生活、支委会、支部委员会、党员大会、党小组会
会议记录、工作手册、记录本、补记录
主题党日、党日活动
党课、讲课
民主生活会、组织生活会、批评和自我批评、相互批评、对照检查
谈心谈话、谈心、谈话
双带头人、学术骨干、学术带头人
支部书记、支书
组织员、党务干部、党务工作者、党务人员、党务工作力量
辅导员、学工人员、学生工作队伍、班主任
高层次人才、高知识群体、高知群体、教授、博士、青年骨干、学科带头人
发展党员、入党材料、入党志愿书、志愿书、政审
积极分子、发展对象、培养联系人、培养人、考察
先锋模范、带头作用、模范作用
流动党员、失联党员、口袋党员、组织关系
党费、交纳、收缴
党建经费、活动经费、党组织经费、预算、报销
两张皮、融合、结合、拧成一股绳
党政联席会、联席会议、党委会、议事规则、议题
政治把关、先行把关、前置研究、政治审核、思想政治考察
意识形态、舆情、思想动态
讲座、论坛、报告会
公众号、微信群、新媒体、官微、网站
师德师风、师德、职业行为准则
课程思政、思政元素、课程育人、课堂教学
中心组、理论学习中心组
政治学习、集中学习、理论学习
学时、轮训、集中培训、培训
第一责任人、主体责任、抓书记、书记抓
压力传导、一岗双责、层层递减、分管
从严治党、廉政、廉洁、警示教育、第一种形态
医德医风、行风、红包、医患、患者、病人
支部设置、合建、混编、建在科室上
换届、改选、补选、选举
党员名册、信息系统、年报
规章制度、制度、管理办法
党务公开、公开栏、公示、公开
联系群众、服务群众、深入一线、下基层、调查研究
就业、去向落实、访企拓岗、签约
心理健康、心理危机、心理
品牌、典型、特色
双创、标杆院系、样板支部、示范创建、培育单位、创建
宣传、报道、新闻稿
离退休、退休党员、老党员、老同志
统战、党外、民主党派、民族宗教
共青团、团支部、工会、教代会、群团
安全、隐患、消防、危化品、危险化学品
整改、销号、反弹、长效机制
述职、述职报告、述职评议
智慧党建、信息化、线上、平台
减负、负担、填表、台账、痕迹
年轻干部、后备干部、年龄结构、青黄不接
人才引进、引进人才、引才、人才梯队
不及时、滞后、拖延、迟缓
流于形式、走过场、应付、形同虚设、有名无实
"""


@dataclass(frozen=True)
class ListFault:
    """A line that cannot be used: its number from 1, which rule, and the word where it is about one."""

    line: int
    rule: str
    word: str = ""


def read_groups(text: str) -> tuple[tuple[str, ...], ...]:
    """The groups of a list without faults, in their order; words inside a group each once."""
    rows = (_words_of(line) for line in text.splitlines())
    return tuple(row for row in rows if row)


def faults_of(text: str) -> list[ListFault]:
    """What has to be mended before the list can be kept."""
    if len(text) > MOST_LETTERS:
        return [ListFault(0, "letters")]
    found: list[ListFault] = []
    groups = 0
    for number, line in enumerate(text.splitlines(), start=1):
        words = _words_of(line)
        if not words:
            continue
        groups += 1
        if len(words) == 1:
            found.append(ListFault(number, "alone", words[0]))
        found += [ListFault(number, "length", word) for word in words if not SHORTEST <= len(word) <= LONGEST]
    if groups > MOST_GROUPS:
        found.append(ListFault(0, "groups"))
    return found


def _words_of(line: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in _BETWEEN.split(line.strip()) if word))

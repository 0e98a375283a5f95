"""Made-up reports, comments, measures: plain sentences that fit any organisation, drawn by a seed.

They are written for rehearsals and demonstrations and say nothing about anybody.
"""

from dataclasses import dataclass
from random import Random

WORK = (
    "全年召开党组织会议{many}次，专题研究党建工作{few}次，重要事项都有记录、有分工、有回音。",
    "班子成员联系支部{few}个，到支部讲党课{many}次，帮助解决场地、经费等具体困难。",
    "按期开展“三会一课”，抽查记录{many}份，补课{few}人次，缺席较多的支部由班子成员约谈。",
    "全年发展党员{many}名，其中高知群体{few}名，谈话、公示、培训各环节材料齐全。",
    "组织党支部书记培训{few}期，支部书记工作例会每季度一次，当场布置、当场答疑。",
    "党员先锋岗{many}个，围绕教学、科研和服务开展结对{few}项，年底逐项对账。",
)
# What ledgers may know of: some of it agrees with those of the demonstration, some does not.
CLAIMS = (
    "所属支部召开支委会8次以上、主题党日8次以上，组织生活全覆盖。",
    "所属支部按季召开党员大会，全年共60次；主题党日办了8次以上。",
    "支委会按月召开，一次不落，主题党日完成率达到50%以上。",
)
SHORTFALLS = (
    "对支部的指导还不够具体，{few}个支部的主题党日内容雷同，原因是下去得少、面对面研究得少。",
    "党建与业务结合的办法不多，有{few}项重点工作没有党员先锋岗牵头，原因是年初没有一起谋划。",
    "年轻骨干中入党积极分子偏少，全年只新培养{few}名，原因是联系谈话不经常。",
    "议事规则执行有时走样，{few}次会议议题会前沟通不充分，原因是提前通知的时间不够。",
)
PLANS = (
    "每月至少到一个支部参加组织生活，年底前走遍所有支部，记录在案。",
    "年初列出党建和业务共同推进的{few}件事，逐季通报进度。",
    "为每名培养对象明确联系人，每季度谈话一次并写实记录。",
    "议题至少提前三天送达，会前沟通情况写进会议记录。",
)
STRENGTHS = (
    "支部书记例会坚持得好，布置和检查都有下文。",
    "党员发展材料规范，培养联系人作用发挥较好。",
    "把党建任务和业务任务一起安排，党员先锋岗有实效。",
    "班子成员带头讲党课，联系支部落到了人。",
)
PROBLEMS = (
    ("主题党日形式单一，有的支部以传达文件代替学习讨论。", ("weak_link",)),
    ("“三重一大”议题会前协调不够，个别会议临时动议。", ("key_problem", "key_area")),
    ("在高层次人才中发展党员办法不多，近两年没有新增培养对象。", ("key_area",)),
    ("支部组织生活记录不完整，缺少讨论发言要点。", ("weak_link",)),
    ("党建工作与中心工作两张皮，考核指标里没有体现。", ("key_problem",)),
    ("对所属支部指导检查不经常，全年只覆盖一半。", ()),
)
DEMANDS = (
    "请对照点评列出任务清单，明确责任人和时限。",
    "请把整改情况在支部书记例会上通报。",
    "请在下一年述职时逐条说明改了什么。",
)
DIRECTIONS = (
    "坚持问题导向，把联系支部、规范组织生活抓在经常。",
    "把党建与业务一同谋划、一同检查，形成可持续的做法。",
    "加强支部书记和党务骨干培养，夯实基层基础。",
)
MEASURES = (
    "制定全年主题党日计划，每季度由班子成员参加一次并点评。",
    "修订会议议题报送办法，议题提前三天送达，会前沟通情况入卷。",
    "建立培养对象台账，落实联系人，每季度谈话一次。",
    "每半年检查一次支部记录，结果在例会上通报，问题限期补正。",
)
PROGRESS = "已按措施完成：制度印发，记录补齐，支部书记例会已通报。"


@dataclass(frozen=True)
class Comment:
    """What the commentator said of one report: sentences with their part and tags, in the order spoken."""

    sentences: tuple[tuple[str, str, tuple[str, ...]], ...]

    @property
    def problems(self) -> int:
        return sum(part == "problem" for _, part, _ in self.sentences)


class Words:
    """Texts drawn by a seed, always the same for one seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 (made-up texts)
        self._claim = CLAIMS[seed % len(CLAIMS)]

    def section(self, number: int, of: int) -> str:
        """The text of one section: the last one plans, the one before it names shortfalls, the others tell of work,
        the first also of what was held how often.
        """
        source = PLANS if number == of else SHORTFALLS if number == of - 1 else WORK
        told = "".join(self._filled(text) for text in self._random.sample(source, 3))
        return told + self._claim if number == 1 and source is WORK else told

    def comment(self) -> Comment:
        """Two strengths, two problems, one demand."""
        return Comment(
            (
                *((text, "strength", ()) for text in self._random.sample(STRENGTHS, 2)),
                *((text, "problem", tags) for text, tags in self._random.sample(PROBLEMS, 2)),
                (self._random.choice(DEMANDS), "requirement", ()),
            )
        )

    def strengths(self) -> str:
        return "".join(self._random.sample(STRENGTHS, 2))

    def problem(self) -> str:
        return self._random.choice(PROBLEMS)[0]

    def direction(self) -> str:
        return self._random.choice(DIRECTIONS)

    def measures(self) -> str:
        return "".join(self._random.sample(MEASURES, 2))

    def _filled(self, text: str) -> str:
        return text.format(many=self._random.randint(8, 24), few=self._random.randint(2, 6))

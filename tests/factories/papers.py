"""Facts for documents at the size of a real review: 34 made-up secretaries, 8 classes."""

from datetime import date, datetime
from fractions import Fraction

from pingyi.review.appraisal.documents import FeedbackLetter, ResultsSummary, ReviewedPerson, SummaryClass
from pingyi.review.appraisal.domain.appraise import appraise
from pingyi.review.appraisal.domain.reporter import Reporter
from pingyi.review.appraisal.domain.rules import (
    Band,
    Category,
    Composite,
    Denominator,
    EmptyCategory,
    GradePoints,
    Rules,
)
from pingyi.review.ballots.documents import BallotForm, BallotRow, HandoutClass, HandoutSheet, Slip, SlipSheet
from pingyi.review.ballots.domain.counts import Counts
from pingyi.review.rectification.documents import ListedProblem, ListedTask, TaskList

CONVENOR = "中共示例医科大学委员会"
REVIEW = "2026年度党组织书记抓党建工作述职评议"
MEETING = "2026年度党组织书记抓党建工作述职评议会"
GRADE_WORDS = {"good": "好", "fairly_good": "较好", "average": "一般", "poor": "差"}

ORGANISATIONS = (
    *("护理学院党委", "医学工程技术学院党委", "马克思主义学院党总支", "研究生学院党总支"),
    *("第五附属医院（第五临床医学院）党委", "第七附属医院（第七临床医学院）党委", "保卫处派出所党总支"),
    *(
        "基础医学院党委",
        "公共卫生学院党委",
        "药学院党委",
        "口腔医学院党委",
        "中医学院党委",
        "国际教育学院党总支",
    ),
    *("第一附属医院（第一临床医学院）党委", "第二附属医院党委", "第三附属医院党委", "第四附属医院党委"),
    *("第六附属医院党委", "第八附属医院党委", "附属中医医院党委", "机关第一党总支", "机关第二党总支"),
    *("后勤保障处党总支", "图书馆党总支", "继续教育学院党总支", "体育部直属党支部", "外国语学院党总支"),
    *(
        "动物实验中心直属党支部",
        "校医院直属党支部",
        "离退休工作处党委",
        "资产经营公司党总支",
        "附属中学党总支",
    ),
    *("信息中心直属党支部", "期刊社直属党支部"),
)
SECRETARIES = (
    *(
        "林喆",
        "沈璟玥",
        "顾赟",
        "陆闻舟",
        "程望舒",
        "叶知新",
        "许若谷",
        "苏以恒",
        "韩慕白",
        "周既明",
        "唐若水",
        "罗行之",
    ),
    *(
        "宋念川",
        "方以宁",
        "谢听澜",
        "邓修远",
        "彭守拙",
        "曹思齐",
        "袁乐川",
        "董怀瑾",
        "潘北辰",
        "杜若衡",
        "蒋云归",
    ),
    *(
        "余照野",
        "魏长宁",
        "石青禾",
        "龙在渊",
        "贺西楼",
        "白鹿鸣",
        "崔嘉木",
        "江映雪",
        "段九思",
        "欧阳秦望川",
        "夏南乔",
    ),
)
CLASSES = (
    ("A", "党建工作领导小组成员", 11),
    ("B", "各二级党委（党总支）、直属党支部书记", 34),
    ("C", "分管党建工作的班子副职", 30),
    ("D", "机关各职能部门负责人", 28),
    ("E", "各附属医院（临床医学院）组织人事（干部）科负责同志", 9),
    ("F", "各学院专职组织员", 14),
    ("G", "部分学校第二次党代会代表", 40),
    ("H", "基层党员干部群众代表", 34),
)


def mode_of(place: int) -> str:
    """The first seven report on site."""
    return "现场" if place < 7 else "书面"


def ballot_form_of(code: str, name: str, **changes: object) -> BallotForm:
    rows = tuple(
        BallotRow(organisation, secretary, mode_of(place))
        for place, (organisation, secretary) in enumerate(zip(ORGANISATIONS, SECRETARIES, strict=True))
    )
    given: dict[str, object] = {
        "convenor": CONVENOR,
        "review": REVIEW,
        "meeting_on": date(2027, 1, 19),
        "class_name": f"{code}　{name}",
        "rows": rows,
        "with_unknown": True,
        "has_reporters": code == "B",
    }
    return BallotForm(**{**given, **changes})  # type: ignore[arg-type]


def slip_sheet_of(code: str, name: str, count: int) -> SlipSheet:
    alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
    made = []
    for number in range(count):
        code_text = "".join(
            alphabet[(number * 7 + place * 11 + place * place * number) % 31] for place in range(12)
        )
        made.append(Slip(f"https://pingyi.example.edu.cn/b/7Q4MK2XD#{code_text}", code_text))
    return SlipSheet(CONVENOR, MEETING, f"{code}　{name}", "pingyi.example.edu.cn/b", tuple(made))


def handout_sheet_of(paper: str = "票条") -> HandoutSheet:
    classes = tuple(
        HandoutClass(f"{code}　{name}", size, size + max(5, -(-size // 5)), max(5, -(-size // 5)))
        for code, name, size in CLASSES
    )
    return HandoutSheet(CONVENOR, MEETING, date(2027, 1, 19), paper, classes)


def letter_of(place: int = 0, **changes: object) -> FeedbackLetter:
    given: dict[str, object] = {
        "person": SECRETARIES[place],
        "organisation": ORGANISATIONS[place],
        "review": REVIEW,
        "convenor": CONVENOR,
        "meeting": MEETING,
        "meeting_on": date(2027, 1, 19),
        "mode": mode_of(place),
        "strengths": "履行第一责任人职责比较扎实，把党建工作与学科建设一同谋划、一同部署，"
        "党支部书记工作例会每月一次，落实了去年点评指出的三个问题。\n"
        "在高层次人才和优秀青年教师中发展党员工作有进展。",
        "problems": "1.党支部组织生活会的批评意见偏少，整改措施写得笼统。\n"
        "2.“三重一大”议题会前协调记录不全，有两次会议没有留下协调意见。",
        "direction": "健全议事规则，把会前协调作为议题上会的前提；加强对党支部书记的具体指导。",
        "grade": "较好",
        "deciding_meeting": "学校党委常委会会议",
        "decided_on": date(2027, 1, 23),
        "list_due_on": date(2027, 1, 31),
        "list_receiver": "党委组织部",
        "issuer": "中共示例医科大学委员会组织部",
        "issued_on": date(2027, 1, 25),
        "copy_to": (),
    }
    return FeedbackLetter(**{**given, **changes})  # type: ignore[arg-type]


def task_list_of(place: int = 0, problems: int = 3) -> TaskList:
    first = ListedTask(
        measures=(
            "修订学院党委会会议议事规则，写明会前协调的程序和记录要求。",
            "每次会前由党政办公室核对协调记录，缺记录的议题不上会。",
        ),
        responsible=SECRETARIES[place],
        due_on=date(2027, 4, 30),
        progress="进行中",
        evidence=("议事规则修订稿",),
    )
    second = ListedTask(
        ("每季度听取一次党支部书记汇报，当场点评。",), "韩慕白", date(2027, 6, 30), "还没有开始"
    )
    listed = (
        ListedProblem(
            "“三重一大”议题会前协调记录不全，有两次会议没有留下协调意见。",
            "点评",
            ("重点问题",),
            (first, second),
        ),
        ListedProblem("党支部组织生活会的批评意见偏少，整改措施写得笼统。", "点评", ("薄弱环节",), (second,)),
        ListedProblem("党员教育培训学时没有逐人登记。", "上年度遗留", (), ()),
    )
    return TaskList(
        ORGANISATIONS[place],
        SECRETARIES[place],
        REVIEW,
        tuple(listed[number % 3] for number in range(problems)),
        date(2027, 1, 30),
    )


def rules(**changes: object) -> Rules:
    given: dict[str, object] = {
        "grade_points": GradePoints(
            good=Fraction(100), fairly_good=Fraction(80), average=Fraction(60), poor=Fraction(40)
        ),
        "denominator": Denominator.VALID,
        "categories": tuple(Category(code, Fraction(1, 8)) for code, _, _ in CLASSES),
        "empty_category": EmptyCategory.REDISTRIBUTE,
        "bands": (
            Band("good", Fraction(90)),
            Band("fairly_good", Fraction(75)),
            Band("average", Fraction(60)),
            Band("poor", Fraction(0)),
        ),
        "composite": Composite(ballot=Fraction(1), daily=Fraction(0), leader=Fraction(0)),
        "min_non_good_share": Fraction(15, 100),
        "display_decimals": 2,
    }
    return Rules(**{**given, **changes})  # type: ignore[arg-type]


def counts_of(place: int, size: int) -> Counts:
    """Counts that differ from secretary to secretary and add up to the class."""
    fairly, average = (place * 3) % (size // 2), place % 3
    unknown, blank = place % 2, 1 if place % 5 == 0 else 0
    return Counts(
        issued=size,
        good=size - fairly - average - unknown - blank,
        fairly_good=fairly,
        average=average,
        unknown=unknown,
        blank=blank,
    )


def summary_of(unopened: str = "", **changes: object) -> ResultsSummary:
    """The whole review; the class named `unopened` has no ballots."""
    reporters = [
        Reporter(
            id=str(place),
            ballots={
                code: Counts(issued=size) if code == unopened else counts_of(place, size)
                for code, _, size in CLASSES
            },
        )
        for place in range(len(ORGANISATIONS))
    ]
    used = rules()
    found = appraise(used, reporters)
    people = tuple(
        ReviewedPerson(
            organisation=ORGANISATIONS[place],
            secretary=SECRETARIES[place],
            mode=mode_of(place),
            counts=reporters[place].ballots,
            result=found.reporters[place],
            decided_grade="较好" if place == 3 else GRADE_WORDS.get(found.reporters[place].grade or ""),
            reason="年内一名党员受到处分，负有领导责任" if place == 3 else "",
        )
        for place in range(len(ORGANISATIONS))
    )
    given: dict[str, object] = {
        "convenor": CONVENOR,
        "review": REVIEW,
        "meeting": MEETING,
        "rules": used,
        "fingerprint": "5c1e90ab" * 8,
        "snapshot": 1,
        "made_at": datetime(2027, 1, 19, 17, 42),  # noqa: DTZ001 - already local time
        "classes": tuple(
            SummaryClass(code, name, "票数不足5张，没有开箱" if code == unopened else "")
            for code, name, _ in CLASSES
        ),
        "people": people,
        "appraisal": found,
        "grade_words": GRADE_WORDS,
        "counters": ("石青禾", "白鹿鸣"),
        "scrutineers": ("江映雪",),
        "deciding_meeting": "学校党委常委会会议",
    }
    return ResultsSummary(**{**given, **changes})  # type: ignore[arg-type]

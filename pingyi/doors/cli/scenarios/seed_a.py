"""Reference review A: nine secretaries on site, the others in writing; the president chairs, the secretary comments."""

from datetime import datetime

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.doors.cli.scenarios.scenario import ClassPlan, Requirement, Scenario, Unit

COMMITTEE, GENERAL, DIRECT = "党委", "党总支", "直属党支部"
COLLEGE, OFFICE, OTHER = "学院", "机关", "其他"

SEED_A = Scenario(
    key="seed-a",
    institution="示例理工学院",
    short_name="示例理工",
    convenor="中共示例理工学院委员会",
    year=2023,
    held_at=datetime(2024, 1, 20, 9, 0, tzinfo=PEOPLE_ZONE),
    meeting="2023年度基层党组织书记抓党建工作述职评议会",
    place="图书馆报告厅",
    body="党委",
    chair_title="党委副书记、校长",
    commentator_title="党委书记",
    units=(
        Unit("机械与动力学院党总支", GENERAL, COLLEGE, is_on_site=True),
        Unit("电气工程学院党总支", GENERAL, COLLEGE, is_on_site=True),
        Unit("材料与化工学院党总支", GENERAL, COLLEGE, is_on_site=True),
        Unit("经济管理学院党总支", GENERAL, COLLEGE, is_on_site=True),
        Unit("信息工程学院党委", COMMITTEE, COLLEGE, is_on_site=True),
        Unit("外国语学院直属党支部", DIRECT, COLLEGE, is_on_site=True),
        Unit("马克思主义学院直属党支部", DIRECT, COLLEGE, is_on_site=True),
        Unit("机关党总支", GENERAL, OFFICE, is_on_site=True),
        Unit("后勤保障部党总支", GENERAL, OFFICE, is_on_site=True),
        Unit("土木建筑学院党总支", GENERAL, COLLEGE),
        Unit("汽车工程学院党总支", GENERAL, COLLEGE),
        Unit("理学院党总支", GENERAL, COLLEGE),
        Unit("艺术设计学院直属党支部", DIRECT, COLLEGE),
        Unit("体育教学部直属党支部", DIRECT, OTHER),
        Unit("图书馆直属党支部", DIRECT, OTHER),
        Unit("继续教育学院直属党支部", DIRECT, COLLEGE),
        Unit("科研与产业处直属党支部", DIRECT, OFFICE),
        Unit("学生工作部党总支", GENERAL, OFFICE),
        Unit("国际教育学院直属党支部", DIRECT, COLLEGE),
        Unit("离退休工作处党总支", GENERAL, OFFICE),
    ),
    classes=(
        ClassPlan("党委委员", "body", 11),
        ClassPlan("直属党组织书记", "reporters", 20),
        ClassPlan("党务部门负责人", "post-department_head", 9),
        ClassPlan("“两代表一委员”", "delegate-any", 24),
        ClassPlan("党员教师代表", "file", 60, "各直属党组织按党员教师人数推荐"),
    ),
    speech_lead="过去一年，各级党组织书记认真履行抓基层党建第一责任人职责，党建与学校事业发展进一步融合。",
    requirements=(
        Requirement(
            "all",
            "提高政治站位，认真履行管党治党的主体责任，把抓好党建作为最大政绩，坚持大抓基层的鲜明导向。",
        ),
        Requirement(
            "all",
            "提升工作本领，切实增强基层党组织的政治功能和组织功能，二级党组织聚焦“五个到位”，党支部落实“七个有力”。",
        ),
        Requirement("all", "以党建聚势赋能，着力推动学校各项事业高质量发展，实现党建与业务双促进双提升。"),
    ),
    settings={"rectification_months": "6", "composite_ballot": "70%", "composite_daily": "30%"},
    assumptions=(
        "书面述职人数报道没有写，按11位演练（连同现场9位共20位）。",
        "各票类权重报道没有写，按五类等权演练。",
        "书面述职的书记也列入测评：报道只说对基层党组织书记进行了测评。",
        "整改期限报道没有写，按6个月演练。",
        "日常考核占多少报道没有写，按测评70%、日常30%演练；台账、自评和指标的分值是编的，没有自评的不计入。",
        "二级党组织的名称、每类人数和全部人名都是编的。",
    ),
    first_number=10_000,
)

"""Reference review B: seven named organisations on site, 27 in writing, eight classes; the secretary does both."""

from datetime import datetime

from pingyi.core.clock import PEOPLE_ZONE
from pingyi.doors.cli.scenarios.scenario import ClassPlan, Requirement, Scenario, Unit

COMMITTEE, GENERAL, DIRECT = "党委", "党总支", "直属党支部"
COLLEGE, HOSPITAL, OFFICE, OTHER = "学院", "附属医院", "机关", "其他"

SEED_B = Scenario(
    key="seed-b",
    institution="示例医科大学",
    short_name="示例医大",
    convenor="中共示例医科大学委员会",
    year=2023,
    held_at=datetime(2024, 1, 19, 15, 0, tzinfo=PEOPLE_ZONE),
    meeting="2023年度党组织书记抓基层党建工作述职评议会",
    place="学术交流中心",
    body="党建工作领导小组",
    chair_title="党委书记",
    commentator_title="党委书记",
    units=(
        Unit("护理学院党委", COMMITTEE, COLLEGE, is_on_site=True),
        Unit("医学工程技术学院党委", COMMITTEE, COLLEGE, is_on_site=True),
        Unit("马克思主义学院党总支", GENERAL, COLLEGE, is_on_site=True),
        Unit("研究生学院党总支", GENERAL, COLLEGE, is_on_site=True),
        Unit("第五附属医院党委", COMMITTEE, HOSPITAL, is_on_site=True, dual_names="第五临床医学院党委"),
        Unit("第七附属医院党委", COMMITTEE, HOSPITAL, is_on_site=True, dual_names="第七临床医学院党委"),
        Unit("保卫处派出所党总支", GENERAL, OFFICE, is_on_site=True),
        Unit("第一附属医院党委", COMMITTEE, HOSPITAL, dual_names="第一临床医学院党委"),
        Unit("第二附属医院党委", COMMITTEE, HOSPITAL, dual_names="第二临床医学院党委"),
        Unit("第三附属医院党委", COMMITTEE, HOSPITAL, dual_names="第三临床医学院党委"),
        Unit("第四附属医院党委", COMMITTEE, HOSPITAL, dual_names="第四临床医学院党委"),
        Unit("第六附属医院党委", COMMITTEE, HOSPITAL, dual_names="第六临床医学院党委"),
        Unit("第八附属医院党委", COMMITTEE, HOSPITAL, dual_names="第八临床医学院党委"),
        Unit("基础医学院党委", COMMITTEE, COLLEGE),
        Unit("公共卫生学院党委", COMMITTEE, COLLEGE),
        Unit("药学院党委", COMMITTEE, COLLEGE),
        Unit("口腔医学院党委", COMMITTEE, COLLEGE),
        Unit("中医学院党委", COMMITTEE, COLLEGE),
        Unit("检验医学院党总支", GENERAL, COLLEGE),
        Unit("人文与管理学院党总支", GENERAL, COLLEGE),
        Unit("外国语教学部党总支", GENERAL, COLLEGE),
        Unit("国际教育学院党总支", GENERAL, COLLEGE),
        Unit("继续教育学院党总支", GENERAL, COLLEGE),
        Unit("体育教学部直属党支部", DIRECT, OTHER),
        Unit("图书馆党总支", GENERAL, OTHER),
        Unit("医学研究中心党总支", GENERAL, OTHER),
        Unit("学报编辑部直属党支部", DIRECT, OTHER),
        Unit("实验动物中心直属党支部", DIRECT, OTHER),
        Unit("机关第一党总支", GENERAL, OFFICE),
        Unit("机关第二党总支", GENERAL, OFFICE),
        Unit("学生工作部党总支", GENERAL, OFFICE),
        Unit("后勤服务中心党总支", GENERAL, OFFICE),
        Unit("资产管理处直属党支部", DIRECT, OFFICE),
        Unit("离退休工作处党总支", GENERAL, OFFICE),
    ),
    classes=(
        ClassPlan("党建工作领导小组成员", "body", 11),
        ClassPlan("各二级党委（党总支）、直属党支部书记", "reporters", 34),
        ClassPlan("分管党建工作的班子副职", "post-deputy_party", 34),
        ClassPlan("机关各职能部门负责人", "post-department_head", 28),
        ClassPlan("各附属医院组织人事（干部）科负责同志", "post-section_head_hospital", 8),
        ClassPlan("各学院专职组织员", "post-full_time_organiser", 18),
        ClassPlan(
            "部分学校第二次党代会代表",
            "delegate-party_congress",
            27,
            "各代表团推荐，组织部门汇总",
        ),
        ClassPlan("基层党员干部群众代表", "file", 40, "各二级党组织推荐，含群众"),
    ),
    speech_lead="过去一年，各二级党组织书记抓基层党建工作取得了成效，也还有需要解决的突出问题。",
    requirements=(
        Requirement(
            "hospital",
            "当好附属医院党委书记，充分发挥医院党委的领导作用：聚主责、抓党建，守规则、重制度，理思路、强决策，讲原则、增团结。",
        ),
        Requirement(
            "college",
            "当好学院党委（总支）书记，充分发挥政治核心和保证监督作用：明确职能定位，落实决策机制，加强工作统筹。",
        ),
        Requirement(
            "branch",
            "当好基层党支部书记，充分发挥战斗堡垒作用：促进深度融合，严肃组织生活，加强党员发展，发挥党员作用。",
        ),
    ),
    settings={
        "rectification_months": "6",
        "has_unknown_option": "yes",
        "composite_ballot": "70%",
        "composite_daily": "30%",
    },
    assumptions=(
        "现场述职的7个单位用报道里的名称，书面述职的27个单位名称是编的。",
        "各票类权重报道没有写，按八类等权演练。",
        "票上有没有“不了解”报道没有写，这里按有演练。",
        "整改期限报道没有写，按6个月演练。",
        "日常考核占多少报道没有写，按测评70%、日常30%演练；台账、自评和指标的分值是编的，没有自评的不计入。",
        "每类人数和全部人名都是编的。",
    ),
    first_number=20_000,
)

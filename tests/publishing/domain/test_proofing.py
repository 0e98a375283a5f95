"""What the machine sees in a text, where, and what it says to do; and where it has to be silent."""

from dataclasses import replace
from datetime import date

import pytest

from pingyi.publishing.domain.drafting.facts import Demand, NewsFacts, Official, Spoken
from pingyi.publishing.domain.proofing.data_check import against_data
from pingyi.publishing.domain.proofing.dates import dates
from pingyi.publishing.domain.proofing.digits import digits
from pingyi.publishing.domain.proofing.finding import Check, Finding, Place, in_order, place_of
from pingyi.publishing.domain.proofing.formulas import Formulas, default_text, faults, formulas, parse
from pingyi.publishing.domain.proofing.punctuation import punctuation
from pingyi.publishing.domain.proofing.read_proof import Known, read_proof
from pingyi.publishing.domain.proofing.script import script
from pingyi.publishing.domain.proofing.titles import Ranked, titles

KNOWN = parse(default_text())


def said(found: list[Finding]) -> list[tuple[str, str, str]]:
    return [(one.quote, one.message, one.remedy) for one in found]


@pytest.mark.parametrize(
    ("text", "quote", "message", "remedy"),
    [
        ("履职,,担当", ",,", "标点重复", "只留一个“，”"),
        ("讲话，。会后", "，。", "标点重复", "只留一个“。”"),
        ("会议，　，听取", "，　，", "标点重复", "只留一个“，”"),
        ("他说：“要抓实。”。会后", "。”。", "标点重复", "引号里外只留一个"),
        ("会议,听取", ",", "半角标点", "写成“，”"),
        ("会议结束.会后", ".", "半角标点", "写成“。”"),
        ("学院(总支)书记", "(总支)", "半角括号", "写成“（总支）”"),
        ('落实"七个有力"', '"七个有力"', "直引号", "写成“七个有力”"),
        ("等等...", "...", "省略号或破折号不完整", "写成“……”"),
        ("主线—支部", "—", "省略号或破折号不完整", "写成“——”"),
        ("落实“三会一课，”制度", "，", "标点紧贴引号或括号的里边", "移到外边，或者去掉"),
        ("落实“三会一课制度", "“", "没有对应的后一半", "“”配成一对"),
        ("三会一课”制度", "”", "没有对应的前一半", "“”配成一对"),
        ("落实“三会“一课””", "“", "前面的还没有关上，又开了一个", "“”配成一对"),
    ],
)
def test_marks(text: str, quote: str, message: str, remedy: str) -> None:
    found = [one for one in punctuation(text) if one.message == message]
    assert said(found) == [(quote, message, remedy)]
    assert text[found[0].start : found[0].end] == quote


@pytest.mark.parametrize(
    "text",
    [
        "真的吗？！",
        "……久久为功",
        "主线——支部。",
        "1,200人",
        "14:30开会",
        "A.B",
        "（总支）书记“说”。",
        "（a）",
        "“为了谁？”、“依靠谁？”",
    ],
)
def test_marks_that_are_as_they_should_be(text: str) -> None:
    assert list(punctuation(text)) == []


def test_a_run_of_stops_is_told_of_once() -> None:
    assert [one.message for one in punctuation("结束。。会后")] == ["标点重复"]


@pytest.mark.parametrize(
    ("text", "quote", "message", "remedy"),
    [
        ("學校党委", "學", "繁体字", "写成“学”"),
        ("第９名", "９", "全角的数字或字母", "写成“9”"),
        ("⼀是", "⼀", "部首或兼容字，看着像，不是那个字", "写成“一”"),
        ("党\u200b委", "\u200b", "看不见的字符，或者乱码", "删掉"),
        ("党аб委", "аб", "夹了别的文字", "改成汉字，确实要用的留着"),
        ("2O23年度", "O", "数字里混了字母", "写成“0”"),
        ("1月l9日", "l", "数字里混了字母", "写成“1”"),
        ("学(xué)校", "(xué)", "字后面带了拼音", "删掉"),
        ("党委 委员", " ", "字中间有空格", "删掉"),
        ("第 9名", " ", "字中间有空格", "删掉"),
        ("9 名书记", " ", "字中间有空格", "删掉"),
        ("二○二三年", "○", "汉字年份里的零", "写成“〇”，或者整个年份用阿拉伯数字"),
    ],
)
def test_characters(text: str, quote: str, message: str, remedy: str) -> None:
    assert (quote, message, remedy) in said(list(script(text)))


def test_names_in_simplified_characters_and_latin_words_stay() -> None:
    assert list(script("沈亭在 QQ 群里说，二〇二三年，CO2减排10MB。")) == []


@pytest.mark.parametrize(
    ("text", "quote", "message", "remedy"),
    [
        ("二〇二四年一月二十日召开", "二〇二四年一月二十日", "日期用了汉字数字", "写成“2024年1月20日”"),
        ("一月二十日召开", "一月二十日", "日期用了汉字数字", "写成“1月20日”"),
        ("二〇二三年，全校", "二〇二三年", "年份用了汉字数字", "写成“2023年”"),
        ("23年度评议", "23年", "年份只写了两位", "写成“2023年”"),
        ("2024年01月20日", "0", "月、日前面补了零", "去掉零"),
        ("1月20号，学校", "号", "日期写了“号”", "写成“日”"),
        ("九个党组织", "九个", "统计的数用了汉字数字", "写成“9个”"),
        ("二十七名书记", "二十七名", "统计的数用了汉字数字", "写成“27名”"),
        ("近30余名书记", "近30余", "约数说了两遍", "只留一个：“近”“约”或者“余”“左右”"),
        ("约20人左右", "约20人左右", "约数说了两遍", "只留一个：“近”“约”或者“余”“左右”"),
        ("百分之九十五", "百分之九十五", "百分数用了汉字", "用阿拉伯数字和“%”"),
    ],
)
def test_figures(text: str, quote: str, message: str, remedy: str) -> None:
    assert (quote, message, remedy) in said(list(digits(text)))


@pytest.mark.parametrize(
    "text",
    [
        "提出三点要求",
        "一个党委",
        "“七个有力”",
        "第二次党代会",
        "三个层面",
        "2023年度",
        "1月20日",
        "“十四五”",
        "两个确立",
        "一名书记",
    ],
)
def test_set_words_keep_their_numerals(text: str) -> None:
    assert list(digits(text)) == []


def test_a_weekday_is_held_against_its_date() -> None:
    (found,) = dates("1月20日（星期五）召开。", 2024)
    assert said([found]) == [("1月20日（星期五", "2024年1月20日不是星期五", "那天是星期六，改日期或者改星期")]
    (found,) = dates("1月20日下午（周五）", 2024)
    assert found.quote == "1月20日下午（周五"
    assert list(dates("2024年1月20日上午（周六），1月21日星期天，3月1日", 2024)) == []
    assert list(dates("1月20日（星期五）", None)) == []


def test_a_day_that_the_calendar_does_not_have() -> None:
    (found,) = dates("会议于2月30日召开。", 2024)
    assert said([found]) == [("2月30日", "没有这一天", "对照日历改正")]
    assert len(list(dates("2023年2月29日", 2024))) == 1
    assert list(dates("2月29日", None)) == []


@pytest.mark.parametrize(
    ("text", "quote", "message", "remedy"),
    [
        ("践行两个维护。", "两个维护", "规范表述没有加引号", "写成“两个维护”"),
        ("践行‘两个维护’。", "‘两个维护’", "引号用得不对", "写成“两个维护”"),
        (
            "增强“四个意志”。",
            "“四个意志”",
            "和规范表述差一个字",
            "规范表述是“四个意识”，确实是另一个说法的留着",
        ),
        (
            "坚定“四个自信心”。",
            "“四个自信心”",
            "和规范表述差一个字",
            "规范表述是“四个自信”，确实是另一个说法的留着",
        ),
        ("落实“会一课”。", "“会一课”", "和规范表述差一个字", "规范表述是“三会一课”，确实是另一个说法的留着"),
        (
            "以习近平中国特色社会主义思想为指导",
            "习近平中国特色社会主义思想",
            "和规范表述不一样",
            "规范表述是“习近平新时代中国特色社会主义思想”",
        ),
    ],
)
def test_protected_formulas(text: str, quote: str, message: str, remedy: str) -> None:
    assert (quote, message, remedy) in said(list(formulas(text, KNOWN)))


@pytest.mark.parametrize(
    "text",
    [
        "践行“两个维护”。",
        "学习“拥护两个确立、践行两个维护”的要求",
        "以习近平新时代中国特色社会主义思想为指导",
        "“六个校园”和“四个自觉行动”",
        "党的理论；习近平总书记考察时的思想",
        "二三会一课",
    ],
)
def test_other_words_are_no_formulas(text: str) -> None:
    assert list(formulas(text, KNOWN)) == []


def test_the_list_is_data_and_its_faults_have_lines() -> None:
    assert parse("# 说明\n“甲乙”\n“甲乙”\n\n丙丁戊己") == Formulas(("甲乙",), ("丙丁戊己",))
    assert faults("# “\n\n“两个确立\n甲\n" + "长" * 61) == [
        "第3行的引号没有配成对。",
        "第4行太短，至少写两个字。",
        "第5行超过60个字，请分成几条。",
    ]
    assert faults("\n".join(["“甲乙”"] * 301)) == ["最多300行，现在有301行。"]
    assert faults(default_text()) == []
    assert list(formulas("甲乙丁", Formulas((), ("甲乙丙丁",)))) == []


PEOPLE = (
    Ranked("林晓棠", ("党委书记",), 1),
    Ranked("江远树", ("党委副书记、校长", "校长"), 2),
    Ranked("沈亭", (), 3),
)


@pytest.mark.parametrize(
    ("text", "quote", "message", "remedy"),
    [
        ("党委副书记林晓棠主持会议。", "党委副书记", "林晓棠的职务和登记的不一样", "登记的是“党委书记”"),
        ("党委书记林小唐主持会议。", "林小唐", "“党委书记”后面的姓名和登记的不一样", "登记的是林晓棠"),
        ("会上，林晓棠逐一点评。", "林晓棠", "第一次提到林晓棠，没有写职务", "前面加“党委书记”"),
        ("校长江远树、党委书记林晓棠出席会议。", "林晓棠", "林晓棠应当排在江远树前面", "按登记的次序排"),
        ("校长江远树，党委书记林晓棠出席会议。", "林晓棠", "林晓棠应当排在江远树前面", "按登记的次序排"),
    ],
)
def test_titles_and_order(text: str, quote: str, message: str, remedy: str) -> None:
    assert (quote, message, remedy) in said(list(titles(text, PEOPLE)))


@pytest.mark.parametrize(
    "text",
    [
        "校党委书记林晓棠主持会议。林晓棠强调。",
        "党委书记林晓棠、党委副书记、校长江远树出席会议。",
        "校长江远树主持，党委书记林晓棠讲话。",
        "校长江远树陪同党委书记林晓棠看望。",
        "护理学院党委副书记方圆主持会议。",
        "沈亭主持会议。",
        "由党委书记 林晓棠主持。",
    ],
)
def test_titles_that_are_as_registered(text: str) -> None:
    found = list(titles(text, PEOPLE))
    assert found == [] or "由" in text


FACTS = NewsFacts(
    year=2023,
    held_on=date(2024, 1, 20),
    convenor="学校党委",
    meeting="述职评议会",
    chair=Official("校长", "江远树"),
    commentator=Official("党委书记", "林晓棠"),
    commented=2,
    attendees=("党委委员", "党员教师代表"),
    on_site=2,
    organisations=("护理学院党委", "图书馆党总支"),
    written=3,
    has_written=True,
    speech=Spoken((), (Demand("甲"), Demand("乙")), ()),
    ballot="民主测评",
)
GOOD = (
    "1月20日，学校党委召开2023年度述职评议会。党委书记林晓棠逐一点评。校长江远树主持会议。党委委员、党员教师代表参加会议。\n"
    "护理学院党委和图书馆党总支等2个党组织的书记作了现场述职，其余3名党组织书记作书面述职。\n"
    "林晓棠提出两点要求。一是抓好整改。二是久久为功。\n最后，与会人员进行了民主测评。"
)


def test_a_text_that_says_what_the_records_say() -> None:
    assert list(against_data(GOOD, FACTS)) == []
    assert list(against_data(GOOD.replace("1月20日", "2024年1月20日"), FACTS)) == []
    assert list(against_data(f"{GOOD}另有12名同学到场。", FACTS)) == []
    assert list(against_data(GOOD, NewsFacts())) != []


@pytest.mark.parametrize(
    ("old", "new", "quote", "remedy"),
    [
        ("1月20日", "1月21日", "1月21日", "照会议数据改成“1月20日”"),
        ("1月20日", "11月20日", "11月20日", "照会议数据改成“1月20日”"),
        ("其余3名", "其余4名", "4", "照会议数据改成“3”"),
        ("等2个", "等3个", "3", "照会议数据改成“2”"),
        ("江远树", "江远数", "江远数", "照会议数据改成“江远树”"),
        ("了民主测评", "了民主评议", "民主评议", "照会议数据改成“民主测评”"),
        ("党委委员、", "", "党员教师代表", "缺党委委员"),
        ("党委委员、", "党委委员、干部代表、", "党委委员", "会议数据里没有干部代表"),
        ("党委委员、党员教师代表", "党员教师代表、党委委员", "党员教师代表", "次序是党委委员、党员教师代表"),
        ("2023年度", "2022年度", "2022年度", "评议的是2023年度；说的是另一年度就留着"),
        ("两点要求", "三点要求", "提出三点要求", "改数字，或者补齐各点"),
        ("逐一点评。", "逐一点评8名书记。", "8名", "照会议数据核对，改正或者删掉"),
    ],
)
def test_each_fact_is_held_against_the_records(old: str, new: str, quote: str, remedy: str) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    found = [(one.quote, one.remedy) for one in against_data(text, FACTS)]
    assert (quote, remedy) in found


def test_a_wrong_number_is_told_of_once() -> None:
    found = list(against_data(GOOD.replace("其余3名", "其余4名"), FACTS))
    assert [(one.quote, one.remedy) for one in found] == [("4", "照会议数据改成“3”")]


def test_a_value_that_stands_in_other_words_is_quoted_by_its_sentence() -> None:
    text = "1月20日，学校党委召开2023年度述职评议会。会上，二十位书记进行现场述职。"
    (found,) = [one for one in against_data(text, FACTS) if one.remedy == "照会议数据改成“2”"]
    assert found.quote == "会上，二十位书记进行现场述职。"[:20]


def test_places_are_counted_by_paragraph_and_character() -> None:
    assert place_of("甲。\n\n乙丙。", 5) == Place(2, 2)
    twice = Finding(Check.DATA, 3, 4, "甲", "话", "办法")
    first = replace(twice, start=0, end=1)
    assert in_order([twice, first, twice]) == [first, twice]


def test_all_checks_together_in_the_order_of_the_text() -> None:
    text = "1月20日，〔待补：召开单位〕召开2023年度述职评议会,,践行两个维护。\n初审初校：沈亭"
    found = read_proof(text, Known(FACTS, PEOPLE, KNOWN))
    assert [one.check for one in found if one.check is not Check.TITLE] == [
        *(Check.OPEN_PLACE, Check.PUNCTUATION, Check.FORMULA, Check.CREDITS),
    ]
    assert found[0].remedy == "补上召开单位；补不上就删掉这一句"
    assert read_proof("", Known()) == []

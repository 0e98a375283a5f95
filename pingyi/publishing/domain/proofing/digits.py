"""How dates and statistics are written: 年月日 and counted things in Arabic figures, set words as they are."""

import re
from collections.abc import Iterator

from pingyi.core.words import Words
from pingyi.publishing.domain.proofing.finding import Check, Finding
from pingyi.publishing.domain.reading.numbers import value

SIGN = "〇零一二三四五六七八九十"
CHINESE_DATE = re.compile(
    "(?:(?P<year>[〇零一二三四五六七八九]{4})年(?:度)?)?"
    "(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})[日号]"
)
CHINESE_YEAR = re.compile("(?P<year>[一二][〇零一二三四五六七八九]{3})年")
SHORT_YEAR = re.compile(r"(?<![0-9.])(?P<year>[0-9]{2})年(?=度|[0-9]{1,2}月|初|底|末)")
PADDED = re.compile(r"(?<=年)0(?=[1-9]月)|(?<![0-9])0(?=[1-9]月[0-9])|(?<=月)0(?=[1-9][日号])")
DAY_SIGN = re.compile(r"(?<=[0-9])号(?=[，。上下晚召至、）]|$)", re.MULTILINE)
COUNTED = re.compile(
    f"(?<![第“两{SIGN}])(?P<number>[{SIGN}百两]+)(?P<unit>名|位|人次|篇|份|场次|个(?=党组织|单位|学院|支部|二级|部门|党支部|党委|党总支))"
)
# 近30余名, 约20人左右: said twice.
TWICE = re.compile(
    "(?:近|约|大约|超过)[0-9]+(?:余|多)(?=[名位人个篇次项])|(?:约|大约|近)[0-9]+[名位人个篇次项]左右"
)
PERCENT = re.compile(f"百分之[{SIGN}百点]+")
PLAIN = (
    (PADDED, Words("月、日前面补了零"), Words("去掉零")),
    (DAY_SIGN, Words("日期写了“号”"), Words("写成“日”")),
    (TWICE, Words("约数说了两遍"), Words("只留一个：“近”“约”或者“余”“左右”")),
    (PERCENT, Words("百分数用了汉字"), Words("用阿拉伯数字和“%”")),
)


def digits(text: str) -> Iterator[Finding]:
    """All findings about the way numbers are written."""
    yield from _in_chinese(text)
    for match in SHORT_YEAR.finditer(text):
        yield _found(match, Words("年份只写了两位"), Words("写成“{plain}”", plain=f"20{match['year']}年"))
    for pattern, message, remedy in PLAIN:
        for match in pattern.finditer(text):
            yield _found(match, message, remedy)


def _in_chinese(text: str) -> Iterator[Finding]:
    """Dates, years and counted things in Chinese numerals."""
    dates = list(CHINESE_DATE.finditer(text))
    for match in dates:
        yield _found(match, Words("日期用了汉字数字"), Words("写成“{plain}”", plain=_date(match)))
    for match in CHINESE_YEAR.finditer(text):
        if not any(date.start() <= match.start() < date.end() for date in dates):
            plain = f"{_year(match['year'])}年"
            yield _found(match, Words("年份用了汉字数字"), Words("写成“{plain}”", plain=plain))
    for match in COUNTED.finditer(text):
        number = value(match["number"])
        if number is not None and number > 1:
            plain = f"{number}{match['unit']}"
            yield _found(match, Words("统计的数用了汉字数字"), Words("写成“{plain}”", plain=plain))


def _date(match: re.Match[str]) -> str:
    year = f"{_year(match['year'])}年" if match["year"] else ""
    return f"{year}{value(match['month'])}月{value(match['day'])}日"


def _year(signs: str) -> str:
    return "".join(str(value(sign)) for sign in signs)


def _found(match: re.Match[str], message: str, remedy: str) -> Finding:
    return Finding(Check.DIGITS, match.start(), match.end(), match.group(), message, remedy)

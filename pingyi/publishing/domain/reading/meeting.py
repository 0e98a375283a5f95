"""Which year is reviewed, when the meeting was, who called it: from the sentence that says that it was held."""

import re

from pingyi.publishing.domain.reading.numbers import year_value
from pingyi.publishing.domain.reading.sentences import Sentence, clauses

CONVENE = re.compile(
    "(?:组织|主持|联合)?(?:召开|举行|举办)|组织开展|开展(?=[^，。；]{0,50}?述职(?:评议|测评|考核|会|工作))"
)
REVIEW = re.compile("述职|双述双评")
YEAR = "(?:(?:19|20)[0-9]{2}|[一二][〇零九][〇零一二三四五六七八九]{2})"
# 2023年度…述职; without 度 only when a meeting of reports is named and it is not the year of a date.
YEAR_REVIEWED = re.compile(rf"({YEAR})年度(?:(?!{YEAR}年)[^，。；\n]){{0,40}}?(?:述职|双述双评)")
YEAR_OF_MEETING = re.compile(
    rf"({YEAR})年(?![0-9度])(?:(?!{YEAR}年)[^，。；\n]){{0,30}}?述职(?:评议|测评|考核|[^，。；\n]{{0,10}}会)"
)
DAY = "[0-9]{1,2}[日号]"
DATE = re.compile(
    rf"(?:{YEAR}年)?[0-9]{{1,2}}月{DAY}(?:(?:至|到|—|-|～|、|和)(?:[0-9]{{1,2}}月)?{DAY})*|(?<![0-9月]){DAY}(?=上午|下午|晚|，|学|校|召|举)"
)
NOT_THE_DAY = re.compile("(?:截至|根据|按照|自|从|通知|发布|要求|报送)[^，。]{0,6}$")
TIME_OF_DAY = re.compile(
    "^(?:当天|当日|早上|上午|中午|下午|傍晚|晚上|晚间|晚|今天|昨天|近日|日前|[0-9]{1,2}(?:点|时|:|：)[0-9]{0,2}分?)+"
)
DATELINE = re.compile("^(?:本网|本报|校园网|新闻网)?(?:讯|消息)(?:[(（][^()（）]*[)）])?")
PLACE_OR_WAY = re.compile(
    "(?:(?:在|于|以|采用|采取|采|通过|利用|借助|依托|分|历时|用(?=[一两三四半0-9])).*)$"
)
BEFORE_VERB = re.compile("(?:组织|联合|隆重|顺利|分别|共同|同时|集中|如期|成功|专题|又|也|还)+$")
BODY = re.compile(
    r"^[\u4e00-\u9fff（）()]{1,36}?(?:大学|学院|学校|校|院|党委|党总支|总支|党支部|支部|委员会|常委会|工委|党组|组织部|医院|中心|公司|集团|党校)$|^(?:我校|我院|校|院)$"
)
NOT_A_BODY = re.compile("书记|校长|述职|评议|根据|按照|为了|部署|会议|精神|安排|要求|主持")
# 由某部组织的…述职评议会: who organised it stands before the meeting.
ORGANISED_BY = re.compile("由([^，。；]{2,36}?)(?:组织|主办|召集|召开)的(?=[^，。；]*述职)")
UNIVERSITY_AFTER_YEAR = re.compile(
    r"年度?((?:[\u4e00-\u9fff]{2,14}?(?:大学|学院|学校)|学校|我校|我院)(?:党委)?)(?=各|二级|基层|院系|院级|党组织|党总支|党支部|机关)"
)


def held(sentences: list[Sentence]) -> Sentence | None:
    """The sentence that says that the meeting took place: not a headline if the text says it itself."""
    holding = [found for found in sentences if _says_held(found.text)]
    return next((found for found in holding if not found.is_heading), None)


def _says_held(text: str) -> bool:
    return bool(CONVENE.search(text) and REVIEW.search(text) and re.search("会|述职评议", text))


def read_year(sentences: list[Sentence]) -> tuple[int, str] | None:
    """The year under review as a number, with its sentence. The year of a date is never taken for it."""
    main = held(sentences)
    ordered = ([main] if main else []) + [found for found in sentences if found.is_heading] + sentences
    for pattern in (YEAR_REVIEWED, YEAR_OF_MEETING):
        for sentence in ordered:
            match = pattern.search(sentence.text)
            if match:
                return year_value(match[1]), sentence.text
    return None


def read_date(sentences: list[Sentence]) -> tuple[str, str] | None:
    """The day of the meeting in the text's own words: a year that is not written is not added."""
    main = held(sentences)
    if main is None:
        return None
    verb = CONVENE.search(main.text)
    days = [
        match
        for match in DATE.finditer(main.text)
        if not NOT_THE_DAY.search(main.text[: match.start()]) and _exists(match.group())
    ]
    before = [match for match in days if verb and match.start() < verb.start()]
    chosen = before[-1] if before else days[0] if days else None
    return (chosen.group(), main.text) if chosen else None


def _exists(date: str) -> bool:
    """Whether months and days are such: a misprint (33日) is not a date."""
    months, days = re.findall("([0-9]{1,2})月", date), re.findall("([0-9]{1,2})[日号]", date)
    return all(1 <= int(each) <= 12 for each in months) and all(1 <= int(each) <= 31 for each in days)


def read_convenor(sentences: list[Sentence]) -> tuple[str, str] | None:
    """Who called the meeting; the headline is asked only if the text does not say."""
    main = held(sentences)
    headings = [found for found in sentences if found.is_heading and _says_held(found.text)]
    for sentence in ([main] if main else []) + headings:
        body = _convenor_of(sentence.text)
        if body:
            return body, sentence.text
    return None


def _convenor_of(sentence: str) -> str | None:
    parts = clauses(sentence)
    for place, (_, clause) in enumerate(parts):
        verb = CONVENE.search(clause)
        if not verb or not (REVIEW.search(clause) or REVIEW.search(sentence)):
            continue
        before = clause[: verb.start()]
        meeting = REVIEW.search(before)
        if meeting:
            return _owner(before)
        body = _as_body(before)
        if body or before:
            return body
        return _as_body(parts[place - 1][1]) if place else None
    return None


def _as_body(text: str) -> str | None:
    """What is left when day, place and manner are taken away, if it is a body that can call a meeting."""
    bare = DATELINE.sub("", text)
    day = DATE.search(bare)
    if day:
        bare = bare[day.end() :] or bare[: day.start()]
    for _ in range(2):
        bare = DATE.sub("", bare)
        bare = TIME_OF_DAY.sub("", bare.strip())
        bare = BEFORE_VERB.sub("", PLACE_OR_WAY.sub("", bare))
    return bare if BODY.search(bare) and not NOT_A_BODY.search(bare) else None


def _owner(noun: str) -> str | None:
    """某大学2023年度…述职评议会在…召开: whose meeting it was."""
    organised = ORGANISED_BY.search(noun)
    if organised:
        return _as_body(organised[1])
    year = re.search(f"{YEAR}年(?!.*{YEAR}年)", DATE.sub(lambda match: "＿" * len(match.group()), noun))
    if year is None:
        return None
    body = _as_body(noun[: year.start()])
    if body:
        return body
    match = UNIVERSITY_AFTER_YEAR.search(noun)
    return match[1] if match else None

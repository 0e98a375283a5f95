"""What the text calls the ballot: 测评, 民主评议, 民主测评 …, if it says that one was held."""

import re

from pingyi.publishing.domain.reading.sentences import Sentence, clauses
from pingyi.publishing.domain.wording import pattern

# The words by which a ballot is named. Those of CLEAR can mean nothing else; 评议 alone may be the procedure.
CLEAR = ("民主测评", "民主评议", "满意度测评", "测评", "无记名投票", "不记名投票")
NAMES = (*CLEAR, "评议考核", "评议", "评分", "打分", "投票")
HELD = re.compile(
    "(?:进行|开展|作|做|实施|组织(?!部|人事|委员)|完成|接受)(?:了|的)?[^，。；]{0,24}?(?:测评|评议(?!会|程序|工作|方案)|评分|打分|投票)"
)
# Said less plainly: forms were filled in, people voted.
IMPLIED = pattern(
    "(?:填写|填报|给出|参加)了?[^，。；]{0,24}?(?:测评|评议|评分|打分) (?:测评|评议|打分|评分)了?(?:打分)?$ 投票"
)
WHO = pattern(
    "与会 参会 参加会议 到会 在场 评委 代表 考核组 全体 大家 委员 党员 成员 现场 会上 会议 大会 会后 最后 随后",
    "述职结束 述职后 结束后 还",
)
# A form was filled in whose title names the ballot.
FORM = re.compile("(?:填写|填报)[^，。；《]{0,10}《[^》]*?(民主测评|民主评议|测评|评议|评分)[^》]*表》")
# Demands, systems and plans speak of ballots too.
NOT_HELD = pattern(
    "没有安排 未安排 将组织 将开展 另行",
    "方式进行评议 制度 要严格 要用好 要做好 强调 要求 指出 应当 必须 未进行 没有进行 将进行 拟",
)
TITLE = pattern(
    "述职(?:评议|测评)[^，。；]{0,6}?(?:会|工作|大会|方案) 述职评议(?:考核)? “一述一评” 《[^》]*》"
)


def read_ballot(sentences: list[Sentence]) -> tuple[str, str] | None:
    """The name of the ballot in the text's words, with the sentence; what is said most plainly is believed."""
    found: list[tuple[bool, int, int, str, str]] = []
    for sentence in sentences:
        for _, clause in clauses(sentence.text):
            bare = TITLE.sub("", clause)
            form = FORM.search(clause)
            plainness = 0 if HELD.search(bare) else 1 if form or IMPLIED.search(bare) else None
            if plainness is None or not WHO.search(sentence.text) or NOT_HELD.search(clause):
                continue
            name = form[1] if form else _name(bare, TITLE.sub("", sentence.text))
            found.append((name not in CLEAR, plainness, len(found), name, sentence.text))
    if not found:
        return None
    *_, name, text = min(found)
    return name, text


def _name(clause: str, sentence: str) -> str:
    """The fullest name in the clause; a clause that only votes gives way to a name elsewhere in its sentence."""
    named = (name for text in (clause, sentence) for name in NAMES[:-2] if name in text)
    return next(named, None) or next((name for name in NAMES if name in clause), "测评")

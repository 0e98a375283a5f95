"""What the ballot page's script says. It stands in the page as data, so that it can be said in another language."""

from pingyi.core.words import Words, shown
from pingyi.review.cycles.queries.reviews import Occasion

_WORDS = {
    "left": Words("还有 {n} 位没选"),
    "all_chosen": Words("都选好了"),
    "see_all": Words("看全部"),
    "next": Words("下一位"),
    "list_head": Words("全部{n}位"),
    "gaps": Words("还有 {n} 位没选，选完才能投。"),
    "not_chosen": Words("没选"),
    "fill": Words("去补 {n} 位"),
    "go_on": Words("都选好了，去投票"),
    "sure": Words("{n}位都选好了"),
    "number": Words("{n} 位"),
    "tries": Words("已经试了 {n} 次，正在再试。"),
    "begin": Words("开始投票，{n}位，约{minutes}分钟"),
    "looking": Words("正在看票条"),
    "not_open": Words("投票还没开始"),
    "not_open_yet": Words("票条没有问题。等主持人宣布开始，这一页会自己打开。"),
    "no_network": Words("连不上会场网络"),
    "no_network_words": Words("正在自己再连。还不行，走到门口服务台，或者举手换纸质票。"),
    "slip.used": Words("这张票条投过了"),
    "slip.void": Words("票条作废了"),
    "slip.elsewhere": Words("不是这场会的票条"),
    "voting.closed": Words("投票结束了"),
    "voting.not_open": Words("投票还没开始"),
    "voting.paper_only": Words("这次用纸质票"),
    "cannot": Words("现在投不了"),
    "note slip.used": Words("不是您投的？马上举手。票进箱以后撤不出来，但会记进会议记录。"),
    "note voting.closed": Words("结果不在会上公布，由党委定等次后反馈。"),
}
# In a satisfaction poll the rows are organisations, and no committee decides a grade.
_OF_POLLS = {
    "left": Words("还有 {n} 个没选"),
    "next": Words("下一个"),
    "list_head": Words("全部{n}个单位"),
    "gaps": Words("还有 {n} 个没选，选完才能投。"),
    "fill": Words("去补 {n} 个"),
    "sure": Words("{n}个单位都选好了"),
    "number": Words("{n} 个"),
    "begin": Words("开始投票，{n}个单位，约{minutes}分钟"),
    "note voting.closed": Words("结果不在会上公布。"),
}
# In a vote there is one row, and the result is said at once.
_OF_VOTES = {
    "left": Words("还没选"),
    "all_chosen": Words("选好了"),
    "see_all": Words("看选了什么"),
    "next": Words("看选了什么"),
    "list_head": Words("您选的"),
    "gaps": Words("还没选，选了才能投。"),
    "fill": Words("去选"),
    "go_on": Words("选好了，去投票"),
    "sure": Words("选好了，投出去吗"),
    "number": Words("{n} 票"),
    "begin": Words("开始投票"),
    "note voting.closed": Words("结果由主持人宣布。"),
}
_OF_OCCASIONS = {Occasion.REVIEW: {}, Occasion.POLL: _OF_POLLS, Occasion.VOTE: _OF_VOTES}


def page_words(occasion: Occasion) -> dict[str, str]:
    """All of them in the language of the request."""
    with shown():
        return {key: str(words) for key, words in (_WORDS | _OF_OCCASIONS[occasion]).items()}

"""Who is meant: a phrase of posts and names, a surname with a title, a post alone."""

import re

from pingyi.publishing.domain.people import HONORIFIC, POST_WORD, is_name, named_posts, without_post
from pingyi.publishing.domain.reading.sentences import split_outside
from pingyi.publishing.domain.wording import any_of

OPENERS = any_of(
    "会上 会议上 会议 会中 会后 最后 随后 接着 接下来 期间 其间 当天 现场 之后 然后 大会 在会上 本次会议 评议会",
    "述职评议会 述职会 本次述职评议会",
)
ADVERBS = re.compile(f"^{OPENERS}+(?:[，、]|(?=由))?|^由")
GROUP = re.compile(
    "^[\u4e00-\u9fff]{0,12}"
    + any_of("班子成员 常委会成员 党委成员 党委委员 常委 委员 领导 评委 专家 考核组 小组成员 成员")
    + "$"
)
AND_OTHERS = re.compile(
    "等(?:[0-9一二三四五六七八九十]+[位名人])?(?:校领导|院领导|领导|党委委员|常委|专家|同志)?$"
)
NAME_AND_TITLE = re.compile(rf"([\u4e00-\u9fff]{{2,4}}?)(?:副)?{POST_WORD}")
NOT_A_POST = re.compile("对|的|述职|听取|现场|评议|与会|参会|[0-9]|每|各|全体|其他|其余|名|位")
HOME = re.compile("^(?:我校|我院|学校|学院|本校|中共|校|院)(?=.)")


class Known:
    """The people whom the text names, to settle who 郭书记 or a post alone is."""

    def __init__(self, text: str) -> None:
        self.posts = [(posts, name) for posts, name, _ in named_posts(text)]
        self.names = list(dict.fromkeys(name for _, name in self.posts))

    def holder(self, post: str) -> str | None:
        """The one named person with this post, if there is exactly one."""
        wanted = _bare_post(post)
        holders = {
            name
            for posts, name in self.posts
            if any(_bare_post(part) == wanted for part in re.split("[、兼]", posts))
        }
        return holders.pop() if len(holders) == 1 else None

    def by_surname(self, text: str) -> str | None:
        """郭书记: the one named person with that surname."""
        match = re.fullmatch(rf"([\u4e00-\u9fff]{{1,2}})(?:副)?{POST_WORD}", text)
        named = [name for name in self.names if match and name.startswith(match[1])]
        return named[0] if len(named) == 1 else None


def _bare_post(post: str) -> str:
    return HOME.sub("", post.strip())


def who(phrase: str, known: Known) -> list[str] | None:
    """Names in the phrase; a post where only a post is given; None if it does not name anybody."""
    bare = HONORIFIC.sub("", ADVERBS.sub("", phrase.strip())).strip("，、 ")
    if "、" in bare:
        bare = AND_OTHERS.sub("", bare)
    if not bare or len(bare) > 80:
        return None
    by_title = known.by_surname(bare)
    if by_title:
        return [by_title]
    if bare in known.names or is_name(bare):
        return [bare]
    titled = NAME_AND_TITLE.fullmatch(bare)
    if titled and titled[1] in known.names:
        return [titled[1]]
    return _names(bare, "、") or _names(bare, "、和与及") or _post_alone(bare, known)


def _names(phrase: str, marks: str) -> list[str] | None:
    names: list[str] = []
    for part in split_outside(phrase, marks):
        post, name = without_post(part)
        if name and is_name(name) and not NOT_A_POST.search(post):
            names.append(name)
        elif name or (not post):
            return None
    return names or None


def _post_alone(phrase: str, known: Known) -> list[str] | None:
    if NOT_A_POST.search(phrase) or "党组织书记" in phrase:
        return None
    post, name = without_post(phrase)
    if post and not name and len(post) <= 24:
        named = known.holder(post.split("、")[-1])
        return [named or phrase]
    return [phrase] if GROUP.match(phrase) else None

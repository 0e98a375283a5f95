"""What a post is, read from how people write it: 党委副书记、校长 is a deputy secretary."""

import re

# Secretaries of other things than a Party organisation: they do not count as its secretary.
OTHER_SECRETARIES = re.compile(r"(?:纪委|纪检|团委|团总支|团支部)副?书记|书记助理")
# Party posts come first: whoever is 党委书记、院长 is a secretary. The first pattern that fits decides.
PATTERNS = tuple(
    (re.compile(pattern), title)
    for pattern, title in (
        (r"副书记", "deputy_secretary"),
        (r"书记", "secretary"),
        (r"专职组织员", "full_time_organiser"),
        (r"副(?:校长|院长|所长|馆长)", "deputy_leader"),
        (r"(?:校长|院长|所长|馆长)(?!助理)", "principal"),
        (r"常委|委员(?!会)", "committee_member"),
        (r"(?<!副)科长|科室?负责人", "section_head"),
        (r"(?<!副)(?:处长|部长|主任|局长)|(?:部门|处室?)负责人", "department_head"),
    )
)
ACTING = re.compile(r"主持(?:党委|党总支|党支部|支部|全面|日常)?(?:的)?工作")


def title_of(text: str) -> str:
    """The kind of post (a value of `Post.Title`); `other` where the words do not say."""
    party = OTHER_SECRETARIES.sub("", text)
    return next((title for pattern, title in PATTERNS if pattern.search(party)), "other")


def says_acting(text: str) -> bool:
    """Whether the words say that a deputy runs the organisation: 副书记（主持工作）."""
    return ACTING.search(text) is not None

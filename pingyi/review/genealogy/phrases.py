"""The words of what is wrong with a list of field words."""

from pingyi.core.words import Words
from pingyi.review.genealogy.domain.field_words import LONGEST, MOST_GROUPS, MOST_LETTERS, SHORTEST, ListFault


def fault_words(fault: ListFault) -> str:
    """What is wrong, in which line, and what to do."""
    if fault.rule == "alone":
        return Words(
            "第{line}行只有“{word}”一个词。写上和它意思相近的词，或者删掉这一行。",
            line=fault.line,
            word=fault.word,
        )
    if fault.rule == "length":
        return Words(
            "第{line}行的“{word}”不在{shortest}到{longest}个字之间。改一改再存。",
            line=fault.line,
            word=fault.word,
            shortest=SHORTEST,
            longest=LONGEST,
        )
    if fault.rule == "groups":
        return Words("近义词超过{most}行。只留述职评议里用得到的。", most=MOST_GROUPS)
    return Words("近义词表超过{most}字。只留述职评议里用得到的。", most=MOST_LETTERS)

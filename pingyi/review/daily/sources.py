"""Where a number is from, in the reader's language: a kept calculation has it as the text that was written then."""

import re

from pingyi.core.words import Words

_KNOWN = (
    Words("决策台账，{first}到{last}"),
    Words("组织生活台账：{kind}，{first}到{last}"),
    Words("整改台账：{year}年度述职评议的问题，到{last}"),
    Words("整改台账：{year}年度述职评议的整改任务，到{last}"),
)
_PATTERNS = [(re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>.+)", one.template)), one.template) for one in _KNOWN]


def source_words(text: str) -> str:
    """The sentence with its values where it is one of those that the sources of today say; else the text as it is."""
    for pattern, template in _PATTERNS:
        if found := pattern.fullmatch(text):
            return Words(template, **{name: Words(value) for name, value in found.groupdict().items()})
    return Words(text)

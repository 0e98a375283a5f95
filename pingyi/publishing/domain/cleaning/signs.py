"""Classes of signs that the steps of the cleaner share, as pieces of regular expressions."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f〇"
FULL_WIDTH = "，。、；：！？“”‘’（）《》〈〉【】〔〕…—·"
# A syllable with its tone mark, as scraped pages write it.
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ"
SYLLABLE = f"[a-zɡ{TONED}]{{1,6}}"


def is_han(sign: str) -> bool:
    """Whether this one sign is a Chinese character."""
    return (
        "\u4e00" <= sign <= "\u9fff"
        or "\u3400" <= sign <= "\u4dbf"
        or "\uf900" <= sign <= "\ufaff"
        or "\U00020000" <= sign <= "\U0003134f"
        or sign == "〇"
    )

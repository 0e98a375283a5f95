"""Words that stand in the text of news and on its files: Chinese whatever the reader's language."""

NOON = 12
BALLOT = "民主测评"
BALLOTS = (BALLOT, "民主评议", "测评")
# Whom a requirement speaks to, as a speech says it; to all of them nothing is said.
LEVELS = {"hospital": "附属医院", "college": "学院", "branch": "基层党支部"}
# How far a text is that was not given out.
STEPS = {"draft": "草稿", "in_review": "送审稿"}


def part_of_day(hour: int) -> str:
    """上午 or 下午."""
    return "上午" if hour < NOON else "下午"

"""票条: slips with a one-time code. Every slip of a class, spare or not, is printed alike and without a number."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from pingyi.documents.domain.cards import Card, CardSheet
from pingyi.documents.domain.filenames import file_stem

STEPS = (
    "用手机扫左边的码，打开投票页。",
    "逐位选择等次，核对后投出；一张票条只能投一次，投出后不能改。",
    "抄下核对码；没有用的票条交还工作人员。",
)
VOTE_STEPS = (
    "用手机扫左边的码，打开投票页。",
    "同意、不同意、弃权选一项，核对后投出；一张票条只能投一次，投出后不能改。",
    "抄下核对码；没有用的票条交还工作人员。",
)
PLEDGE = (
    "匿名码：票条不写姓名，谁拿到哪一张没有记录。投票期间须信任系统管理员；"
    "计票清理以后，查不出哪张票条选了什么。"
)


@dataclass(frozen=True)
class Slip:
    """The credential of one slip: the ballot page with the secret behind #, and the same secret for typing."""

    link: str
    code: str

    def __post_init__(self) -> None:
        parts = urlsplit(self.link)
        if not parts.fragment or parts.query:
            # A browser never sends what stands behind #; a query would be in every log on the way.
            raise ValueError("the credential of a slip belongs behind # and nowhere else in its link")


@dataclass(frozen=True)
class SlipSheet:
    """Slips of one class in the order to print. `entry_address` is where a code is typed by hand, `steps` what the
    holder does."""

    convenor: str
    meeting: str
    class_name: str
    entry_address: str
    slips: tuple[Slip, ...]
    pledge: str = PLEDGE
    steps: tuple[str, ...] = STEPS


def slips(sheet: SlipSheet) -> CardSheet:
    """Eight slips on a sheet of A4, to be cut apart."""
    cards = tuple(
        Card(
            heading=sheet.convenor,
            subheading=sheet.meeting,
            label=sheet.class_name,
            link=slip.link,
            code=grouped(slip.code),
            code_label="票条码",
            address=sheet.entry_address,
            address_lead="扫不了的，打开网页输入票条码：",
            steps=sheet.steps,
            pledge=sheet.pledge,
        )
        for slip in sheet.slips
    )
    return CardSheet(file_stem=file_stem("票条", sheet.class_name), title=f"{sheet.meeting}票条", cards=cards)


def grouped(code: str) -> str:
    """A code in groups of four, as people read it aloud."""
    bare = "".join(character for character in code if character.isalnum())
    return " ".join(bare[start : start + 4] for start in range(0, len(bare), 4))

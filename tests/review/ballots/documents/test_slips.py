"""票条: what a phone's camera and a voter's eye read off the printed sheet."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from pingyi.documents.render import pdf
from pingyi.documents.render.pdf.compiler import compile_png
from pingyi.documents.render.pdf.data import cards_data
from pingyi.review.ballots.documents import Slip, SlipSheet, slips
from pingyi.review.ballots.documents.slips import grouped
from tests.documents.render.reading import pdf_pages, pdf_text
from tests.factories.papers import slip_sheet_of

STATM = Path("/proc/self/statm")
LINK = "https://pingyi.example.edu.cn/b/7Q4MK2XD#"


def codes_read(sheet: SlipSheet, dots_per_inch: float) -> list[str]:
    """The links that a reader finds on the printed sheets, page by page from the top left."""
    found = []
    for page in compile_png("cards", cards_data(slips(sheet)), dots_per_inch=dots_per_inch):
        codes = zxingcpp.read_barcodes(Image.open(BytesIO(page)).convert("L"))
        codes.sort(key=lambda code: (code.position.top_left.y // 100, code.position.top_left.x))
        found += [code.text for code in codes]
    return found


@pytest.mark.parametrize("dots_per_inch", [300, 150])
def test_every_code_on_the_sheet_leads_to_the_ballot_with_its_own_secret(dots_per_inch: float) -> None:
    sheet = slip_sheet_of("A", "委员", 11)

    assert codes_read(sheet, dots_per_inch) == [slip.link for slip in sheet.slips]


def test_a_long_link_is_still_read() -> None:
    link = "http://192.168.100.200:8000/b/7Q4MK2XD#" + "A7" * 60
    sheet = replace(slip_sheet_of("A", "委员", 1), slips=(Slip(link, "A7A7"),))

    assert codes_read(sheet, 300) == [link]


def test_the_code_for_typing_is_printed_in_groups_of_four() -> None:
    assert grouped("7Q4MK2XD9F") == "7Q4M K2XD 9F"
    assert grouped("7Q4M-K2XD 9F") == "7Q4M K2XD 9F"
    assert "7Q4MK2XD9F" in pdf_text(
        pdf.render(slips(replace(slip_sheet_of("A", "委员", 1), slips=(Slip(LINK + "x", "7Q4MK2XD9F"),))))
    )


@pytest.mark.parametrize(
    "link",
    ["https://pingyi.example/b/7Q4M", "https://pingyi.example/b?c=7Q4M#7Q4M", "https://pingyi.example/b#"],
)
def test_a_secret_anywhere_but_behind_the_hash_is_refused(link: str) -> None:
    with pytest.raises(ValueError, match="behind #"):
        Slip(link, "7Q4M")


def test_eight_slips_stand_on_a_sheet() -> None:
    counts = [len(pdf_pages(pdf.render(slips(slip_sheet_of("A", "委员", count))))) for count in (8, 9)]

    assert counts == [1, 2]


def test_slips_of_a_class_differ_in_nothing_but_their_secret() -> None:
    cards = slips(slip_sheet_of("A", "委员", 40)).cards

    assert {replace(card, link="", code="") for card in cards} == {replace(cards[0], link="", code="")}


def test_a_slip_says_that_the_administrator_is_trusted() -> None:
    assert "投票期间须信任系统管理员" in pdf_text(pdf.render(slips(slip_sheet_of("A", "委员", 1))))


def test_a_slip_promises_no_second_vote() -> None:
    assert "只能投一次，投出后不能改" in pdf_text(pdf.render(slips(slip_sheet_of("A", "委员", 1))))


def test_long_names_make_the_type_smaller_and_keep_the_code_readable() -> None:
    sheet = replace(
        slip_sheet_of("A", "各附属医院（临床医学院）组织人事（干部）科负责同志" * 2, 8),
        convenor="中共示例医科大学附属第五医院（第五临床医学院）委员会直属机关委员会" * 2,
        meeting="2026年度基层党组织书记抓基层党建工作述职评议考核会议第二次会议" * 2,
        entry_address="https://" + "pingyi." * 8 + "example.edu.cn/b",
    )

    assert codes_read(sheet, 300) == [slip.link for slip in sheet.slips]
    text = pdf_text(pdf.render(slips(sheet)))
    assert text.count(sheet.convenor) == text.count(sheet.meeting) == text.count(sheet.entry_address) == 8


@pytest.mark.skipif(not STATM.exists(), reason="only Linux tells the memory of a process this way")
def test_sheet_after_sheet_takes_no_more_memory() -> None:
    def megabytes() -> float:
        return int(STATM.read_text().split()[1]) * 4096 / 2**20

    pdf.render(slips(slip_sheet_of("A", "委员", 48)))
    before = megabytes()
    for number in range(5):
        pdf.render(slips(slip_sheet_of("A", f"委员{number}", 48)))

    assert megabytes() - before < 60

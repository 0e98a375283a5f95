"""Topics of the units for the demonstration, as a clerk brings them in: one workbook. They come in as drafts."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from pingyi.core.sheets.writing import write_book
from pingyi.doors.cli.rehearsal.play import Play
from pingyi.doors.cli.scenarios.people import Cast
from pingyi.ledgers.decisions.domain.sheets import TOPICS

UNITS = 6
IMPORT = "/office/ledgers/decisions/import/"
# What is proposed: title, subject, kind of 三重一大, amount in 万元, authority over cadres.
PROPOSED = (
    ("购置公共实验设备", "其他重要事项", "重大项目安排", "86", ""),
    ("任用一名科室负责人", "干部任免", "重要人事任免", "", "本单位管理的干部"),
    ("修订年度绩效分配办法", "师生员工切身利益", "重大决策", "", ""),
)


def bring_in_topics(play: Play) -> None:
    """What the first units want to bring before their meetings."""
    clerk = play.as_("clerk")
    preview = clerk.upload(IMPORT, "议题.xlsx", topics_workbook(play.cast))
    clerk.send(preview.find(r'action="(/office/ledgers/decisions/import/\d+/confirm/)"'))


def topics_workbook(cast: Cast) -> bytes:
    """The workbook; everything was proposed in the year under review."""
    return write_book((TOPICS,), {TOPICS.name: _rows(cast)})


def _rows(cast: Cast) -> Iterator[dict[str, object]]:
    for place, (unit, secretary) in enumerate(islice(cast.secretaries.items(), UNITS), start=1):
        for month, (title, subject, major, amount, authority) in enumerate(PROPOSED, start=9):
            yield {
                "organisation": cast.codes[unit],
                "title": title,
                "proposed_on": date(cast.scenario.year, month, place),
                "subject": subject,
                "major": major,
                "amount": amount,
                "authority": authority,
                "presenter": secretary.name,
                "presenter_number": secretary.number,
            }

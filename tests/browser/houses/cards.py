"""The hour of a meeting: three secretaries, one report handed in, problems of last year; the hall is open."""

from django_scopes import scope

from pingyi.review.meetings.services import open_sitting
from tests.browser.houses.furnished import Furnished
from tests.factories.reports import make_report_world
from tests.factories.world import NOW, make_voter_class

MOMENT = NOW
CLAIM = "全年发展党员21人。"
# As long as problems get that somebody says in a hall.
PROBLEM = "支部组织生活记录不完整，缺少讨论发言要点，有的支部以传达文件代替学习讨论，主题党日形式单一，第{n}次提出。"
TEXTS = {1: f"谋划在前。{CLAIM}", **dict.fromkeys(range(2, 8), "写在台账里了。")}


def furnish() -> Furnished:
    world = make_report_world(reporters=3)
    report = world.hand_in(0, texts=TEXTS)
    for n in range(1, 4):
        world.leave_open(0, text=PROBLEM.format(n=n))
    make_voter_class(world.meeting, "A")
    with scope(institution=world.institution):
        open_sitting(actor=world.clerk, now=NOW, meeting=world.meeting)
    numbers = {"cycle": world.cycle.pk, "reporter": world.reporters[0].pk, "report": report.pk}
    return Furnished({"clerk": world.clerk}, numbers)

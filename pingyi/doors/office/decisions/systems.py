"""How a unit decides: the systems it stands under, who decides what, its committee, its numbers."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pingyi.core.clock import now, today
from pingyi.core.words import Words
from pingyi.doors.office.decisions.reading import second_level, units_seen
from pingyi.doors.office.decisions.words import finding_lines
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number
from pingyi.ledgers.decisions.domain.amounts import typed_amount
from pingyi.ledgers.decisions.domain.bodies import HOSPITAL
from pingyi.ledgers.decisions.phrases import AUTHORITIES, BODIES, MAJORS, SUBJECTS
from pingyi.ledgers.decisions.queries.systems import System, system_of

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.domain.matters import Route

_OF_HOSPITALS = (
    (
        Words("党委集体领导制度"),
        Words("重大问题由医院党委会议集体讨论：集体领导、民主集中、个别酝酿、会议决定。"),
    ),
    (
        Words("行政首长负责制度"),
        Words("党委领导下的院长负责制，支持院长依法依规独立负责地行使职权，日常行政由院长办公会议议。"),
    ),
    (Words("具体事务分工负责制度"), Words("定了的事按分工办，每件有人负责、有期限、有评估和督办。")),
)
_OF_OTHERS = (
    (
        Words("民主集中制"),
        Words("集体领导、民主集中、个别酝酿、会议决定；个人意见在决定以前记下来。"),
    ),
    (
        Words("党政联席会议"),
        Words(
            "讨论决定本单位重要事项，支持行政班子和负责人在职责范围内独立负责地开展工作；不代替党组织会议。"
        ),
    ),
)
# What belongs to each of the four kinds, after the opinion of the ministry of 2011.
_INCLUDED = {
    "decision": Words("落实上级决策、党的建设、规划、制度、机构、收入分配和福利、学生权益、预算决算、资产"),
    "appointment": Words("中层以上干部、纪律处分、推荐人选和代表、派到企业的董事监事"),
    "project": Words("重点建设项目、国内国际合作、重要设备和大宗采购、基本建设和大修"),
    "large_funds": Words("超过负责人可以单独批的数额，预算内大额、追加、捐赠"),
}


@office_page
@require_GET
def decision_systems(request: OfficeRequest) -> HttpResponse:
    """GET organisation."""
    units = second_level(units_seen(request.actor))
    wanted = sent_number(request.GET, "organisation")
    unit = next((one for one in units if one.pk == wanted), units[0] if units else None)
    shown: dict[str, object] = {"units": units, "unit": unit}
    if unit is not None:
        system = system_of(unit, today(now()))
        shown |= {
            "systems": _OF_HOSPITALS if unit.unit_kind == HOSPITAL else _OF_OTHERS,
            "bodies": [BODIES[one] for one in system.pair.both],
            "subjects": [(SUBJECTS[one], *_route(route)) for one, route in system.subjects],
            "majors": [(MAJORS[one], _INCLUDED[one], *_route(route)) for one, route in system.majors],
            "limits": _limits(system),
            "authorities": [words for code, words in AUTHORITIES.items() if code],
            "findings": finding_lines(system.findings),
        }
    return render(request, "office/decision-systems.html", shown)


def _route(route: "Route") -> tuple[str, str]:
    return BODIES[route.decides], BODIES[route.studies_first] if route.studies_first else ""


def _limits(system: System) -> list[tuple[str, str]]:
    """From which amount on a topic is of its kind; nothing where nobody laid it down."""
    found = (("project", system.book.limits.project), ("large_funds", system.book.limits.large_funds))
    return [(MAJORS[code], typed_amount(amount)) for code, amount in found]

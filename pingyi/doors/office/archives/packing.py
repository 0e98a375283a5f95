"""The packages of a review: make one, follow it, stop it, have it."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from pingyi.archives.queries import find_package, packages_of
from pingyi.archives.rules import may_pack, may_see_packages
from pingyi.archives.services import PACK, ask_for_package, cancel_package
from pingyi.core.clock import now
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.files import read_file
from pingyi.core.jobs import look_after
from pingyi.core.queries.jobs import has_ended, job_of, latest_job
from pingyi.core.words import Words
from pingyi.doors.office.ballots.reading import file_answer
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.review.cycles.queries.lookup import find_cycle

if TYPE_CHECKING:
    from pingyi.core.models import Job
    from pingyi.review.cycles.models import Cycle

ZIP = "application/zip"
# Larger ones are fetched where the data lie, with the command line.
LARGEST_HERE = 512 * 1024 * 1024


@office_page
@require_GET
def show_list(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """Every package of the review, with the progress of one that is being made."""
    return _page(request, _cycle(request, cycle_id))


@office_page
@require_POST
def make(request: OfficeRequest, cycle_id: int) -> HttpResponse:
    """POST `counts` (yes or nothing). Starts making a package."""
    cycle = _cycle(request, cycle_id)
    with_counts = request.POST.get("counts") == "yes"
    try:
        ask_for_package(actor=request.actor, now=now(), cycle=cycle, with_counts=with_counts)
    except Forbidden:
        raise
    except Refused as refusal:
        return _page(request, cycle, refusal)
    return redirect("office:archive-list", cycle_id)


@office_page
@require_GET
def progress(request: OfficeRequest, cycle_id: int, job_id: int) -> HttpResponse:
    """The live part of the page while it runs; after the end it leads to the page itself."""
    job = _job(request, _cycle(request, cycle_id), job_id)
    if has_ended(job):
        return redirect("office:archive-list", cycle_id)
    return render(request, "office/_archive-progress.html", {"job": job})


@office_page
@require_POST
def cancel(request: OfficeRequest, cycle_id: int, job_id: int) -> HttpResponse:
    """POST no fields. Stops a package that is being made."""
    cycle = _cycle(request, cycle_id)
    cancel_package(actor=request.actor, now=now(), cycle=cycle, job=_job(request, cycle, job_id))
    return redirect("office:archive-list", cycle_id)


@office_page
@require_GET
def download(request: OfficeRequest, cycle_id: int, number: int) -> HttpResponse:
    """The package as it was made; refused if the disk gives back anything else."""
    package = find_package(_cycle(request, cycle_id), number)
    if not may_pack(request.actor, package, with_counts=package.has_counts):
        raise Forbidden(Words("这一份含票数，由领导下载。"))
    if package.file.size_bytes > LARGEST_HERE:
        raise Refused(
            Words("这一份太大，网页上下载容易断。请管理员在服务器上用 archive 命令做一份。"),
            code="archive.large",
        )
    return file_answer(read_file(package.file), package.file.name.removesuffix(".zip"), "zip", ZIP)


def _cycle(request: OfficeRequest, cycle_id: int) -> "Cycle":
    cycle = find_cycle(cycle_id)
    if not may_see_packages(request.actor, cycle):
        raise Forbidden(Words("归档由经办人和领导办。"))
    return cycle


def _job(request: OfficeRequest, cycle: "Cycle", job_id: int) -> "Job":
    return job_of(request.actor.institution_id, job_id, (PACK,), cycle_id=cycle.pk)


def _page(request: OfficeRequest, cycle: "Cycle", refusal: Refused | None = None) -> HttpResponse:
    look_after(now())
    job = latest_job(request.actor.institution_id, (PACK,), cycle_id=cycle.pk)
    packages = packages_of(cycle)
    shown = {
        "cycle": cycle,
        "packages": packages,
        "may_count": may_pack(request.actor, cycle, with_counts=True),
        "job": job,
        "is_running": job is not None and not has_ended(job),
        "has_failed": job is not None and job.state in ("failed", "cancelled"),
        "topic": f"job:{job.pk}" if job else "",
        "refusal": refusal,
    }
    return render(request, "office/archive-list.html", shown, status=refusal.status if refusal else 200)

"""公文: a letterhead, plan and notice under numbers before the meeting, sheets for the hall, the circular after it."""

from pingyi.doors.cli.rehearsal.play import Play

FOLDER = "公文"
SHEETS = ("sign.pdf", "sign.xlsx", "sign.docx")


def open_register(play: Play) -> None:
    """The convenor's letterhead; paper books of the year went up to number 3."""
    clerk, scenario = play.as_("clerk"), play.scenario
    page = clerk.post(
        "/office/register/series/",
        {
            "code": f"{scenario.short_name}党",
            "mark": f"{scenario.convenor}文件",
            "issuer": scenario.convenor,
            "printer": f"{scenario.convenor}办公室",
        },
    )
    series = page.find(r"/office/register/series/(\d+)/start/")
    year = page.find(r'name="year" value="(\d+)"')
    clerk.post(
        f"/office/register/series/{series}/start/",
        {"year": year, "used": 3, "reason": "纸质发文登记簿用到3号"},
    )


def issue_plan_and_notice(play: Play) -> None:
    """What goes to all organisations."""
    _issue(play, "plan", 0)
    _issue(play, "notice", play.meeting_id)


def print_for_the_hall(play: Play) -> None:
    """Agenda, script, lists to sign, cards to write on; nothing is asked for where no documents are wanted."""
    clerk = play.as_("clerk")
    for kind in ("agenda", "script"):
        for file in ("docx", "pdf"):
            play.download(FOLDER, clerk, f"{play.cycle}papers/{kind}/{play.meeting_id}/file/{file}/")
    for sheet in SHEETS:
        play.download(FOLDER, clerk, f"{play.cycle}papers/sheets/{play.meeting_id}/{sheet}")
    if play.out is not None:
        cards = clerk.post(f"{play.cycle}cards/print/", {"which": "on-site"})
        play.keep_file(FOLDER, cards.file_name, cards.content)


def issue_circular(play: Play) -> None:
    """The decided grades, and the register of the year."""
    _issue(play, "circular", 0)
    play.download(FOLDER, play.as_("clerk"), "/office/register/file/")


def _issue(play: Play, kind: str, meeting: int) -> None:
    """Gives a paper out as it stands, its blanks to be filled in by hand, and keeps both files."""
    clerk = play.as_("clerk")
    place = f"{play.cycle}papers/{kind}/{meeting}/"
    page = clerk.get(place)
    series = page.find(r'<option value="(\d+)"')
    issued = clerk.post(f"{place}issue/", {"series": series, "version": 0, "with_blanks": "on"})
    for file in ("docx", "pdf"):
        play.download(FOLDER, clerk, f"{issued.address}file/{file}/")

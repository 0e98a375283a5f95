"""The ballot itself: the scrutineer opens, two hundred people vote, the scrutineer closes."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from pingyi.doors.cli.rehearsal.phone import Phone
from pingyi.doors.cli.rehearsal.play import Play, VoterClass

PHONES_AT_ONCE = 16
GRADES = ("good", "fairly_good", "average", "poor")
KEYS = {"good": 1, "fairly_good": 2, "average": 3, "poor": 4, "unknown": 5, None: 0}
# How voters are inclined towards a secretary: weights of the four grades, from the best liked to the least.
LEANINGS = ((86, 11, 2, 1), (74, 20, 5, 1), (60, 30, 8, 2), (45, 38, 13, 4))
UNKNOWN_SHARE = 0.03


def open_voting(play: Play) -> None:
    """The scrutineer opens; the start-up check has found nothing, or the play ends here."""
    play.as_("scrutineer").post(f"{play.meeting}voting/open/")


def vote_by_phone(play: Play) -> None:
    """Everybody at once; a voter whose phone fails hands the slip back and gets a printed form."""
    ballots: list[tuple[str, dict[int, str], int]] = []
    for voter_class in play.classes:
        slips = list(voter_class.codes)
        for _ in range(voter_class.exchanged):
            play.as_("scrutineer").post(f"{play.meeting}voting/void/", {"code": slips.pop()})
            voter_class.on_paper.append(_marks(play))
        by_phone = range(voter_class.coming - voter_class.exchanged)
        ballots.extend((slips.pop(), _grades(play), place) for place in by_phone)
    phone = Phone(play.server.address, play.public_key)
    with ThreadPoolExecutor(PHONES_AT_ONCE) as hall:
        play.receipts = list(hall.map(lambda ballot: phone.vote(*ballot), ballots))


def vote_on_paper(play: Play) -> None:
    """Forms are filled by hand and lie in the box until they are typed."""
    has_spoiled = False
    for voter_class in play.classes:
        for place in range(voter_class.coming):
            marks = _marks(play)
            if voter_class.has_reporters:
                marks[list(marks)[place % len(marks)]] = None
            elif voter_class.exchanged and not has_spoiled:
                # One form with gaps: by the rules it is invalid as a whole.
                marks.update(dict.fromkeys(list(marks)[:2]))
                has_spoiled = True
                play.voided[voter_class.code] = 1
            voter_class.on_paper.append(marks)


def close_voting(play: Play) -> None:
    """The scrutineer closes; the clean-up runs before the page answers."""
    play.as_("scrutineer").post(f"{play.meeting}voting/close/")


def type_papers(play: Play) -> None:
    """Two counters type every form, the second without seeing the first; what differs is looked up and corrected."""
    with ThreadPoolExecutor(2) as desk:
        readings: list[Callable[[], None]] = [
            lambda: _type_all(play, "counter-1", is_careless=False),
            lambda: _type_all(play, "counter-2", is_careless=True),
        ]
        for done in [desk.submit(reading) for reading in readings]:
            done.result()
    first = next((voter_class for voter_class in play.classes if voter_class.on_paper), None)
    if first is not None:
        _correct(play, first)


def _type_all(play: Play, counter: str, *, is_careless: bool) -> None:
    visitor, is_first = play.another(counter), True
    for voter_class in play.classes:
        for number, marks in enumerate(voter_class.on_paper, start=1):
            keys = {f"row-{row}": KEYS[grade] for row, grade in marks.items()}
            if is_careless and is_first:
                name = f"row-{next(iter(marks))}"
                keys[name] = _slip(keys[name])
            is_first = False
            visitor.send(f"{play.meeting}voting/enter/{voter_class.box_id}/", {"number": number, **keys})


def _slip(key: int) -> int:
    """The key beside the right one."""
    return 2 if key == 1 else 1


def _correct(play: Play, voter_class: VoterClass) -> None:
    row, grade = next(iter(voter_class.on_paper[0].items()))
    fields: dict[str, str | int] = {"box": voter_class.box_id, "number": 1, "row": row}
    fields["grade"] = grade or "blank"
    play.as_("counter-2").post(f"{play.meeting}voting/correct/", fields)


def _grades(play: Play) -> dict[int, str]:
    return {row: _grade(play, place) for place, row in enumerate(play.reporters.values())}


def _marks(play: Play) -> dict[int, str | None]:
    return dict(_grades(play))


def _grade(play: Play, place: int) -> str:
    if "has_unknown_option" in play.scenario.settings and play.random.random() < UNKNOWN_SHARE:
        return "unknown"
    return play.random.choices(GRADES, LEANINGS[place * 7 % len(LEANINGS)])[0]

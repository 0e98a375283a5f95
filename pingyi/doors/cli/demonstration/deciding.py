"""One unit that decides, for the demonstration: topics in every state, a meeting that is held and one that is planned.

Through the services, with their own days: a door that waits for none. Imported when Django is ready.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pingyi.core.clock import PEOPLE_ZONE, today
from pingyi.doors.cli.scenarios.names import draw_names
from pingyi.ledgers.decisions import services
from pingyi.ledgers.decisions.domain.votes import Outcome, Tally, VoteForm
from pingyi.ledgers.kit.services import confirm_record
from pingyi.organisations.actor import Actor
from pingyi.organisations.services.people import add_person
from pingyi.organisations.services.posts import appoint

POSTS = (
    ("院长", "principal"),
    ("副院长", "deputy_leader"),
    ("副院长", "deputy_leader"),
    ("党委委员", "committee_member"),
)
SEED = 23
PHOTO = b"\xff\xd8\xff\xe0 signed minutes"
# Days from now: the study by the Party meeting, two joint meetings, and the one to come.
STUDIED, FIRST, SECOND, COMING = -50, -45, -20, 3
PLAIN = "other"


@dataclass
class Deciding:
    """`writer` keeps the ledger of the unit, `checker` looks at it. `people`: the secretary, then those of `POSTS`."""

    writer: Actor
    checker: Actor
    unit: Any
    people: list[Any]
    now: datetime

    @classmethod
    def begun(cls, writer: Actor, checker: Actor, unit: Any, secretary: Any, now: datetime) -> "Deciding":
        """With a leadership beside the secretary."""
        people = [secretary]
        for name, (title_text, title) in zip(draw_names(SEED, len(POSTS)), POSTS, strict=True):
            person = add_person(actor=writer, now=now, name=name, organisation=unit)
            people.append(person)
            started_on = today(now) - timedelta(days=700)
            appoint(
                actor=writer,
                now=now,
                person=person,
                organisation=unit,
                title_text=title_text,
                title=title,
                started_on=started_on,
            )
        return cls(writer, checker, unit, people, now)

    def at(self, days: int, hour: int = 9) -> datetime:
        moment = self.now.astimezone(PEOPLE_ZONE) + timedelta(days=days)
        return moment.replace(hour=hour, minute=0, second=0, microsecond=0)

    def asked(self, days: int, hour: int = 9) -> dict[str, Any]:
        """What every verb wants to know first."""
        return {"actor": self.writer, "now": min(self.at(days, hour), self.now)}

    def topic(self, title: str, days: int, *, presenter: int = 2, **fields: Any) -> Any:
        """Proposed so many days from now and filed on the next."""
        wish = services.Wish(
            title=title,
            subject=fields.pop("subject", PLAIN),
            presenter_id=self.people[presenter].pk,
            proposed_on=today(self.at(days)),
            proposer_id=self.people[0].pk,
            **fields,
        )
        drafted = services.draft_topic(**self.asked(days), organisation=self.unit, wish=wish)
        day = today(self.at(days + 1))
        form = services.Form(characters=1200, minutes=8, signed_on=day)
        return services.file_topic(**self.asked(days + 1), topic=drafted, filed_on=day, form=form)

    def ready(self, title: str, days: int, **fields: Any) -> Any:
        """The same with everything that was to be heard before the meeting."""
        topic = self.topic(title, days, **fields)
        for person in self.people[:2]:
            self._heard(topic, days + 2, "coordination", person.pk)
        if topic.major:
            self._heard(topic, days + 2, "consultation", self.people[3].pk)
        for kind, who in (("experts", "五位校内外专家"), ("staff", "教职工代表")):
            if (kind == "experts" and topic.major == "project") or (
                kind == "staff" and topic.subject == "interests"
            ):
                self._heard(topic, days + 2, kind, 0, who)
        return topic

    def _heard(self, topic: Any, days: int, kind: str, person: int, who: str = "") -> None:
        services.record_talk(
            **self.asked(days),
            topic=topic,
            kind=kind,
            happened_on=today(self.at(days)),
            answer="agrees",
            person_id=person,
            who=who,
        )

    def meeting(self, body: str, days: int, topics: list[Any], *, away: tuple[int, ...] = ()) -> Any:
        """Planned a week before, with these topics; `away` have not said whether they come."""
        asked = self.asked(days - 7)
        planned = services.plan_meeting(
            **asked,
            organisation=self.unit,
            body=body,
            held_at=self.at(days, 14),
            place="三楼会议室",
            chair_id=self.people[0].pk,
            recorder_id=self.people[4].pk,
        )
        services.notify_members(**self.asked(days - 3), meeting=planned, notified_on=today(self.at(days - 3)))
        for topic in topics:
            services.place_topic(**self.asked(days - 3), meeting=planned, topic=topic)
        absent = {self.people[one].pk for one in away}
        plans = {
            seat.pk: ("unknown" if seat.person_id in absent else "comes", "", "")
            for seat in planned.seats.all()
        }
        services.plan_seats(**self.asked(days - 2), meeting=planned, plans=plans)
        return planned

    def held(self, body: str, days: int, outcomes: list[tuple[Any, Outcome]], *, signed: bool = True) -> Any:
        """A meeting that came to these outcomes and was signed by two."""
        held = self.meeting(body, days, [topic for topic, _ in outcomes])
        asked, seats = self.asked(days, 17), list(held.seats.all())
        services.begin_meeting(**asked, meeting=held, attended=[one.pk for one in seats])
        for item, (topic, outcome) in zip(held.items.order_by("number"), outcomes, strict=True):
            self._close(item, topic, outcome, sum(one.is_voting for one in seats), asked)
        if signed:
            leader = held.seats.get(person=self.people[0])
            for seat in (leader, None):
                services.sign_minutes(**asked, meeting=held, seat=seat, signed_on=today(self.at(days)))
        return held

    def _close(self, item: Any, topic: Any, outcome: Outcome, voters: int, asked: dict[str, Any]) -> None:
        if outcome is Outcome.NOTED:
            services.note_item(**asked, item=item, decision="听取了汇报，隐患限期整改。")
            return
        votes = None
        if outcome is not Outcome.POSTPONED:
            is_for = outcome is Outcome.PASSED
            votes = services.Vote(
                VoteForm.HANDS, Tally(voters if is_for else 1, 0 if is_for else voters - 1, 0)
            )
        decision = {
            Outcome.PASSED: f"同意{topic.title}。",
            Outcome.REJECTED: "经费没有落实，不同意。",
            Outcome.POSTPONED: "意见分歧较大，调研以后再议。",
        }[outcome]
        services.close_item(**asked, item=item, outcome=outcome, vote=votes, decision=decision)

    def task(self, topic: Any, words: str, days: int) -> Any:
        """Something to be done by so many days from now."""
        return services.assign_execution(
            **self.asked(FIRST + 1),
            topic=topic,
            task=words,
            responsible_id=self.people[2].pk,
            due_on=today(self.at(days)),
        )


def decide(one: Deciding) -> None:
    """The story of the unit; drafts come in by the import."""
    passed, postponed = Outcome.PASSED, Outcome.POSTPONED
    shares = one.ready("修订年度绩效分配办法", -58, subject="interests")
    books = one.ready("审核本学期教材", -58, subject="academic")
    one.held("party_meeting", STUDIED, [(shares, passed), (books, passed)], signed=False)
    devices = one.ready("购置公共实验设备", -55, major="project", amount=86_000_000)
    move = one.ready("搬迁学生实验室", -55)
    report = one.ready("实验室安全检查情况", -55, kind="report")
    gates = one.ready("更换门禁系统", -55)
    first = one.held(
        "joint_meeting",
        FIRST,
        [(devices, passed), (shares, passed), (move, postponed), (report, Outcome.NOTED), (gates, passed)],
    )
    base = one.ready("设立校外实习点", -30)
    grants = one.ready("设立学生科创奖励", -30)
    second = one.held(
        "joint_meeting", SECOND, [(move, postponed), (base, Outcome.REJECTED), (grants, passed)]
    )
    _file(one, first, second)
    _execute(one, devices, shares, gates)
    summer = one.ready("暑期校园开放安排", -6)
    windows = one.ready("更换教室门窗", -6, presenter=3)
    one.meeting("joint_meeting", COMING, [summer, windows], away=(1, 3))
    one.ready("聘任校外导师", -4)
    one.topic("修订实验室值班办法", -3)


def _file(one: Deciding, first: Any, second: Any) -> None:
    """The first joint meeting is confirmed by somebody else, the second waits."""
    given = one.asked(FIRST + 2)
    services.add_meeting_evidence(
        **given, record=first.record, name="签了名的纪要.jpg", content=PHOTO, description="扫描件"
    )
    filed = services.file_meeting(**given, meeting=first)
    confirm_record(actor=one.checker, now=given["now"], record=filed)
    services.file_meeting(**one.asked(SECOND + 2), meeting=second)


def _execute(one: Deciding, on_time: Any, late: Any, done: Any) -> None:
    """One task on time, one overdue, one done and evaluated."""
    services.note_progress(
        **one.asked(-10), execution=one.task(on_time, "招标采购", 30), text="已经开标，正在签合同。"
    )
    one.task(late, "公布新办法并测算", -5)
    finished = one.task(done, "更换全部门禁", -12)
    services.finish_execution(
        **one.asked(-14), execution=finished, text="全部换完。", done_on=today(one.at(-14))
    )
    services.evaluate_execution(
        actor=one.checker, now=one.at(-12), execution=finished, text="看过，达到了目的。"
    )

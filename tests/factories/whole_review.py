"""One review with a row of every kind that an office address can name, for tests that walk all addresses."""

from dataclasses import dataclass
from datetime import date

from django_scopes import scope, scopes_disabled

from pingyi.archives.models import ImportedArchive
from pingyi.core.models import Job
from pingyi.documents.models import DocumentNumber
from pingyi.documents.services import register_paper
from pingyi.ledgers.orglife.domain.kinds import Kind as LifeKind
from pingyi.ledgers.orglife.models import Activity, ActivityEvidence
from pingyi.ledgers.orglife.services import ActivityContent, add_activity_evidence, record_activity
from pingyi.ledgers.orglife.services.imports import ORGLIFE_IMPORT
from pingyi.notices.models import Webhook
from pingyi.notices.services import add_webhook
from pingyi.organisations.models import Body, BodyMember, Post
from pingyi.publishing.models import NewsItem, NewsVersion, PastReview
from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.ballots.models import Box
from pingyi.review.cycles.models import Reporter
from pingyi.review.daily.models import IndicatorSet, SelfEvidence
from pingyi.review.daily.services.make_set import begin_version
from pingyi.review.duties.models import DutyItem
from pingyi.review.dutyreports.models import ReportUpload
from pingyi.review.dutyreports.services import begin_report
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.models import IssuedPaper, NumberedCopies
from pingyi.review.papers.queries import Target, circular_range
from pingyi.review.papers.services import issue_paper, open_circular
from pingyi.review.rectification.services import add_evidence
from pingyi.review.supervision.models import SupervisionCircular
from tests.factories.ballots import make_counted_voting
from tests.factories.daily import TALKS, Daily, ledger_row, own_row
from tests.factories.decisions import make_decided
from tests.factories.duties import duty_of, issued, year_of
from tests.factories.polls import make_poll
from tests.factories.rectification import Office, asked, make_office, planned
from tests.factories.register import make_series
from tests.factories.results import Review
from tests.factories.world import NOW, make_actor

# Votes on the first reporter of the review, by class, and what was decided.
AS_PROPOSED = Choice("good")
COUNTS = {"甲": {"good": 6, "fairly_good": 1}, "乙": {"good": 6, "fairly_good": 1}}


@dataclass(frozen=True)
class WholeReview:
    """`numbers` holds a number for every variable part of an office address; they belong together."""

    office: Office
    review: Review
    numbers: dict[str, int | str]


def make_whole_review(
    counts: dict[str, dict[str, int]] | None = None, choice: Choice = AS_PROPOSED
) -> WholeReview:
    """A review from plan to task: counted, decided, the letter given out, one problem with a task and its evidence."""
    office = make_office()
    review = _decided(office, counts or COUNTS, choice)
    review.issue()
    task, follow_up = planned(office), asked(office)
    reporter = review.reporters[0]
    with scope(institution=office.institution):
        evidence = add_evidence(actor=office.secretary, now=NOW, task=task, note="支委会记录。")
        report = begin_report(actor=office.secretary, now=NOW, reporter=reporter)
        body = Body.objects.create(
            institution=office.institution,
            organisation=office.organisation,
            kind="other",
            name="党建工作领导小组",
        )
        BodyMember.objects.create(institution=office.institution, body=body, person=office.person)
        post = Post.objects.get(person=office.person)
        box = Box.objects.get(voter_class=office.hall.classes[0])
        paper, elsewhere = _papers(office)
        copies = _copies(office, paper)
        upload = ReportUpload.objects.create(
            institution=office.institution,
            report=report,
            file=paper.word,
            uploaded_at=NOW,
            uploaded_by_id=office.secretary.account_id,
        )
        past = _past(office)
        news = _news(office)
        archive = _taken_in(office, paper)
        circular, webhook = _supervised(office, paper)
        decided = make_decided(office.organisation, office.person, office.clerk.account_id)
    duty = _duty(office)
    shown = _assessed(office, review)
    poll = make_poll(office)
    activity, photo, ledger_job = _lived(office)
    job = Job.objects.create(
        institution_id=office.institution.pk,
        kind="register.preview",
        arguments={"name": "单位和人员.xlsx"},
        state=Job.State.CANCELLED,
        asked_by_id=office.clerk.account_id,
        asked_at=NOW,
    )
    numbers: dict[str, int | str] = {
        "account_id": office.secretary.account_id,
        "activity_id": activity.pk,
        "archive_id": archive.pk,
        "body_id": body.pk,
        "box_id": box.pk,
        "circular_id": circular.pk,
        "class_id": office.hall.classes[0].pk,
        "code": "notice",
        "copies_file": "xlsx",
        "copies_id": copies.pk,
        "cycle_id": office.cycle.pk,
        "daily_indicator_id": shown.assessment.indicator_id,
        "decision_meeting_id": decided.meeting.pk,
        "duty_file": "docx",
        "duty_holder": "secretary",
        "duty_item_id": duty.pk,
        "duty_list_id": duty.duty_list_id,
        "evidence_id": evidence.pk,
        "execution_id": decided.execution.pk,
        "follow_up_id": follow_up.pk,
        "group": "college",
        "indicator_set_id": _next_set(office, shown).pk,
        "item_id": decided.item.pk,
        "job_id": job.pk,
        "key": "committee.count",
        "kind": "summary",
        "ledger": "orglife",
        "ledger_job_id": ledger_job.pk,
        "meeting_id": office.hall.meeting.pk,
        "meeting_paper_id": decided.meeting_paper.pk,
        "name": "papers",
        "news_file": "docx",
        "news_id": news.pk,
        "number": 1,
        "number_id": elsewhere.pk,
        "organisation_id": office.organisation.pk,
        "paper_file": "docx",
        "paper_id": paper.pk,
        "paper_kind": "notice",
        "past_id": past.pk,
        "person_id": office.person.pk,
        "photo_id": photo.pk,
        "planned_id": office.hall.meeting.pk,
        "poll_id": poll.pk,
        "post_id": post.pk,
        "problem_id": task.problem_id,
        "report_id": report.pk,
        "reporter_id": reporter.pk,
        "sample_key": "five",
        "self_assessment_id": shown.assessment_id,
        "self_evidence_id": shown.pk,
        "sentence_id": task.problem.sentence.pk,
        "seat_id": decided.seat.pk,
        "series_id": elsewhere.series_year.series_id,
        "sheet_file": "sign.xlsx",
        "task_id": task.pk,
        "topic_id": decided.topic.pk,
        "topic_paper_id": decided.topic_paper.pk,
        "upload_id": upload.pk,
        "version": 1,
        "webhook_id": webhook.pk,
        "year": 2026,
        "calendar_year": 2026,
        "list_file": "nothing.docx",
    }
    return WholeReview(office, review, numbers)


def _assessed(office: Office, review: Review) -> SelfEvidence:
    """What the first secretary handed in with her self-assessment, and a daily score."""
    daily = Daily(
        office.institution,
        office.cycle,
        review.reporters,
        office.clerk,
        make_actor(office.institution, "clerk"),
        review.leader,
        review.counter,
        office.secretary,
    )
    daily.chosen([ledger_row(measure=TALKS), own_row()])
    daily.assess()
    daily.calculate()
    with scope(institution=office.institution):
        shown: SelfEvidence = SelfEvidence.objects.select_related("assessment__indicator").get()
    return shown


def _next_set(office: Office, shown: SelfEvidence) -> IndicatorSet:
    """The next version of her set, a draft: there is something to write and something to compare."""
    with scope(institution=office.institution):
        used: IndicatorSet = shown.assessment.indicator.indicator_set
        return begin_version(actor=office.clerk, now=NOW, indicator_set=used)


def _duty(office: Office) -> DutyItem:
    """An entry of the first secretary's responsibility list, which is in force."""
    year = year_of(office)
    issued(year)
    return duty_of(year)


def _lived(office: Office) -> tuple[Activity, ActivityEvidence, Job]:
    """A draft of organisational life of the first organisation with its photograph, and an import that was stopped."""
    content = ActivityContent(kind=LifeKind.TRAINING, happened_on=NOW.date(), topic="集中学习")
    with scope(institution=office.institution):
        activity = record_activity(
            actor=office.secretary, now=NOW, organisation=office.organisation, content=content
        )
        photo = add_activity_evidence(
            actor=office.secretary, now=NOW, activity=activity, name="会场.jpg", content=b"\xff\xd8\xff\xe0"
        )
    job = Job.objects.create(
        institution_id=office.institution.pk,
        kind=ORGLIFE_IMPORT.way.preview,
        arguments={"name": "组织生活.xlsx"},
        state=Job.State.CANCELLED,
        asked_by_id=office.clerk.account_id,
        asked_at=NOW,
    )
    return activity, photo, job


def _supervised(office: Office, paper: IssuedPaper) -> tuple[SupervisionCircular, Webhook]:
    """A supervision circular to the first organisation, and a group that is told."""
    circular = SupervisionCircular.objects.create(
        institution=office.institution,
        cycle=office.cycle,
        title="关于问题整改督查情况的通报",
        reader_ids=[office.organisation.pk],
        facts={},
        as_of=date(2026, 7, 6),
        page="<p>支部组织生活</p>",
        word=paper.word,
        issued_on=date(2026, 7, 6),
        issued_by_id=office.clerk.account_id,
        issued_at=NOW,
    )
    webhook = add_webhook(
        actor=office.clerk,
        now=NOW,
        name="书记工作群",
        kind="wecom",
        address="https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k",
        secret="",
        topics=["overdue"],
    )
    return circular, webhook


def _news(office: Office) -> NewsItem:
    """The news of the meeting, as its first draft."""
    words = {"title": "召开述职评议会", "text": "学校党委召开述职评议会。"}
    item: NewsItem = NewsItem.objects.create(
        institution=office.institution,
        meeting=office.hall.meeting,
        people="kinds",
        credit_scheme="three_steps",
        writer_id=office.clerk.account_id,
        drafted_at=NOW,
        **words,
    )
    NewsVersion.objects.create(
        institution=office.institution,
        item=item,
        number=1,
        written_by_id=office.clerk.account_id,
        written_at=NOW,
        **words,
    )
    return item


def _past(office: Office) -> PastReview:
    """What an old news text told of this review."""
    past: PastReview = PastReview.objects.create(
        institution=office.institution,
        cycle=office.cycle,
        source_text="旧稿",
        source_sha256="0" * 64,
        cleaned_text="旧稿",
        text_digest="0" * 64,
        facts={"evidence": {}, "changed": []},
        recorded_by_id=office.clerk.account_id,
        recorded_at=NOW,
    )
    return past


def _taken_in(office: Office, paper: IssuedPaper) -> ImportedArchive:
    """A review of elsewhere, as if its package had been handed in."""
    archive: ImportedArchive = ImportedArchive.objects.create(
        institution=office.institution,
        cycle=office.cycle,
        file=paper.word,
        sha256="0" * 64,
        origin_root="0" * 64,
        origin_cycle=1,
        manifest={"origin": {"name": "别处的评议", "institution": "别处"}, "tables": {}, "members": []},
        imported_by_id=office.clerk.account_id,
        imported_at=NOW,
    )
    return archive


def _papers(office: Office) -> tuple[IssuedPaper, DocumentNumber]:
    """The circular as it was kept and opened to its range, and a number that a paper written elsewhere took."""
    series = make_series(office.clerk)
    paper = issue_paper(
        actor=office.clerk,
        now=NOW,
        target=Target(office.cycle, Kind.CIRCULAR),
        series=series,
        issued_on=date(2026, 1, 20),
        seen_version=0,
        with_blanks=True,
        copy_number="1",
    )
    open_circular(actor=office.clerk, now=NOW, paper=paper, seal=circular_range(paper).seal)
    number = register_paper(
        actor=office.clerk,
        now=NOW,
        series=series,
        title="关于评议的通知",
        issued_on=date(2026, 1, 20),
    )
    return paper, number


def _copies(office: Office, paper: IssuedPaper) -> NumberedCopies:
    """The first copy of the circular, numbered by itself."""
    copies: NumberedCopies = NumberedCopies.objects.create(
        institution=office.institution,
        paper=paper,
        first=1,
        last=1,
        pdf=paper.pdf,
        words=paper.word,
        made_by_id=office.clerk.account_id,
        made_at=NOW,
    )
    return copies


def _decided(office: Office, counts: dict[str, dict[str, int]], choice: Choice) -> Review:
    """The first reporter has been voted on and her grade decided; all others are not voted on."""
    institution = office.institution
    first = office.hall.reporters[0]
    with scopes_disabled():
        Reporter.objects.filter(cycle=office.cycle).exclude(pk=first.pk).update(is_voted_on=False)
        for row, (top, bottom) in zip(office.hall.classes, ((3, 5), (2, 5)), strict=True):
            row.weight_numerator, row.weight_denominator = top, bottom
            row.save()
    counter = make_actor(institution, "counter")
    make_counted_voting(office.hall.meeting, {first.pk: counts}, actor=counter)
    review = Review(
        institution=institution,
        cycle=office.cycle,
        meeting=office.hall.meeting,
        reporters=office.hall.reporters,
        clerk=office.clerk,
        leader=make_actor(institution, "leader"),
        counter=counter,
        scrutineer=make_actor(institution, "scrutineer"),
    )
    review.take()
    review.decide({0: choice}, decided_on=date(2026, 1, 19))
    review.write()
    return review

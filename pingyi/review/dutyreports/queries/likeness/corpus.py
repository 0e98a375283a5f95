"""The texts that are compared with each other: those handed in this year, and those of the years before."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from pingyi.core.words import Words
from pingyi.review.cycles.domain.settings import ReviewSettings
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries import settings_of
from pingyi.review.dutyreports.domain.likeness import ALGORITHM, LikenessRules, Part, Text
from pingyi.review.dutyreports.domain.states import ReportState
from pingyi.review.dutyreports.models import DutyReport, ProblemAnswer, ReportSection
from pingyi.review.dutyreports.queries.outlines import outlines_of

YEARS_BACK = 3
HANDED_IN = (ReportState.SUBMITTED, ReportState.ACCEPTED)


@dataclass(frozen=True)
class Corpus:
    """`titles` by report and part. `known`: words of the form and of the problems asked, nobody's own. `here`: the
    reports of this cycle."""

    texts: tuple[Text, ...]
    titles: dict[tuple[int, str], str]
    known: tuple[str, ...]
    rules: LikenessRules
    here: frozenset[int]

    @cached_property
    def fingerprint(self) -> str:
        """Of everything that the result depends on."""
        rules = [ALGORITHM, self.rules.min_signs, str(self.rules.common_share)]
        texts = [[text.key, text.author, _parts(text)] for text in self.texts]
        return _digest([rules, sorted(self.known), texts])


def corpus_for(cycle: Cycle, *, also: Collection[int] = ()) -> Corpus:
    """What is compared in this cycle: reports that were handed in, of this year and of `YEARS_BACK` years before, by
    the same convenor. A draft is nobody else's business: it is there only for who asks about it (`also`). Six queries.
    """
    earlier = Q(reporter__cycle__year__lt=cycle.year, reporter__cycle__year__gte=cycle.year - YEARS_BACK)
    reports = list(
        DutyReport.objects.filter(
            Q(Q(reporter__cycle=cycle) | earlier, state__in=HANDED_IN) | Q(pk__in=also),
            reporter__cycle__convenor=cycle.convenor_id,
        )
        .order_by("pk")
        .values_list("pk", "reporter__organisation_id", "reporter__cycle_id")
    )
    keys = [key for key, _, _ in reports]
    parts: defaultdict[int, list[Part]] = defaultdict(list)
    titles: dict[tuple[int, str], str] = {}
    known: set[str] = set()
    for answer in (
        ProblemAnswer.objects.filter(report__in=keys)
        .exclude(text="")
        .select_related("problem__cycle")
        .order_by("report_id", "problem_id")
    ):
        part = Part(f"answer-{answer.problem_id}", answer.text)
        parts[answer.report_id].append(part)
        titles[answer.report_id, part.name] = Words(
            "{year}年度第{number}个问题", year=answer.problem.cycle.year, number=answer.problem.number
        )
        known.add(answer.problem.text)
    for section in ReportSection.objects.filter(report__in=keys).order_by("report_id", "sequence"):
        part = Part(f"text-{section.sequence}", section.text)
        parts[section.report_id].append(part)
        titles[section.report_id, part.name] = section.heading
        known.add(section.heading)
    for outline in outlines_of(cycle):
        known |= {words for section in outline.sections for words in (section.heading, section.guidance)}
    return Corpus(
        tuple(Text(key, organisation, tuple(parts[key])) for key, organisation, _ in reports),
        titles,
        tuple(sorted(known - {""})),
        rules_of(settings_of(cycle)),
        frozenset(key for key, _, cycle_id in reports if cycle_id == cycle.pk),
    )


def rules_of(settings: ReviewSettings) -> LikenessRules:
    return LikenessRules(settings.likeness_min_chars, settings.likeness_common_share or None)


def fingerprint_of_text(text: Text) -> str:
    """Of the words of one report alone."""
    return _digest(_parts(text))


def _parts(text: Text) -> list[list[str]]:
    return [[part.name, part.text] for part in text.parts]


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()

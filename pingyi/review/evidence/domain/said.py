"""The numbers of one clause, and what it says of each month, of all, of none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from pingyi.review.evidence.domain.claim import Bound, Claim, Shape, Target
from pingyi.review.evidence.domain.clauses import Clause, Sentence
from pingyi.review.evidence.domain.lexicon import (
    ABOUT_AFTER,
    ABOUT_BEFORE,
    ALL,
    AT_LEAST_AFTER,
    AT_LEAST_BEFORE,
    COUNTED_ONES,
    DID,
    DUE,
    EACH,
    NOTHING,
    SOLVED,
    UNIT,
)
from pingyi.review.evidence.domain.numerals import Form, Numeral, chinese_value
from pingyi.review.evidence.domain.subjects import permitted, subject_of
from pingyi.review.evidence.domain.vocabulary import NOTHING_STATED, Subject

_SHAPES = {Form.COUNT: Shape.COUNT, Form.RATIO: Shape.RATIO, Form.SHARE: Shape.SHARE}
_MODIFIER = "余多来"


def said_in(key: str, sentence: Sentence, clause: Clause, carried: Subject) -> Iterator[Claim]:
    """What the clause claims besides deeds; `carried` is what the clause before spoke of."""
    said = _Said(key, sentence, clause, carried)
    found = [one for one in (said.each(), said.whole(), *said.none()) if one is not None]
    yield from found
    for numeral in clause.numerals:
        start = clause.start + numeral.start
        # The numbers of 每月两次 and 一次不落 are said with them; 全部14个 counts what is all.
        if not any(one.start <= start < one.end for one in found):
            yield from said.number(numeral)


@dataclass(frozen=True)
class _Said:
    key: str
    sentence: Sentence
    clause: Clause
    carried: Subject

    def each(self) -> Claim | None:
        """每月召开, 按季开, 每月两次. A share beside it (按月召开率94%) says more."""
        found = EACH.search(self.clause.text)
        if found is None or any(one.form is not Form.COUNT for one in self.clause.numerals):
            return None
        subject = self._plain_subject()
        if not subject.codes and not DID.search(self.clause.text):
            return None
        said = found["every"] or found["by"] or found["twice"][0]
        times = _times(found["count"])
        end = found.end() if found["count"] else (found.start("between") if found["between"] else found.end())
        return self._claim(found.start(), end, Shape.EACH, subject, number=Fraction(times), period=said[0])

    def whole(self) -> Claim | None:
        """全部, 全覆盖, 一次不落: of the deed that the clause names."""
        found = ALL.search(self.clause.text)
        if found is None:
            return None
        subject = self._plain_subject()
        solved = SOLVED.search(self.clause.text, found.end())
        if not subject.codes and solved is None and not DID.search(self.clause.text):
            return None
        end = solved.end() if solved else found.end()
        return self._claim(found.start(), end, Shape.WHOLE, subject)

    def none(self) -> Iterator[Claim]:
        """没有逾期, 无反弹."""
        for one in self.clause.mentions:
            before = NOTHING.search(self.clause.text[: one.start])
            if one.subject.is_less and before:
                subject = permitted(one.subject, self.clause, self.sentence)
                yield self._claim(before.start(), one.end, Shape.NONE, subject)

    def number(self, numeral: Numeral) -> Iterator[Claim]:
        """One number, if it counts something."""
        text = self.clause.text
        unit, end = _unit(text, numeral)
        if numeral.form is Form.COUNT and not unit:
            return
        subject = subject_of(self.clause, self.sentence, numeral, unit, end, self.carried)
        target = _target(text, numeral, end, subject)
        if target is Target.OUT_OF and not self._names(subject):
            # “3个问题中2个已销号，1个……”: which one, the clause does not say.
            subject = NOTHING_STATED
        # 100% is all.
        shape = Shape.WHOLE if numeral.form is Form.SHARE and numeral.value == 1 else _SHAPES[numeral.form]
        bound = _bound(text[: numeral.start], text[numeral.end :])
        yield self._claim(
            numeral.start,
            end,
            shape,
            subject,
            number=numeral.value,
            out_of=numeral.out_of,
            unit=unit,
            bound=bound,
            target=target,
            decimals=numeral.decimals,
        )

    def _names(self, subject: Subject) -> bool:
        return any(one.subject == subject for one in self.clause.mentions)

    def _plain_subject(self) -> Subject:
        """The deed of the clause: one, or several of which all are meant; else that of the clause before."""
        named = [
            one.subject for one in self.clause.mentions if not (one.subject.is_stock or one.subject.is_less)
        ]
        known = list(dict.fromkeys(one for one in named if one.codes))
        if not known:
            found = self.carried if not named else NOTHING_STATED
        elif len(known) == 1:
            found = known[0]
        else:
            codes = tuple(code for one in known for code in one.codes)
            found = Subject(codes, is_together=True)
        return permitted(found, self.clause, self.sentence)

    def _claim(
        self,
        start: int,
        end: int,
        shape: Shape,
        subject: Subject,
        *,
        number: Fraction = Fraction(0),
        out_of: int | None = None,
        unit: str = "",
        bound: Bound = Bound.EXACT,
        target: Target = Target.VALUE,
        decimals: int | None = 0,
        period: str = "",
    ) -> Claim:
        return Claim(
            section=self.key,
            start=self.clause.start + start,
            end=self.clause.start + end,
            quote=self.clause.text[start:end],
            sentence=self.sentence.text.strip(),
            shape=shape,
            subject=subject,
            number=number,
            out_of=out_of,
            unit=unit,
            bound=bound,
            target=target,
            decimals=decimals,
            period=period,
        )


def _times(said: str | None) -> int:
    if not said:
        return 1
    return int(said) if said.isdecimal() else chinese_value(said) or 1


def _unit(text: str, numeral: Numeral) -> tuple[str, int]:
    """The word behind a number without 余 and 多, and where it ends; empty where the number counts nothing."""
    if numeral.form is not Form.COUNT:
        return "", numeral.end
    found = UNIT.match(text, numeral.end)
    if found is None:
        return "", numeral.end
    unit = found.group().lstrip(_MODIFIER)
    is_article = text[numeral.start : numeral.end] == "一" and unit not in COUNTED_ONES
    return ("", numeral.end) if is_article else (unit, found.end())


def _bound(before: str, behind: str) -> Bound:
    if AT_LEAST_BEFORE.search(before) or AT_LEAST_AFTER.search(behind):
        return Bound.AT_LEAST
    if ABOUT_BEFORE.search(before) or ABOUT_AFTER.search(behind):
        return Bound.ABOUT
    return Bound.EXACT


_NEXT_WORDS = re.compile(r"[^、，。]{0,6}")


def _target(text: str, numeral: Numeral, end: int, subject: Subject) -> Target:
    """应开168次 and 3个问题 speak of what there was; 办结7项 of what was done."""
    if DUE.search(text[: numeral.start]):
        return Target.OUT_OF
    if not (subject.is_problem or subject.is_task):
        return Target.VALUE
    if SOLVED.search(text[max(0, numeral.start - 8) : numeral.start].rstrip("了")):
        return Target.VALUE
    behind = _NEXT_WORDS.match(text, end)
    words = behind.group() if behind else ""
    is_solved = SOLVED.match(words.removeprefix("已")) is not None
    return Target.VALUE if is_solved else Target.OUT_OF

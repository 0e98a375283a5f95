"""The two schemes of credit lines: three reviews with their proofs, or source, writer, editor and approver."""

from collections.abc import Mapping
from enum import StrEnum

from pingyi.publishing.domain.drafting.facts import Credit
from pingyi.publishing.domain.reviewing.steps import Kind, Step


class CreditScheme(StrEnum):
    THREE_STEPS = "three_steps"
    SOURCE_TO_APPROVER = "source_to_approver"


# Between the word and the name, as each scheme writes it.
MARKS = {CreditScheme.THREE_STEPS: "：", CreditScheme.SOURCE_TO_APPROVER: "|"}
COMBINED_ROLES = {1: "初审初校", 2: "复审复校", 3: "终审终校"}
REVIEW_ROLES = {1: "初审", 2: "复审", 3: "终审"}
PROOF_ROLES = {1: "一校", 2: "二校", 3: "三校"}


def credits_of(
    scheme: CreditScheme, *, source: str, writer: str, names: Mapping[Step, str]
) -> tuple[Credit, ...]:
    """The lines of the scheme. Nobody named yet leaves the name empty.

    In the second scheme the writer may be the editor as well; the approver is another (the database sees to that).
    """
    if scheme is CreditScheme.SOURCE_TO_APPROVER:
        return (
            Credit("来源", source),
            Credit("图文", writer),
            Credit("责编", names.get(Step(Kind.REVIEW, 1), "")),
            Credit("审定", names.get(Step(Kind.REVIEW, 3), "")),
        )
    found: list[Credit] = []
    for level, together in COMBINED_ROLES.items():
        reviewer, reader = names.get(Step(Kind.REVIEW, level), ""), names.get(Step(Kind.PROOF, level), "")
        if reviewer == reader:
            found.append(Credit(together, reviewer))
        else:
            found += [Credit(REVIEW_ROLES[level], reviewer), Credit(PROOF_ROLES[level], reader)]
    return tuple(found)

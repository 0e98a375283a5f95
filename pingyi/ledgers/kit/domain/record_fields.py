"""What every ledger asks for its records, its files and the numbers of its rules, and what comes by itself."""

from pingyi.core.words import Words
from pingyi.ledgers.kit.domain.fields import (
    Consumer,
    Declaration,
    Derived,
    Field,
    Filler,
    Table,
    page,
    rule,
)

SETTINGS = page("ledger-setting-list", Words("规则"))
# One rule stands for all that ask for a number of the day.
IN_FORCE = rule("orglife.committee", Words("用到这个数的规则"))
Fillers = tuple[Filler, ...]
Readers = tuple[Consumer, ...]


def record_fields(subject: str, by: Fillers, *, happened: Readers, returned: Readers) -> tuple[Field, ...]:
    """What people fill in of a `LedgerRecord`: the day on which it happened, and why it was returned."""
    return (
        Field("happened_on", Words("日期"), f"{subject}.happened_on", by, happened),
        Field(
            "reason",
            Words("退回的理由"),
            f"{subject}.returned",
            (Filler.CHECKER,),
            returned,
            inputs=("reason",),
            columns=(),
        ),
    )


def record_derived(place: str) -> tuple[Derived, ...]:
    """What nobody fills in of a `LedgerRecord`; `place` says where its organisation comes from."""
    return (
        Derived("id"),
        Derived("institution"),
        Derived("organisation", Words("哪个单位的"), place),
        Derived("recorded_on", Words("哪天记的"), Words("记的那一刻，晚了自动标“补记”")),
        Derived("recorded_at"),
        Derived("recorded_by", Words("谁记的"), Words("登录的人")),
        Derived("state"),
        Derived("decided_at", Words("哪天确认或退回的"), Words("点确认、退回的那一刻")),
        Derived("decided_by", Words("谁确认或退回的"), Words("登录的人")),
    )


def evidence_table(name: str, subject: str, by: Fillers, *, shown: Readers, file: Readers) -> Table:
    """The files of a ledger's records (`LedgerEvidence`)."""
    return Table(
        name,
        Words("照片和材料"),
        (
            Field("file", Words("文件"), f"{subject}.file", by, file),
            Field("description", Words("说明"), f"{subject}.description", by, shown),
        ),
        (
            Derived("id"),
            Derived("institution"),
            Derived("record"),
            Derived("added_at"),
            Derived("added_by", Words("谁传的"), Words("登录的人")),
        ),
        written="added_at",
        place="record__organisation",
    )


KIT_FIELDS = Declaration(
    "kit",
    (
        Table(
            "LedgerSetting",
            Words("本单位定的数"),
            (
                Field(
                    "value",
                    Words("定成多少"),
                    "setting.value",
                    (Filler.CLERK,),
                    (IN_FORCE, SETTINGS),
                ),
                Field(
                    "effective_from",
                    Words("从哪天起"),
                    "setting.effective_from",
                    (Filler.CLERK,),
                    (IN_FORCE, SETTINGS),
                ),
                Field("reason", Words("依据"), "setting.reason", (Filler.CLERK,), (SETTINGS,)),
            ),
            (
                Derived("id"),
                Derived("institution"),
                Derived("ledger", Words("哪本台账"), Words("点开的那一条")),
                Derived("key", Words("哪一条规则"), Words("点开的那一条")),
                Derived("set_by", Words("谁定的"), Words("登录的人")),
                Derived("set_at"),
            ),
            written="set_at",
        ),
    ),
    told={},
)

"""What a start-up check found: the database as it is against the allow-list, in words for the person who opens."""

from collections.abc import Mapping
from dataclasses import dataclass

from pingyi.core.words import Words, listed
from pingyi.review.ballots.domain.allowed_schema import ALLOWED, Index, Kind, Table


@dataclass(frozen=True)
class Finding:
    """One thing that is not on the allow-list. `stops` says that no voting may be opened until it is gone."""

    code: str
    message: str
    stops: bool = True


@dataclass(frozen=True)
class FoundColumn:
    """A column as the database describes it; `kind` is None if its type is not one of ours."""

    name: str
    kind: Kind | None
    declared: str
    has_default: bool = False
    is_computed: bool = False


@dataclass(frozen=True)
class FoundTable:
    columns: tuple[FoundColumn, ...]
    key: tuple[str, ...]
    # None stands for an index over an expression or over a part of the rows.
    indexes: frozenset[Index | None] = frozenset()
    triggers: tuple[str, ...] = ()
    # Things that only one kind of database knows: rules, publications, tables without rowid …
    oddities: tuple[str, ...] = ()


_ASK = Words("请系统管理员查清来历并去掉，再开启投票。")


def schema_findings(found: Mapping[str, FoundTable]) -> list[Finding]:
    """Everything in the ballot's tables that the allow-list does not know, and everything that it misses."""
    findings = [
        Finding("schema.table", Words("数据库里多了一张表 {name}。{ask}", name=name, ask=_ASK))
        for name in sorted(found.keys() - ALLOWED.keys())
    ]
    for name, allowed in ALLOWED.items():
        if name not in found:
            message = Words("数据库里少了表 {name}。请先升级数据库，再开启投票。", name=name)
            findings.append(Finding("schema.table_missing", message))
        else:
            findings += _table_findings(name, allowed, found[name])
    return findings


def _table_findings(name: str, allowed: Table, found: FoundTable) -> list[Finding]:
    findings = _column_findings(name, allowed, found)
    if found.key != ("id",):
        findings.append(
            Finding(
                "schema.key",
                Words(
                    "表 {name} 的主键变了：{value}。{ask}",
                    name=name,
                    value=", ".join(found.key) or Words("没有主键"),
                    ask=_ASK,
                ),
            )
        )
    findings += [
        Finding(
            "schema.index",
            Words(
                "表 {name} 多了一个索引：{index_words}。{ask}",
                name=name,
                index_words=_index_words(index),
                ask=_ASK,
            ),
        )
        for index in sorted(found.indexes, key=_index_words)
        if not _is_allowed(index, allowed)
    ]
    findings += [
        Finding(
            "schema.trigger",
            Words("表 {name} 上有触发器 {trigger}。{ask}", name=name, trigger=trigger, ask=_ASK),
        )
        for trigger in sorted(found.triggers)
    ]
    findings += [
        Finding("schema.oddity", Words("表 {name}：{oddity}。{ask}", name=name, oddity=oddity, ask=_ASK))
        for oddity in found.oddities
    ]
    return findings


def _column_findings(name: str, allowed: Table, found: FoundTable) -> list[Finding]:
    findings = []
    for column in found.columns:
        kind = allowed.columns.get(column.name)
        if kind is None:
            findings.append(
                Finding(
                    "schema.column",
                    Words("表 {name} 多了一列 {column}。{ask}", name=name, column=column.name, ask=_ASK),
                )
            )
        elif column.kind is not kind:
            message = Words(
                "表 {name} 的列 {column} 类型变了，现在是 {declared}。{ask}",
                name=name,
                column=column.name,
                declared=column.declared,
                ask=_ASK,
            )
            findings.append(Finding("schema.type", message))
        if column.has_default or column.is_computed:
            message = Words(
                "表 {name} 的列 {column} 会由数据库自己填值。{ask}", name=name, column=column.name, ask=_ASK
            )
            findings.append(Finding("schema.default", message))
    missing = allowed.columns.keys() - {column.name for column in found.columns}
    findings += [
        Finding(
            "schema.column_missing",
            Words("表 {name} 少了一列 {column}。请先升级数据库，再开启投票。", name=name, column=column),
        )
        for column in sorted(missing)
    ]
    return findings


def _is_allowed(index: Index | None, allowed: Table) -> bool:
    """A plain index over the columns of an allowed one is allowed too: PostgreSQL adds such for text search."""
    if index is None:
        return False
    return any(
        index.columns == known.columns and (known.is_unique or not index.is_unique)
        for known in allowed.indexes
    )


def _index_words(index: Index | None) -> str:
    if index is None:
        return Words("按表达式或部分行")
    return listed(index.columns) + (Words("（唯一）") if index.is_unique else "")

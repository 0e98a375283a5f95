"""Values in open formats, and the pages that explain them."""

import csv
import io
import json
from datetime import UTC, date, datetime
from typing import Any

from pingyi.archives.domain.catalogue import CATALOGUE, tables_for, tables_in_detail
from pingyi.archives.domain.explanation import NEVER, read_me, read_me_page, schema_page
from pingyi.archives.domain.manifest import Origin
from pingyi.archives.domain.plain import as_csv, as_json, plain
from pingyi.archives.domain.table import Table, columns

TABLE = Table("t", "表", "", "", columns("a||甲\nb|x__y|乙"))
ORIGIN = Origin(1, "ab" * 32, "示例大学", "中共<示例>委员会", 2025, "2025年度述职评议", 3, "")


def test_times_carry_the_zone_of_the_hall() -> None:
    assert plain(datetime(2026, 1, 16, 6, 30, tzinfo=UTC)) == "2026-01-16T14:30:00+08:00"
    assert plain(date(2026, 1, 16)) == "2026-01-16"
    assert plain(None) is None


def test_a_table_reads_back_from_csv_and_json() -> None:
    rows: list[dict[str, Any]] = [
        {"a": "=1+1", "b": '逗号,引号"'},
        {"a": True, "b": ["x"]},
        {"a": None, "b": -3},
        {"a": False, "b": "-"},
    ]
    read = list(csv.reader(io.StringIO(as_csv(TABLE, rows).decode("utf-8-sig"))))
    assert read == [["a", "b"], ["'=1+1", '逗号,引号"'], ["是", '["x"]'], ["", "-3"], ["否", "'-"]]
    assert json.loads(as_json(TABLE, rows)) == {"table": "t", "title": "表", "rows": rows}
    assert json.loads(as_json(TABLE, []))["rows"] == []


def test_a_column_without_a_path_is_the_field_itself() -> None:
    assert [(one.name, one.path, one.meaning) for one in TABLE.columns] == [
        ("a", "a", "甲"),
        ("b", "x__y", "乙"),
    ]


def test_every_table_and_column_is_explained_once() -> None:
    assert len({one.name for one in CATALOGUE}) == len(CATALOGUE)
    for table in CATALOGUE:
        assert table.title
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert all(column.meaning for column in table.columns)


def test_without_counts_no_table_of_counts_and_no_detail_of_one() -> None:
    assert not [one for one in tables_for(with_counts=False) if one.has_counts]
    assert tables_for(with_counts=True) == CATALOGUE
    silent = {one.model for one in CATALOGUE} - {one.model for one in tables_in_detail(with_counts=False)}
    assert {"appraisal.appraisalsnapshot", "appraisal.gradedecision", "ballots.handcount"} <= silent
    assert tables_in_detail(with_counts=True) == CATALOGUE


def test_the_explanation_says_how_to_check_and_what_is_not_inside() -> None:
    said = read_me(ORIGIN, made="第1份", has_counts=False, tables=[(TABLE, 4)])
    assert "sha256sum -c SHA256SUMS" in said
    assert "不含票数" in said
    assert "data/t.csv、.json　表，4行" in said
    assert all(words in said for words in NEVER)


def test_the_page_is_safe_and_names_every_document() -> None:
    page = read_me_page(
        ORIGIN, made="第1份", has_counts=True, tables=[(TABLE, 4)], documents=["documents/<x>.pdf"]
    )
    assert "含票数和得分，只供领导" in page
    assert 'href="documents/&lt;x&gt;.pdf"' in page
    assert "<示例>" not in page
    assert "<li>没有</li>" in read_me_page(ORIGIN, made="", has_counts=False, tables=[], documents=[])
    assert "<code>b</code></td><td>乙" in schema_page([TABLE])

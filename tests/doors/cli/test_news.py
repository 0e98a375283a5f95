"""`clean-news` and `read-news` as a person calls them."""

import json
from pathlib import Path

import pytest

from pingyi.publishing.domain.reading.news import KEYS
from tests.doors.cli.test_appraise_command import pingyi

SCRAPED = (
    "1月20日,學(xué)校黨委召開2023年度基層黨組織書記述職評議會,。黨委書記楊大樹主持會議并逐一點評,。"
    "9個黨組織書記進行現(xiàn)場述職,,推動?xùn)|北振興,。\n初審:楊 陽"
)


def written(folder: Path, text: str, encoding: str = "utf-8") -> str:
    path = folder / "news.txt"
    path.write_bytes(text.encode(encoding))
    return str(path)


def test_the_cleaned_text_stands_alone_on_stdout(tmp_path: Path) -> None:
    done = pingyi("clean-news", written(tmp_path, SCRAPED, "gb18030"), PYTHONIOENCODING="utf-8")
    assert done.returncode == 0
    assert done.stdout.decode() == (
        "1月20日，学校党委召开2023年度基层党组织书记述职评议会。党委书记杨大树主持会议并逐一点评。"
        "9个党组织书记进行现场述职，推动〔缺字，疑为“东”〕北振兴。\n初审：杨阳\n"
    )
    assert "建议：推动东北" in done.stderr.decode()


def test_as_json_every_change_and_damaged_place_is_listed(tmp_path: Path) -> None:
    done = pingyi("clean-news", "--json", written(tmp_path, SCRAPED))
    answer = json.loads(done.stdout)
    assert set(answer) == {"text", "changes", "damaged"}
    assert {"kind", "before", "after", "count", "line"} <= set(answer["changes"][0])
    assert [place["proposals"] for place in answer["damaged"]] == [["推动东北"]]


def test_reading_prints_all_keys_in_one_document(tmp_path: Path) -> None:
    done = pingyi("read-news", written(tmp_path, SCRAPED), "--json")
    answer = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert list(answer) == [*KEYS, "evidence"]
    assert (answer["chair"], answer["commentator"], answer["on_site"], answer["written"]) == (
        "杨大树",
        "杨大树",
        9,
        None,
    )
    assert answer["credits"] == [{"role": "初审", "name": "杨阳"}]


def test_a_text_about_something_else_ends_with_one(tmp_path: Path) -> None:
    done = pingyi("read-news", written(tmp_path, "今天天气很好。"), "--json", PYTHONIOENCODING="utf-8")
    assert done.returncode == 1
    assert json.loads(done.stdout) == {**dict.fromkeys(KEYS), "evidence": {}}
    assert "没有读出" in done.stderr.decode()


@pytest.mark.parametrize("verb", ["clean-news", "read-news"])
@pytest.mark.parametrize(
    ("content", "told"), [(None, "读不了文件"), (b"", "文件是空的"), (b"\0\1", "不是文本文件")]
)
def test_a_file_that_cannot_be_read_is_told_with_code_two(
    verb: str, content: bytes | None, told: str, tmp_path: Path
) -> None:
    path = tmp_path / "news.txt"
    if content is not None:
        path.write_bytes(content)
    done = pingyi(verb, str(path), PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode()

"""The command line finds its verbs and tells wrong use in plain words, on stderr, with code 2."""

from argparse import ArgumentParser

import pytest

from pingyi.doors.cli import main as cli
from pingyi.doors.cli.main import main
from pingyi.doors.cli.words import Parser, in_chinese
from tests.doors.cli.test_appraise_command import pingyi


def test_no_verb_shows_what_there_is() -> None:
    done = pingyi(PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stdout) == (2, b"")
    told = done.stderr.decode()
    assert "要写明做什么。" in told
    assert "appraise" in told


def test_an_unknown_verb_is_named() -> None:
    done = pingyi("aprase", PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "没有“aprase”这个命令。" in done.stderr.decode()


@pytest.mark.parametrize("words", [["main"], ["../main"], ["__init__"], ["--version"], [""]])
def test_only_verbs_are_verbs(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert f"没有“{words[0]}”这个命令。" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["serve", "demo", "doctor"])
@pytest.mark.parametrize("port", ["0", "65536", "-1", "x"])
def test_a_port_that_no_computer_has_is_wrong_use(
    verb: str, port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([verb, "--port", port])
    assert ended.value.code == 2
    assert f"--port 不能是 '{port}'" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["help", "--help", "-h"])
def test_help_is_an_answer(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word]) == 0
    shown = capsys.readouterr()
    assert "按规则由票数算出得分、等次和名次" in shown.out
    assert shown.err == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["appraise"], "还缺：FILE"),
        (["appraise", "a.json", "b.json"], "用不上：b.json"),
        (["appraise", "a.json", "--fast"], "用不上：--fast"),
    ],
)
def test_wrong_arguments_are_told(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    shown = capsys.readouterr()
    assert told in shown.err
    assert "用法：pingyi appraise" in shown.err
    assert shown.out == ""


def test_help_of_a_verb_is_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["appraise", "--help"])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert "用法：pingyi appraise" in shown
    assert "要写的：" in shown
    assert "可以加的：" in shown
    assert "options:" not in shown


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("argument --port: expected one argument", "--port 后面缺一个值"),
        ("argument --port: invalid int value: 'x'", "--port 不能是 'x'"),
        (
            "argument --mode: invalid choice: 'x' (choose from 'code', 'paper')",
            "--mode 不能是 'x'，只能是 'code', 'paper'",
        ),
        ("something new", "something new"),
    ],
)
def test_sentences_of_the_parser(english: str, chinese: str) -> None:
    assert in_chinese(english) == chinese


def test_a_refusal_is_told_without_a_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from pingyi.core.errors import Refused

    class Verb:
        summary = "拒绝"

        def add_arguments(self, parser: ArgumentParser) -> None:
            assert isinstance(parser, Parser)

        def run(self, options: object) -> int:
            raise Refused("票箱已经关闭。请联系计票人。", code="box.closed")

    monkeypatch.setattr(cli, "load", lambda name: Verb())
    assert main(["appraise"]) == 2
    assert capsys.readouterr().err == "票箱已经关闭。请联系计票人。\n"

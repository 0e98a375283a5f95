"""`rehearse`: plays one whole review through the HTTP doors of its own server and writes every document."""

import json
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from pingyi.doors.cli.rehearsal.office import Stuck
from pingyi.doors.cli.rehearsal.play import Play
from pingyi.doors.cli.rehearsal.script import whole_review
from pingyi.doors.cli.rehearsal.server import OwnServer, running
from pingyi.doors.cli.rehearsal.stages.results import categories
from pingyi.doors.cli.scenarios import SCENARIOS
from pingyi.doors.cli.scenarios.people import make_cast
from pingyi.doors.cli.scenarios.turnout import FEWEST_PER_CLASS, TooFewVoters, TooManyVoters

summary = "把一次评议从方案演练到归档，写出全部文书"
GOOD, NOT_GOOD, WRONG_USE = 0, 1, 2
VOTERS = 200
MODES = ("code", "paper", "sealed")


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--scenario", required=True, choices=sorted(SCENARIOS), help="照哪一场会演练")
    parser.add_argument("--out", required=True, type=Path, help="文书写到哪个文件夹")
    parser.add_argument("--mode", choices=MODES, default="code", help="怎么投票，默认 code（匿名码）")
    parser.add_argument("--voters", type=int, default=VOTERS, help=f"到会投票多少人，默认 {VOTERS}")
    parser.add_argument("--seed", type=int, default=1, help="同一个数得到同样的人名、文字和票")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: Namespace) -> int:
    """Exit 1 when the play got stuck, 2 for too few voters, a mode that is not there yet, or an unusable folder."""
    if options.mode == "sealed":
        return _wrong(options, "mode", "密封计票还没有做好，现在能演练 code（匿名码）和 paper（纸质票）。")
    scenario = SCENARIOS[options.scenario]
    try:
        cast = make_cast(scenario, options.voters, options.seed)
    except TooFewVoters as few:
        sentence = f"投票的人太少。{len(scenario.classes)}类，每类至少{FEWEST_PER_CLASS}人，一共至少{few.minimum}人。"
        return _wrong(
            options, "voters", f"{sentence}请写 --voters {few.minimum} 或更多。", minimum=few.minimum
        )
    except TooManyVoters as many:
        return _wrong(options, "voters", f"投票的人太多，最多{many.maximum}人。", maximum=many.maximum)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return _wrong(options, "out", f"文件夹 {options.out} 建不了：{error.strerror}。请换一个。")
    with tempfile.TemporaryDirectory(prefix="pingyi-rehearsal-") as folder:
        return _perform(
            options, Play(scenario, cast, options.mode, options.seed, OwnServer(Path(folder)), options.out)
        )


def _perform(options: Namespace, play: Play) -> int:
    try:
        with running(play.server):
            whole_review(play)
        play.keep_file(".", "演练说明.txt", _notes(options, play).encode())
    except Stuck as stuck:
        print(f"演练停在半路：{stuck}\n{play.server.last_words()}", file=sys.stderr)
        return NOT_GOOD
    told = {
        "scenario": options.scenario,
        "mode": options.mode,
        "seed": options.seed,
        "voters": options.voters,
        "reporters": len(play.reporters),
        "on_site": len(play.scenario.on_site),
        "written": len(play.scenario.written),
        "categories": categories(play),
        "stages": play.seconds,
        "files": sorted(play.files),
    }
    notes = _notes(options, play)
    print(f"{notes}{len(play.files)}份文书写在 {options.out}。", file=sys.stderr)
    if options.json:
        print(json.dumps(told, ensure_ascii=False))
    return GOOD


def _notes(options: Namespace, play: Play) -> str:
    """What was played, and everything that no report tells and had to be assumed."""
    lines = [
        f"{play.scenario.institution}{play.scenario.meeting}，演练。",
        f"现场述职{len(play.scenario.on_site)}人，书面述职{len(play.scenario.written)}人，{options.voters}人投票。",
        "报道没有写、演练时假定的：",
        *(f"  {line}" for line in play.scenario.assumptions),
    ]
    return "\n".join(lines) + "\n"


def _wrong(options: Namespace, path: str, message: str, **more: int) -> int:
    if options.json:
        print(json.dumps({"error": {"path": path, "message": message, **more}}, ensure_ascii=False))
    else:
        print(message, file=sys.stderr)
    return WRONG_USE

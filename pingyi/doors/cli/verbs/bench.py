"""`bench NAME`: measures one thing on this machine, against a named peer in the same run where there is one."""

import importlib
import pkgutil
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

summary = "测一项性能，和同一次运行里的参照物比"

ROOT = Path(__file__).resolve().parents[4]
NOT_GOOD = 1


def add_arguments(parser: ArgumentParser) -> None:
    """The name of a benchmark."""
    parser.add_argument("NAME", choices=names(), help="测哪一项")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: Namespace) -> int:
    """Runs it; 1 if what was measured does not keep what is promised."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    figures = importlib.import_module(f"bench.{options.NAME}").bench(as_json=options.json)
    return NOT_GOOD if figures.get("good") is False else 0


def names() -> list[str]:
    """Modules of the folder `bench` that offer `bench(as_json)`."""
    found = []
    for module in pkgutil.iter_modules([str(ROOT / "bench")]):
        text = (ROOT / "bench" / f"{module.name}.py").read_text(encoding="utf-8")
        if "\ndef bench(" in text:
            found.append(module.name)
    return found

"""What the product imports is declared, what is declared is used and explained, what is locked is what is declared."""

import re
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
# Loaded by name, not by an import statement of ours.
LOADED_BY_NAME = {"defusedxml", "psycopg", "whitenoise"}


def name_of(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return found[0].lower().replace("_", "-")


def imported(folders: Iterable[str]) -> set[str]:
    """The distributions behind every import statement, indented ones too."""
    pattern = re.compile(r"^\s*(?:from|import) ([A-Za-z_]\w*)", re.MULTILINE)
    modules = {
        module
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        for module in pattern.findall(path.read_text("utf-8"))
    }
    modules -= {"pingyi", "tests", "tools", "run"} | set(sys.stdlib_module_names)
    found = packages_distributions()
    return {name_of(found[module][0]) for module in modules if module in found}


def test_the_product_imports_what_is_declared_and_declares_what_it_imports() -> None:
    declared = {name_of(requirement) for requirement in PROJECT["project"]["dependencies"]}

    assert imported(["pingyi"]) | LOADED_BY_NAME == declared


def test_every_dependency_says_what_it_is_for() -> None:
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    requirements = [line for line in lines if re.match(r'    "[a-z][\w.\[\]-]*[=<>]=', line)]

    assert len(requirements) > 20
    assert [line for line in requirements if "# " not in line] == []


def test_the_exported_requirements_have_the_versions_of_the_lock() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
    locked = {
        f"{package['name']}=={package['version']}" for package in lock["package"] if "version" in package
    }

    for path in (ROOT / "requirements").glob("*.txt"):
        pinned = re.findall(r"^([a-z0-9-]+==[^\s\\;]+)", path.read_text(), re.MULTILINE)
        assert pinned
        assert set(pinned) <= locked, path.name


def test_every_declared_dependency_is_locked() -> None:
    pinned = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements" / "runtime.txt").read_text(), re.MULTILINE)

    assert {name_of(requirement) for requirement in PROJECT["project"]["dependencies"]} <= set(pinned)

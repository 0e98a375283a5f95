"""The tree of organisations, as identities and parents only."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar

Key = TypeVar("Key", bound=Hashable)
Node = TypeVar("Node")

MAX_DEPTH = 20
MAX_PATH = 600


def is_below(key: Key, ancestor: Key, parents: Mapping[Key, Key | None]) -> bool:
    """Whether `ancestor` stands on the way from `key` to the root (or is `key` itself)."""
    seen: set[Key] = set()
    here: Key | None = key
    while here is not None and here not in seen:
        if here == ancestor:
            return True
        seen.add(here)
        here = parents.get(here)
    return False


def circles(parents: Mapping[Key, Key | None]) -> list[Key]:
    """Those who are their own ancestors."""
    sound: set[Key] = set()
    bad: list[Key] = []
    for start in parents:
        way: list[Key] = []
        here: Key | None = start
        while here is not None and here not in sound and here not in way:
            way.append(here)
            here = parents.get(here)
        if here is not None and here in way:
            bad.extend(key for key in way[way.index(here) :] if key not in bad)
        sound.update(way)
    return bad


def paths_below(path: str, old_path: str, below: Iterable[str]) -> dict[str, str]:
    """New paths of a subtree whose root went from `old_path` to `path`."""
    return {old: path + old[len(old_path) :] for old in below}


def in_tree_order(
    nodes: Iterable[Node],
    *,
    key: Callable[[Node], Any],
    parent: Callable[[Node], Any],
    order: Callable[[Node], Any],
) -> list[tuple[Node, int]]:
    """All nodes with their depth, children after their parent. Nodes whose parent is not among them are roots."""
    nodes = list(nodes)
    known = {key(node) for node in nodes}
    children: dict[Any, list[Node]] = {}
    for node in sorted(nodes, key=order):
        above = parent(node)
        children.setdefault(above if above in known else None, []).append(node)
    listed: list[tuple[Node, int]] = []
    waiting = [(node, 0) for node in reversed(children.get(None, []))]
    while waiting:
        node, depth = waiting.pop()
        listed.append((node, depth))
        waiting.extend((child, depth + 1) for child in reversed(children.get(key(node), [])))
    return listed

"""Every address of the office, read off its URLs: whoever adds a page is tested without being asked."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from http import HTTPStatus
from typing import Any

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse


@cache
def office_patterns() -> dict[str, tuple[str, ...]]:
    """Name of the address → names of its variable parts."""
    (office,) = (
        one
        for one in get_resolver().url_patterns
        if isinstance(one, URLResolver) and one.app_name == "office"
    )
    return dict(_named(office))


def office_address(name: str, numbers: Mapping[str, int | str]) -> str:
    """The address with these numbers in it."""
    parts = office_patterns()[name]
    return reverse(f"office:{name}", kwargs={part: numbers[part] for part in parts})


_takes_forms_only: set[str] = set()


def looked_at(
    browser: Client, names: Iterable[str], numbers: Mapping[str, int | str]
) -> Iterator[tuple[str, Any]]:
    """Name and answer of every address that can be looked at. What only takes forms is asked once in a run."""
    for name in names:
        if name in _takes_forms_only:
            continue
        answer = browser.get(office_address(name, numbers))
        if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            _takes_forms_only.add(name)
        else:
            yield name, answer


def _named(resolver: URLResolver) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _named(one)
        elif isinstance(one, URLPattern):
            assert one.name, one
            yield one.name, tuple(one.pattern.converters)

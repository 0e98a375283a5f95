"""What a page says to somebody who only reads: its words, without the forms in which one fills in."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from django.test import Client
from django.urls import get_resolver, reverse

FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
Places = Mapping[str, Callable[[], Iterable[object]]]


def page_words(browser: Client, name: str, places: Places, queries: Sequence[str] = ("",)) -> Iterator[str]:
    """The page of this address name about everything that it can be about; `places` are values for the parts of its
    address, read when they are needed.
    """
    _, office = get_resolver().namespace_dict["office"]
    ((_, parts),) = office.reverse_dict.getlist(name)[0][0]
    for values in product(*(list(places[part]()) for part in parts)):
        for query in queries:
            answer = browser.get(reverse(f"office:{name}", args=values) + query)
            assert answer.status_code == 200, (name, values, answer.status_code)
            (main,) = MAIN.findall(answer.content.decode())
            yield FORM.sub("", main)

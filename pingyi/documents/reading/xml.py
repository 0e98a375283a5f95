"""Small steps through the XML of a Word file. Names are compared without their namespace: there are two of them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element


def name_of(element: Element) -> str:
    """paragraph properties come as {http://…}pPr or as {http://purl…}pPr: both are pPr."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element | None, name: str) -> Iterator[Element]:
    if element is not None:
        yield from (one for one in element if name_of(one) == name)


def child(element: Element | None, *path: str) -> Element | None:
    for name in path:
        element = next(children(element, name), None)
    return element


def value_of(element: Element | None, attribute: str = "val") -> str:
    """An attribute whatever its namespace; empty where there is none."""
    if element is None:
        return ""
    return next((text for name, text in element.attrib.items() if name.rpartition("}")[2] == attribute), "")

"""Elements of WordprocessingML."""

from xml.etree import ElementTree as ET

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

ET.register_namespace("w", WORD)
ET.register_namespace("r", RELATIONS)

Element = ET.Element


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """An element of the main namespace with its attributes in it; children that are None are left out."""
    element = Element(
        f"{{{WORD}}}{tag}", {f"{{{WORD}}}{name}": str(value) for name, value in attributes.items()}
    )
    element.extend(child for child in children if child is not None)
    return element


def to_bytes(root: Element) -> bytes:
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres / 25.4 * 1440)

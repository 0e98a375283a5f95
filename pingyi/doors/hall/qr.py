"""QR codes on screens: the hall's network and addresses. A voter's credential is never among them."""

import segno
from django.utils.safestring import SafeString, mark_safe
from segno.helpers import make_wifi


def network_qr(name: str, password: str) -> SafeString:
    """The code with which a phone joins the hall's wireless network."""
    return _draw(make_wifi(ssid=name, password=password or None, security="WPA" if password else None))


def address_qr(address: str) -> SafeString:
    return _draw(segno.make(address, error="m", micro=False))


def _draw(code: segno.QRCode) -> SafeString:
    drawing = code.svg_inline(scale=4, border=2, omitsize=True, svgclass=None, lineclass=None)
    return mark_safe(drawing)  # noqa: S308 (drawn by segno: modules only, no words)

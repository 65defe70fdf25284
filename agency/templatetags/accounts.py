"""For the pages of accounts: a QR code that is drawn, since the policy shows no picture within an address, and devices."""

from typing import Any

import qrcode
from django import template

from agency.accounts.devices import device

register = template.Library()
QUIET = 4  # squares around it that stay empty, or cameras do not find it (ISO/IEC 18004)


register.filter(device)


@register.inclusion_tag("accounts/qr_code.html")
def qr_code(text: str) -> dict[str, Any]:
    """The code of the text, as the path of an SVG."""
    code = qrcode.QRCode(border=QUIET)
    code.add_data(text)
    rows = code.get_matrix()
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return {"squares": squares, "side": len(rows)}

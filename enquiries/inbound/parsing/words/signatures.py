"""Where a signature begins, and the lines by which phones advertise themselves."""

import re

DELIMITER = re.compile(r"^--[ \t]?$")
PGP = re.compile(r"^-----BEGIN PGP SIGNATURE-----$")
DEVICE = re.compile(
    r"^\W*(?:"
    r"(?:sent|enviad[oa]|envoyé|inviato|verzonden|verstuurd|skickat|sendt|gesendet|lähetetty|wysłane|wysłano|odesláno"
    r"|odoslané|elküldve|trimis|отправлено|надіслано|diese nachricht wurde)\b.{0,20}?\b"
    r"(?:from|via|with|using|by|von|mit|aus|über|de|depuis|avec|à partir|desde|da|dal|vanaf|van|met|från|fra|min|z|ze|zo"
    r"|с|из|з|laitteesta|meinem)\b.{0,60}?"
    r"\b(?:i?phone|i?pad|ipod|android|samsung|galaxy|huawei|xiaomi|pixel|nokia|blackberry|windows|outlook|yahoo|proton"
    r"|protonmail|gmail|mail|gmx|web\.de|aol|mobile|handy|smartphone|mobil\w*|telefon\w*|téléphone|móvil|cellulare|tablet"
    r"|device|hey|spark|fastmail|tutanota|mailbird|airmail|superhuman|one\.com)\b.{0,60}"
    r"|get outlook for (?:ios|android|mac).{0,60}|outlook für (?:ios|android).{0,60}"
    r"|télécharger outlook.{0,60}|obtener outlook.{0,60}|hol(?:e|en sie sich)? outlook.{0,60}"
    r"|von meinem (?:i?phone|i?pad|samsung|handy).{0,40} gesendet|(?:iphone|ipad)から送信|发自我的.{0,20}|從我的.{0,20}傳送"
    r"|나의 (?:iphone|ipad)에서 보냄|iphone'?umdan gönderildi|lähetetty iphonesta|sent from .{1,30}"
    r")\W*(?:<[^>]*>)?\W*$",
    re.IGNORECASE,
)


def begins(text: str) -> bool:
    """Whether the line is the sign that a signature follows: Usenet's (RFC 3676, section 4.3), or that of OpenPGP."""
    return bool(DELIMITER.match(text) or PGP.match(text.strip()))


def names_a_device(text: str) -> bool:
    return len(text) < 160 and bool(DEVICE.match(text.strip()))

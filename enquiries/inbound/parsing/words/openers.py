"""Lines that mail programs write above the mail that is answered, in the languages of their users.

Two kinds: a sentence (“On Monday Anna wrote:”) and a block of headers (“From: …, Sent: …, Subject: …”).
"""

import re
from collections.abc import Sequence
from itertools import islice

from enquiries.inbound.parsing.words.lines import Line

UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069*_]")
COLON = re.compile(r"[:：]\s*$")
MOST_LINES, LONGEST = 4, 400

ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+\.\w|@[\w-]+\.\w")
MOMENT = re.compile(r"\b\d{1,2}\s?[:.h]\s?\d{2}\b|\b(?:19|20)\d\d\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\d年|\d년")
WROTE = re.compile(
    r"\b(?:wrote|writes?|said|schrieb|écrit|escribió|escribiste|ha scritto|scrisse|schreef|geschreven|skrev|escreveu"
    r"|kirjoitti|napisał\w*|napsala?|napísala?|írta|написал\w*|пише|пишет|написав|a scris|έγραψε|yazdı|viết|menulis"
    r"|escrigué|va escriure|je napisao|je napisala|написа|rašė|rakstīja|kirjutas|ha escrito)\b"
    r"|写道|寫道|のメール|さんは書きました|작성|เขียนว่า|كتب|כתב|در تاریخ|लिखा",
    re.IGNORECASE,
)
BEGINS = re.compile(
    r"^(?:On|Am|Le|El|Il|Op|Em|Den|Dne|Dňa|W dniu|Dnia|Ti|To|Ke|Pe|Në|La|Pe|В|Στις|Vào|Pada|A|Vào|Quoting|Zitat von)\b",
)
# What stands above a forwarded or answered mail between dashes or alone, whatever follows.
BANNER = re.compile(r"^\W*[-_=—–]{2,}\s*[^\W\d_][^\n]{2,160}?\s*[-_=—–]{2,}\W*$")
ORIGINAL = re.compile(
    r"\b(?:original|ursprüngliche|origine|originale|oorspronkelijk|forwarded|weitergeleitet|transféré|reenviado|inoltrato"
    r"|doorgestuurd|vidarebefordra\w*|videresendt|przekazan\w*|encaminhada|пересылаем\w*|исходное)\b|原始|原文|转发|轉寄",
    re.IGNORECASE,
)
RULE = re.compile(r"^[_=—–-]{10,}$")
FORWARDED = re.compile(
    r"^(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)"
    r"|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht"
    r"|início da mensagem (?:reencaminhada|encaminhada)|vidarebefordrat brev|videresendt besked"
    r"|quoting [^\n]*|zitat von [^\n]*)\s*[:：]$",
    re.IGNORECASE,
)

FROM = (
    "from von de da van från fra lähettäjä od nadawca feladó kimden от від expéditeur remitente mittente afzender "
    "avsändare afsender odesílatel odosielateľ από отправитель pengirim 发件人 寄件者 寄件人 差出人 送信者 보낸사람 보낸 "
    "từ من מאת ผู้ส่ง จาก dari nuo no saatja prima gönderen"
)
WHEN = (
    "sent date gesendet datum envoyé enviado enviada inviato verzonden skickat sendt lähetetty wysłano odesláno "
    "odoslané elküldve gönderildi отправлено дата надіслано data fecha dato päivämäärä päiväys dátum tarih "
    "ημερομηνία trimis dátum 发送时间 寄件日期 送信日時 日付 日期 时间 보낸 날짜 đã gửi ngày تاريخ נשלח ส่ง วันที่ dikirim tanggal "
    "gesendet: verzenddatum fecha: išsiųsta σταλθηκε στάλθηκε"
)
SUBJECT = (
    "subject betreff objet asunto oggetto onderwerp ämne emne aihe temat předmět predmet tárgy konu тема "
    "assunto subiect θέμα 主题 主旨 件名 제목 chủ الموضوع נושא เรื่อง perihal"
)
OTHERS = (
    "to an à para a per aan till til vastaanottaja do komu címzett kime кому destinataire destinatario naar "
    "prejemnik cc kopie kopia kopi copie dw másolat bilgi копия bcc προς 收件人 抄送 宛先 받는 받는사람 참조 tới إلى אל ถึง "
    "kepada kam importance priority wichtigkeit reply-to attachments"
)
LABEL = re.compile(r"^\s*([^\W\d](?:[\w' .-]{0,24}[\w.])?)\s?[:：](?:\s|$)\s*(.*)$")
FROM_LABELS, WHEN_LABELS, SUBJECT_LABELS, OTHER_LABELS = (
    frozenset(names.split()) for names in (FROM, WHEN, SUBJECT, OTHERS)
)
# Between the lines of one block a list of recipients may go on for some lines.
FEWEST, MOST_OF_BLOCK, MOST_FOLDED = 3, 14, 3


def plain(text: str) -> str:
    """The line without the signs that nobody sees, and without those of bold letters."""
    return UNSEEN.sub("", text).strip()


def attribution(lines: Sequence[Line]) -> int:
    """How many of the last lines are the sentence that names the mail quoted below them; 0 when they are none."""
    found = 0
    texts: list[str] = []
    for line in islice(reversed(lines), MOST_LINES):
        if line.is_blank or line.depth != lines[-1].depth:
            break
        texts.insert(0, plain(line.text))
        text = " ".join(texts)
        if len(text) > LONGEST or not COLON.search(text):
            break
        if FORWARDED.match(text):
            return len(texts)
        is_balanced = text.count("<") >= text.count(">")
        if _goes_above(text, texts) if found else _could_be(text) and is_balanced:
            found = len(texts)
    return found


def _could_be(text: str) -> bool:
    """Answers, too, may end with a colon above what they answer, and name a time."""
    return _tells(text) > 1 or bool(WROTE.search(text)) or len(MOMENT.findall(text)) > 1


def _goes_above(text: str, texts: list[str]) -> bool:
    """Whether a sentence that seemed to be found whole has its beginning, with the time, in the line above."""
    below = " ".join(texts[1:])
    is_whole = bool(MOMENT.search(below)) and _tells(below) > 1
    return bool(BEGINS.match(text)) and bool(MOMENT.search(text)) and not is_whole


def _tells(text: str) -> int:
    """How many of the three it has of which such a sentence has two: who (an address), when, and that they wrote."""
    return bool(ADDRESS.search(text)) + bool(MOMENT.search(text)) + bool(WROTE.search(text))


def ends_with_attribution(lines: Sequence[Line]) -> bool:
    filled = len(lines)
    while filled and lines[filled - 1].is_blank:
        filled -= 1
    return bool(attribution(lines[max(filled - MOST_LINES, 0) : filled]))


def is_certain(lines: Sequence[Line]) -> bool:
    """Whether these lines name a mail so plainly that what stands below is that mail, though nothing marks it."""
    text = plain(" ".join(line.text for line in lines))
    if FORWARDED.match(text):
        return True
    has_all = bool(MOMENT.search(text)) and bool(WROTE.search(text))
    return has_all and (bool(ADDRESS.search(text)) or bool(BEGINS.match(text)))


def header_block(lines: Sequence[Line], place: int) -> int:
    """How many lines from `place` are the headers of a mail, with a banner or rule above; 0 when they are none."""
    begin = place
    banner = plain(lines[begin].text[:LONGEST])
    is_below_rule = bool(BANNER.match(banner) or RULE.match(lines[begin].text[:LONGEST].strip()))
    if is_below_rule:
        begin += 1
        while begin < len(lines) and lines[begin].is_blank and begin < place + 3:
            begin += 1
    found, end = _labels(lines, begin)
    if _is_block(found) or (is_below_rule and len(found) >= FEWEST):
        return end - place
    return 1 if is_below_rule and (ORIGINAL.search(banner) or _tells(banner) > 1) else 0


def _labels(lines: Sequence[Line], begin: int) -> tuple[list[tuple[str, str]], int]:
    """The labels of the block with what they say, and where it ends."""
    labels: list[tuple[str, str]] = []
    end, folded = begin, 0
    for place in range(begin, min(begin + MOST_OF_BLOCK, len(lines))):
        if lines[place].is_blank and not (labels and folded == 0 and _goes_on(lines, place)):
            break
        if found := LABEL.match(plain(lines[place].text)):
            labels.append((found[1].lower(), found[2]))
            end, folded = place + 1, 0
        elif not lines[place].is_blank:
            folded += 1
            if not labels or folded > MOST_FOLDED:
                break
    return labels, end


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    """Some programs put an empty line between one header and the next."""
    below = LABEL.match(plain(lines[place + 1].text)) if place + 1 < len(lines) else None
    return bool(below and set(below[1].lower().split()) & (WHEN_LABELS | SUBJECT_LABELS | OTHER_LABELS))


def _is_block(labels: list[tuple[str, str]]) -> bool:
    """Whether it names a sender first or second, by address or with a time and a subject, and little that mails have not.

    People write lists of their own: “Name: …, From: Leeds, Phone: …”, or “Date: …, From: 10:00, To: 12:00”.
    """
    kinds = [_kind(label) for label, _said in labels]
    if len(kinds) < FEWEST or FROM_LABELS not in kinds[:2] or kinds.count(None) * 3 > len(kinds):
        return False
    told = list(zip(kinds, (said for _label, said in labels), strict=True))
    has_address = any(kind is FROM_LABELS and ADDRESS.search(said) for kind, said in told)
    has_time = any(kind is WHEN_LABELS and MOMENT.search(said) for kind, said in told)
    return has_address or (has_time and SUBJECT_LABELS in kinds)


def _kind(label: str) -> frozenset[str] | None:
    """Of which kind a label is; some are of two words."""
    names = frozenset(label.split())
    known = (FROM_LABELS, WHEN_LABELS, SUBJECT_LABELS, OTHER_LABELS)
    return next((labels for labels in known if names & labels), None)

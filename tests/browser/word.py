"""What Word would put on the clipboard of a guide’s text."""

import re
import tomllib
from pathlib import Path

from articles.demo import loading

MARKER = "<!--StartFragment-->"
HEAD = (Path(__file__).parent / "clipboard" / "word-headings.txt").read_text().partition(MARKER)[0] + MARKER
BULLET = (
    "<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
    "<span lang=EN-GB style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>"
    "&nbsp;&nbsp;&nbsp;&nbsp;</span></span></span><![endif]><span lang=EN-GB>"
)
AS_IN_WORD = (
    (r'<a href="/[^>]*>(.*?)</a>', r"\1"),  # the page that it led to is on another site
    (r"</?(?:thead|tbody|ul|ol)>", ""),
    (r"<li>(.*?)</li>", BULLET + r"\1<o:p></o:p></span></p>"),
    (r"<p>(.*?)</p>", r"<p class=MsoNormal><span lang=EN-GB>\1<o:p></o:p></span></p>"),
    (r"<h2>(.*?)</h2>", r"<h1><span lang=EN-GB>\1<o:p></o:p></span></h1>"),
    (r"<h3>(.*?)</h3>", r"<h2><b><span lang=EN-GB>\1<o:p></o:p></span></b></h2>"),
    (r"<table>", "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>"),
    (r"<th[^>]*>(.*?)</th>", r"<td valign=top><p class=MsoNormal><b><span lang=EN-GB>\1</span></b></p></td>"),
    (r"<td>(.*?)</td>", r"<td valign=top><p class=MsoNormal><span lang=EN-GB>\1</span></p></td>"),
)


def copied(*guides: str) -> str:
    """The texts of these demo guides, one after the other, as if they had been written and copied in Word."""
    html = "".join(_texts(guide) for guide in guides)
    for pattern, replacement in AS_IN_WORD:
        html = re.sub(pattern, replacement, html, flags=re.DOTALL)
    return f"{HEAD}{html}<!--EndFragment--></body></html>"


def _texts(guide: str) -> str:
    blocks = tomllib.loads((loading.FOLDER / "guides" / f"{guide}.toml").read_text())["blocks"]
    return "".join(block["html"] for block in blocks if block["kind"] == "text")

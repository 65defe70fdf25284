"""Text damaged by encodings is found and repaired; text in any language that is right stays as it is."""

import gettext
from datetime import date
from io import BytesIO
from pathlib import Path

import django
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.document import (
    CallToAction,
    Document,
    Figure,
    FinalTakeaway,
    Image,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    Quote,
    Text,
    richtext,
)
from articles.gate.checks.wording import encoding, lost_characters
from articles.gate.checks.wording.encoding import repair, repaired
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText
from tests import cast
from tests.articles.documents import documents

FACTS = SiteContext(today=date(2026, 11, 24))
IMAGE = Image(name="pictures/desk.webp", width=1600, height=900)
THAI, WESTERN = "cp874", "cp1252"
# Damaged text: as it was, and the encoding that UTF-8 was taken for.
DAMAGED = [
    ("£40,000 – £60,000+", THAI),
    ("12–24 months", THAI),
    ("A 360° view of the market", THAI),
    ("A café in Zürich", THAI),
    ("£40,000 – £60,000+", WESTERN),
    ("“It’s fine,” she said… and it was.", WESTERN),
    ("José Muñoz moved from Zürich to Málaga", WESTERN),
    ("Siobhán and Michał met Zoë in Kraków", WESTERN),
    ("The ® and ™ signs, ½ a day, 20 °C, ±5%", WESTERN),
    ("Nguyễn leads the team 🎉", WESTERN),
    ("Иван Петёв leads the team", WESTERN),
    ("It costs €400 – or £350", "cp1250"),
    ("We’re paid £450 a day", "cp1251"),
    ("We’re paid £450 a day", "cp1253"),
    ("We’re paid £450 a day", "cp1254"),
    ("We’re paid £450 a day", "cp1255"),
    ("We’re paid £450 a day", "cp1256"),
    ("We’re paid £450 a day", "cp1257"),
    ("We’re paid £450 a day", "cp1258"),
    ("We’re paid £450 a day in a café", "mac_roman"),
    ("We’re paid £450 a day in a café", "cp437"),
    ("We’re paid £450 a day in a café", "cp850"),
    ("We’re paid £450 a day in a café", "koi8-r"),
    ("£450 a day in a café", "latin-1"),
    ("£450 a day in a café", "iso8859-2"),
    ("£450 a day in a café", "iso8859-5"),
    ("£450 a day in a café", "iso8859-7"),
    ("£450 a day in a café", "iso8859-15"),
]
RIGHT = [
    "",
    "Plain words, 40,000 of them.",
    "£40,000–£60,000, €70,000 and 45p a mile",
    "“It’s fine,” she said… – and it was.",
    "‘Senior’ can mean four years’ work",
    "CAFÉ’S “CAFÉ” «CAFÉ» CAFÉ… CAFÉ™ CAFÉ—",
    "RENÉ’S ÉCLAIR, CRÈME BRÛLÉE, À LA CARTE",
    "The letters “Ä”, “Ö”, “Å” and “Ã”",
    "«AMANHû e “MAÇÔ",
    "SÃO PAULO and São Paulo, Å–Ö, 5 Å² and 3 Å³",
    "≈£40k, ≥ 5, √2, ±5 %, 360°, 20 °C, ½, ²³, ™®©",
    "Zoë Brontë-Okafor, José Muñoz, Renée, Zürich, Kraków",
    "Łukasz Wałęsa, Žižek, Dvořák, Ångström, Øresund, Ōtsuka",
    "DĹŽKA, PĂŞUNE, ŘÍŽEK, NEJVYŠŠÍ",
    "Nguyễn Thị Ánh and Dr Ngozi Adéyẹmí",
    "ไทย รถ EV รถBMW คำว่า รถ และ ยก กรุงเทพฯ 360",
    "ภาษาไทย – £40",
    "В Москве, всё её, Віктор, Лі, Ні, «В», (В Киеве)",
    "ТВ3, УК РФ, ТК, ФК",
    "Δ°C, 5 kΩ, μm, λ, π, α and β, Γ²",
    "Ελληνικά, «Β», Β’",
    "שלום, עולם – ₪50",
    "دليل مهندس التعلم الآلي، آپ و سگ",
    "機械学習エンジニア, 한국어",
    "👩🏽‍💻🏴󠁧󠁢󠁷󠁬󠁳󠁿🎉 and 🚀",
    "<p>A&nbsp;B &amp; C’s £&nbsp;40</p>",
    "┌─┬┐ and ├┼┤",
    "\u202eright to left\u202c",
    "Z̸̈́a͂l̑g̈o",
]  # fmt: skip


def damage(text: str, name: str) -> str:
    """UTF-8 read as another encoding, with the control characters gone as from every document."""
    return richtext.clean_text(text.encode().decode(name, "ignore"))


def findings(*blocks, **fields):
    document_text = DocumentText(Document(blocks=blocks, **fields))
    return [finding for check in (*encoding.CHECKS, *lost_characters.CHECKS) for finding in check(document_text, FACTS)]


def seen(*blocks, **fields):
    return [(finding.check, finding.level) for finding in findings(*blocks, **fields)]


def test_damage_is_found_once_a_text_with_what_it_should_read():
    cells = "<tr><th>Junior</th><td>ยฃ40,000 โ€“ ยฃ60,000</td><td>$90,000 โ€“ $120,000</td></tr>"
    (finding,) = findings(Text(html=f"<table>{cells}</table>"))
    assert (finding.check, finding.level) == ("damaged-characters", Level.BLOCKS)
    assert finding.place == Place(block=0, field="html")
    assert finding.what == "“ยฃ” should read “£”. This text has 4 such places."
    assert finding.excerpt == "ยฃ40,000 โ€“ ยฃ60,000"
    assert finding.fix is repaired


def test_damage_inside_a_word_is_shown_with_the_word():
    (finding,) = findings(standfirst="Meet in a cafÃ© first.")
    assert finding.place == Place(field="standfirst")
    assert finding.what == "“cafÃ©” should read “café”."


def test_a_damaged_space_is_named_as_such():
    (finding,) = findings(Text(html="<p>Friendly,Â&nbsp;honest people.</p>"))
    assert finding.what == "“Â” stands where a space belongs."


@pytest.mark.parametrize(("text", "name"), DAMAGED)
def test_damage_is_undone(text, name):
    assert damage(text, name) != text
    assert repair(damage(text, name)) == text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("forward-thinking,ย\xa0360ยฐย\xa0recruitment", "forward-thinking,\xa0360°\xa0recruitment"),
        ("forward-thinking,ย 360ยฐย recruitment", "forward-thinking, 360° recruitment"),
        ("<p>forward-thinking,ย&nbsp;360ยฐย&nbsp;work</p>", "<p>forward-thinking,&nbsp;360°&nbsp;work</p>"),
        ("<p>Honest,Â&nbsp;plain &amp; kind&nbsp;words</p>", "<p>Honest,&nbsp;plain &amp; kind&nbsp;words</p>"),
        ("<p>VoilÃ&nbsp;</p>", "<p>Voilà</p>"),
        ("vis-Ã -vis and Ã la carte", "vis-à-vis and à la carte"),
        ("Ã‚Â£40", "£40"),
        ("itÃ¢â‚¬â„¢s a cafÃƒÂ©", "it’s a café"),
        ("Ã¢â‚¬Å“goodÃ¢â‚¬", "“good”"),
        ("â€‹zero width", "\u200bzero width"),
        ("ï»¿byte order", "\ufeffbyte order"),
    ],
)
def test_damaged_spaces_and_damage_done_twice_are_undone(broken, whole):
    assert repair(broken) == whole


@pytest.mark.parametrize("text", RIGHT)
def test_right_text_stays_as_it_is(text):
    assert repair(text) == text


def test_what_stands_beside_the_damage_stays_as_it_is():
    broken = '<p>Caf\u00e9 “ยฃ40” – <a href="/guides/a-b/?q=1&amp;r=2">it’s</a>&nbsp;<br>½</p>'
    assert repair(broken) == broken.replace("ยฃ", "£")


def test_every_translation_of_django_stays_as_it_is():
    """Tens of thousands of right strings in a hundred languages."""
    files = sorted(Path(django.__file__).parent.glob("c*/**/LC_MESSAGES/django.mo"))
    texts = {text for file in files for text in gettext.GNUTranslations(BytesIO(file.read_bytes()))._catalog.values()}
    assert len(texts) > 20_000
    assert {text for text in texts if repair(text) != text} == set()


plain_words = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)
accented = st.tuples(plain_words, st.sampled_from("éñ"), plain_words).map("".join)
numbers = st.integers(1, 99_999).map("{:,}".format)
amounts = st.tuples(st.sampled_from("£€"), numbers).map("".join)
shaped = st.one_of(
    plain_words,
    accented,
    amounts,
    numbers.map("{}°".format),
    plain_words.map("“{}”".format),
    st.tuples(plain_words, st.sampled_from(["’s", "’re", "…"])).map("".join),
    st.just("–"),
    st.tuples(amounts, amounts).map("–".join),
)
sentences = st.lists(shaped, min_size=1, max_size=8).map(" ".join)
# Encodings that keep the bytes of all these characters, or lose only what its place gives back.
KEEPING = (
    "cp1252",
    "cp1254",
    "cp1251",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp1258",
    "mac_roman",
    "cp437",
    "cp850",
    "koi8-r",
)


@pytest.mark.parametrize("name", KEEPING)
@given(text=sentences)
def test_any_sentence_comes_back(name, text):
    assert repair(damage(text, name)) == text


@given(text=sentences, name=st.sampled_from(["cp1252", "cp1254"]))
def test_any_sentence_comes_back_from_damage_done_twice(text, name):
    assert repair(damage(damage(text, name), name)) == text


@given(text=sentences)
def test_any_undamaged_sentence_stays(text):
    assert repair(text) == text


@given(text=st.text())
def test_repairing_again_changes_nothing(text):
    assert repair(repair(text)) == repair(text)


def test_every_text_of_a_document_is_repaired():
    broken, whole = "ยฃ40 and cafรฉ", "£40 and café"

    def document(words):
        return Document(
            title=words,
            standfirst=words,
            description=words,
            hero=Figure(image=IMAGE, alt=words, caption=words, credit=words),
            blocks=(
                Text(html=f"<p>{words}</p>"),
                Figure(image=IMAGE, alt=words, caption=words),
                KeyTakeaways(items=(words, "Plain.", words)),
                KeyTakeaways(),
                Insight(html=f"<p>{words}</p>", speaker=cast.PERSON, said_on=date(2026, 11, 1)),
                QuestionAnswer(question=words, answer=f"<p>{words}</p>"),
                Quote(text=words, source=words),
                FinalTakeaway(html=f"<p>{words}</p>"),
                CallToAction(heading=words, text=words, label=words),
                cast.ENGINEER,
            ),
        )

    assert repaired(document(broken)) == document(whole)
    assert repaired(document(whole)) == document(whole)
    assert findings(*repaired(document(broken)).blocks) == []


@given(document=documents)
def test_repairing_a_document_again_changes_nothing(document):
    once = repaired(document)
    assert repaired(once) == once


def test_records_that_are_edited_elsewhere_are_left_out():
    speaker = cast.PERSON.__class__(slug="a", name="Josรฉ of the cafรฉ")
    insight = Insight(html="<p>Plain.</p>", speaker=speaker)
    assert repaired(Document(blocks=(insight,))).blocks == (insight,)


@pytest.mark.parametrize(
    "text",
    ["A character \ufffd is gone.", "It takes 12â24 months.", "Weâre hiring.", "You canât know.", "Thatâs all."],
)
def test_lost_characters_hold_the_guide_back(text):
    (finding,) = findings(Text(html=f"<p>{text}</p>"))
    assert (finding.check, finding.level, finding.fix) == ("lost-characters", Level.BLOCKS, None)
    assert finding.place == Place(block=0, field="html")
    assert finding.excerpt == text


@pytest.mark.parametrize("text", ["We?re hiring.", "They don?t reply.", "It pays ?40,000.", "It takes 12?24 months."])
def test_a_question_mark_for_a_lost_character_warns(text):
    assert seen(Text(html=f"<p>{text}</p>")) == [("question-mark-in-word", Level.WARNS)]


def test_a_word_of_two_alphabets_holds_the_guide_back():
    (finding,) = findings(Text(html="<p>Pay with pаypal, please.</p>"))
    assert (finding.check, finding.level) == ("mixed-script-word", Level.BLOCKS)
    assert finding.what == "In “pаypal” the letter “а” is not the Latin letter it looks like."


@pytest.mark.parametrize("word", ["СV", "Ηires", "teаm", "Αnna", "ореrator"])
def test_lookalike_letters_are_found(word):
    assert seen(Text(html=f"<p>Send a {word} to the desk.</p>")) == [("mixed-script-word", Level.BLOCKS)]


@pytest.mark.parametrize("words", ["Москва", "รถ", "Ελλάδα", "שלום", "مهندس", "東京", "А"])
def test_words_in_another_script_warn(words):
    (finding,) = findings(Text(html=f"<p>The sign said {words} in large letters.</p>"))
    assert (finding.check, finding.level) == ("other-script", Level.WARNS)
    assert finding.what == f"“{words}” is not written in Latin letters."


def test_a_page_in_another_script_is_that_page_s_own_matter():
    assert seen(Text(html="<p>دليل مهندس التعلم الآلي</p>"), title="AI") == []


def test_damage_is_not_taken_for_another_script():
    assert seen(Text(html="<p>It pays ยฃ40,000 a year.</p>")) == [("damaged-characters", Level.BLOCKS)]


@pytest.mark.parametrize(
    "text",
    [
        "Zoë Brontë-Okafor moved from Glasgow to Málaga and kept her job.",
        "A resistor of 5 kΩ, a wire of 3 μm, a change ΔT of 20 °C.",
        "The learning rate α, the discount γ and the threshold λ are set by hand.",
        "A λ-calculus talk, π to three places, and β testing.",
        "What? You did not ask? Then do.",
        "“Why?” is a good question; “why not?” is a better one.",
        "Ready? Set? Go!",
        "Ask (why?) and (when?), then decide.",
        "The address https://www.example.org/jobs?page=2 opens the second page.",
        "The pattern colou?r matches both spellings.",
        "The wildcard file?name matches one character.",
        "Is it £40,000? £50,000?",
        "Château, pâté, âge, Râs, Bâle and Gwlâd.",
        "The bill came to ฿40,000, ₹5,000, ₪200 or €120.",
        "Emoji such as 🎉 and 👩🏽‍💻 belong in chat.",
        "The team – five engineers… and a designer – likes it.",
        "Jürgen’s naïve façade cost £3 at the café.",
        "Łukasz and Siobhán share the on-call rota.",
        "5 × 4 = 20, and 20 ÷ 4 = 5.",
        "Who decides, and when?",
    ],
)
def test_right_sentences_pass(text):
    assert seen(Text(html=f"<p>{text}</p>")) == []


# One single-byte encoding read as another: what was written in, and what it was read as.
MIXUPS = [("cp1252", "cp850"), ("cp1252", "cp437"), ("cp1252", "mac_roman"), ("mac_roman", "cp1252")]


@pytest.mark.parametrize(("written", "taken_for"), MIXUPS)
@pytest.mark.parametrize(
    "text",
    [
        "The “senior” band – £70,000 – isn’t fixed.",
        "Over 2 years… you’ll see £5,000 more.",
        "The São Paulo team’s rôle is “lead”.",
        "Ask for a € or £ figure — it’s fair.",
        "We’re paid £450 a day in a café.",
    ],
)
def test_single_byte_encodings_taken_for_each_other_are_undone(text, written, taken_for):
    broken = text.encode(written).decode(taken_for)
    assert repair(broken) == text
    assert [check for check, level in seen(Text(html=f"<p>{broken}</p>")) if level is Level.BLOCKS][:1] == [
        "damaged-characters"
    ]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("It+IBk-s +AKM-45,000 +IBM +IBw-good+IB0 for Leeds+ICY-", "It’s £45,000 – “good” for Leeds…"),
        ("Zo+AOsgGQ-s caf+AOk for 3+- years", "Zoë’s café for 3+ years"),
        ("You’ll see #5,000 more.", "You’ll see £5,000 more."),
        ("They pay #45k, or #450 a day.", "They pay £45k, or £450 a day."),
        ("The teamís office", "The team’s office"),
    ],
)
def test_utf_7_and_seven_bit_text_are_undone(broken, whole):
    assert repair(broken) == whole


def test_only_the_damaged_paragraph_changes():
    broken = "<p>Zoë met José at the café, à la carte.</p><p>It pays ú70,000 û isnÆt it?</p>"
    assert repair(broken) == "<p>Zoë met José at the café, à la carte.</p><p>It pays £70,000 – isn’t it?</p>"


def test_damage_of_plain_letters_is_shown_as_it_is():
    (finding,) = findings(Text(html="<p>It pays +AKM-45,000.</p>"))
    assert finding.what == "“+AKM-” should read “£”."


@pytest.mark.parametrize(
    "text",
    [
        "Ranked #12,000, ticket #45,000 and employee #10,234.",
        "Call +44 20 7946 0000, C+API and 3+ADD.",
        "The pay is 60,000+-5 for C+-trees.",
        "It stands at wiki/Career+Development+Hub for all.",
        "Poblacht na hÉireann, Tír na nÓg, Ó Briain and Ní Dhónaill.",
        "The letter Ñ and the letters û and Ö.",
        "The candidate´s answer, DÉSIRÉE, Łódź and Plzeň.",
        "Paral·lel in Catalan, Java™ and a 5 kΩ resistor.",
        "Luís and Inês went to París; el país.",
    ],
)
def test_rare_letters_and_signs_stay(text):
    assert repair(text) == text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("We dont pay more than 60,000.", "don’t"),
        ("Over 2 years youll see 5,000 more.", "you’ll"),
        ("Isnt it fixed?", "Isn’t"),
        ("Send a rsum to the desk.", "résumé"),
        ("The client wont mind.", "won’t"),
        ("You cant keep the wages.", "can’t"),
        ("Todays market is slow.", "Today’s"),
        ("The womens network meets on Fridays.", "women’s"),
        ("Were sorry, but the role has gone.", "We’re"),
        ("The So Paulo office is open.", "São Paulo"),
    ],
)
def test_words_that_lack_a_character_hold_the_guide_back_and_are_repaired(text, whole):
    document = Document(blocks=(Text(html=f"<p>{text}</p>"),))
    (finding,) = findings(*document.blocks)
    assert (finding.check, finding.level, finding.advice) == ("lost-characters", Level.BLOCKS, f"Write “{whole}”.")
    assert whole in finding.fix(document).blocks[0].html


def test_dashes_that_left_their_spaces_hold_the_guide_back():
    (finding,) = findings(Text(html="<p>The CV  two pages long  was read twice.</p>"))
    assert (finding.check, finding.level) == ("lost-characters", Level.BLOCKS)
    assert finding.what == "A dash may be lost before and after “two pages long”."


@pytest.mark.parametrize(
    "text",
    [
        "She paused, as is her wont, and people were wont to wait.",
        "A cant phrase helps nobody.",
        "Were you told? Were told and untold costs counted?",
        "Were sorry excuses enough, nobody would apply?",
        "A space  typed twice is no dash.",
        "It ends here.  The next sentence  begins.",
    ],
)
def test_words_that_lack_nothing_pass(text):
    assert "lost-characters" not in [check for check, _level in seen(Text(html=f"<p>{text}</p>"))]


@pytest.mark.parametrize("text", ["The band âseniorâ is wide.", "The band â £70,000 is wide."])
def test_what_is_left_of_marks_holds_the_guide_back(text):
    assert seen(Text(html=f"<p>{text}</p>")) == [("lost-characters", Level.BLOCKS)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("soft\xadhyphen here", "softhyphen here"),
        ("zero\u200bwidth space", "zerowidth space"),
        ("a\u202eturned line", "aturned line"),
        ("a\u200djoiner", "ajoiner"),
        ("a tag\U000e0041 of none", "a tag of none"),
    ],
)
def test_invisible_characters_warn_and_are_taken_out(text, whole):
    document = Document(blocks=(Text(html=f"<p>{text}</p>"),))
    (finding,) = findings(*document.blocks)
    assert (finding.check, finding.level) == ("invisible-characters", Level.WARNS)
    assert finding.what == "This text has an invisible character."
    assert finding.fix(document).blocks[0].html == f"<p>{whole}</p>"


def test_a_sign_that_one_font_knows_warns_without_a_repair():
    (finding,) = findings(Text(html="<p>private \ue000 use</p>"))
    assert (finding.what, finding.fix) == ("This text has a sign that readers see as an empty box.", None)


@pytest.mark.parametrize(
    "text", ["שלום\u200f, עולם", "می\u200cخواهم", "👩🏽\u200d💻", "a&nbsp;b", "as is his wont; a cant phrase"]
)
def test_what_other_scripts_and_emoji_need_is_no_invisible_character(text):
    assert "invisible-characters" not in [check for check, _level in seen(Text(html=f"<p>{text}</p>"))]

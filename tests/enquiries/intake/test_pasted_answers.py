"""Answers as people paste them into the form: mended, or refused with a sentence that names the fault."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.lib.form_fields import WordsInput
from articles.lib.mail_addresses import on_the_wire
from articles.outbox.smtp import EmailBackend
from enquiries.intake import email_addresses
from enquiries.intake.fields import EmailInput, LineInput, PhoneInput
from enquiries.intake.forms import EnquiryForm

SIGNS = 'a@.<> \u200b\u200d\ufe0f-(),;:"?=é\x00\n\u3002\u0d4d\u0d28\u2764\u3164\U0001f3f4\U000e0067\U000e007f'


def form(**changed: Any) -> EnquiryForm:
    return EnquiryForm({"role": "other", "name": "Pat", "email": "pat@example.org", "message": "Hello"} | changed)


def refused(field: Any, typed: str) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        field.clean(typed)
    return caught.value.messages


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("jane@example.org", "jane@example.org"),
        (" \u200bjane@example.org\u200b ", "jane@example.org"),
        ("\u202ajane@example.org\u202c", "jane@example.org"),
        ("mailto:jane@example.org", "jane@example.org"),
        ("MAILTO:jane@example.org?subject=Hello&body=x", "jane@example.org"),
        ("jane @example.org", "jane@example.org"),
        ("jane@ example.org", "jane@example.org"),
        ("jane\u00a0@\u00a0example.org\t", "jane@example.org"),
        ("jane＠example．org", "jane@example.org"),
        ("ｊａｎｅ＠ｅｘａｍｐｌｅ。ｏｒｇ", "jane@example.org"),
        ("jane@example.org.", "jane@example.org"),
        ("jane@example.org,", "jane@example.org"),
        ("jane@example.org;", "jane@example.org"),
        ("Jane Doe <jane@example.org>", "jane@example.org"),
        ('"Doe, Jane" <mailto:jane@example.org>;', "jane@example.org"),
        ("<jane@example.org>", "jane@example.org"),
        ("(jane@example.org)", "jane@example.org"),
        ("“jane@example.org”", "jane@example.org"),
        ("jane@example.org (Jane Doe)", "jane@example.org"),
        ("jane\u2011doe@example.org", "jane-doe@example.org"),
        ("o’neil@example.org", "o'neil@example.org"),
        ("Jane.Doe+jobs@Example.org", "Jane.Doe+jobs@Example.org"),
        ("jane@MÜLLER.example", "jane@müller.example"),
        ("jane@faß.example", "jane@faß.example"),
        ("jane@xn--fa-hia.example", "jane@xn--fa-hia.example"),
        ("jane@βόλος.example", "jane@βόλος.example"),
        ("jane@نامه\u200cای.example", "jane@نامه\u200cای.example"),
        ("jane@ශ්\u200dරී.example", "jane@ශ්\u200dරී.example"),
        ("jane@उदाहरण.example", "jane@उदाहरण.example"),
        ("jane@نامه\u200c.example", "jane@نامه.example"),
        ("jane@exam\u200dple.example", "jane@example.example"),
        ("e-mail:jane@example.org", "jane@example.org"),
        ("‘jane@example.org’", "jane@example.org"),
        ("*jane@example.org*", "jane@example.org"),
        ("jane@example.org…", "jane@example.org"),
        ("enquiries@localhost", "enquiries@localhost"),
    ],
)
def test_an_address_is_read_as_it_was_meant(pasted: str, meant: str) -> None:
    assert EmailInput().clean(pasted) == meant


BEFORE = st.text("ab.=?_-+'\"()<>[]:;,%q8\\ é@", min_size=1, max_size=90)


@given(
    name=BEFORE, domain=st.sampled_from(["example.org", "bücher.example", "a" * 63 + ".example", "example.1", "b.c."])
)
@settings(max_examples=60)
def test_every_address_that_is_taken_is_one_that_mail_leaves_for(name: str, domain: str) -> None:
    try:
        taken = EmailInput().clean(f"{name}@{domain}")
    except ValidationError:
        return
    backend = object.__new__(EmailBackend)  # no server is needed to read an address
    assert backend.prep_address(on_the_wire(taken)) == on_the_wire(taken)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("jane", "There is no @ in this e-mail address. Enter it in the form name@example.com."),
        ("example.org", "There is no @ in this e-mail address. Enter it in the form name@example.com."),
        ("@example.org", "Something is missing before the @. Enter it in the form name@example.com."),
        ("jane@", "Something is missing after the @. Enter it in the form name@example.com."),
        ("jane@@example.org", "There is more than one @ in this e-mail address. Enter one address only."),
        ("a@example.org b@example.org", "There is more than one @ in this e-mail address. Enter one address only."),
        ("a@example.org,b@example.org", "There is more than one @ in this e-mail address. Enter one address only."),
        ("<a@example.org> b@example.org", "There is more than one @ in this e-mail address. Enter one address only."),
        (
            "jane doe@example.org",
            "There is a space in this e-mail address. Take it out, and enter one address only.",
        ),
        (
            "jane@example. org",
            "There is a space in this e-mail address. Take it out, and enter one address only.",
        ),
        ("jane..doe@example.org", "There is a dot too many before the @."),
        ("jane.@example.org", "There is a dot too many before the @."),
        ("jane@example..org", "There is a dot too many after the @."),
        ("jane@example", "The part after the @ is not complete. It ends like example.com or example.co.uk."),
        ("ja,ne@example.org", "An e-mail address cannot have “,” in it. Enter it in the form name@example.com."),
        (
            "jane@exa_mple.org",
            "An e-mail address cannot have “_” after the @. Enter it in the form name@example.com.",
        ),
        (
            "jane@💩.example",
            "An e-mail address cannot have “💩” after the @. Enter it in the form name@example.com.",
        ),
        ("jané@example.org", "We cannot write to an address with “é” before the @. Please give another address."),
        ("j" * 65 + "@example.org", email_addresses.TOO_LONG),
        ("jane@" + "example." * 32 + "org", email_addresses.TOO_LONG),
        ("=?utf-8?q?jane?=@example.org", "Enter an e-mail address in the form name@example.com."),
        ("jane@example.23", "Enter an e-mail address in the form name@example.com."),
        ("jane@xn--.example", "Enter an e-mail address in the form name@example.com."),
        ("jane@-example.org", "Enter an e-mail address in the form name@example.com."),
        ("jane@example.org\x00", "Enter an e-mail address in the form name@example.com."),
        ("jane@example.org\nBcc: b@example.org", "Enter an e-mail address in the form name@example.com."),
        ("jane\ud800@example.org", "A character in this text arrived damaged. Remove it and send again."),
    ],
)
def test_what_is_wrong_with_an_address_is_said(typed: str, fault: str) -> None:
    assert refused(EmailInput(), typed) == [fault]


@pytest.mark.parametrize(
    "blank", ["", "  ", "\x00", "\x02\u200b", "\u200b", "\u202e\u202c", "\u3164", "\u2800", "\ufe0f"]
)
@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("name", "Enter your name."),
        ("email", "Enter your e-mail address."),
        ("message", "Tell us in a few words how we can help."),
    ],
)
def test_what_is_blank_to_the_eye_is_asked_for(name: str, sentence: str, blank: str) -> None:
    assert form(**{name: blank}).errors == {name: [sentence]}


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("Jane Doe\t", "Jane Doe"),
        ("Jane\u2028Doe", "Jane Doe"),
        ("Jane\x85Doe", "Jane Doe"),
        ("\u202eenaJ", "enaJ"),
        ("Jane Doe\r\n", "Jane Doe"),
        ("Jane\x02 Doe\x9b", "Jane Doe"),
    ],
)
def test_every_line_is_mended(pasted: str, meant: str) -> None:
    answered = form(role="client", name=pasted, organisation=pasted, role_to_fill=pasted, reply_when=pasted)

    assert answered.is_valid()
    names = ("name", "organisation", "role_to_fill", "reply_when")
    assert [answered.cleaned_data[name] for name in names] == [meant] * 4


@pytest.mark.parametrize("forged", ["Pat\r\nBcc: b@example.org", "Pat\nSubject: hi", "Pat\rPat", "Pat\x00"])
def test_a_line_that_would_forge_a_header_is_refused(forged: str) -> None:
    sentence = "Use letters, spaces and punctuation only, on a single line."
    assert refused(LineInput(), forged) == [sentence]


def test_a_line_break_in_a_message_counts_as_one_character() -> None:
    assert form(message=("x" * 99 + "\r\n") * 49 + "x" * 100).is_valid()
    assert form(message=("x" * 99 + "\r\n") * 49 + "x" * 101).errors == {
        "message": ["Shorten your message to 5,000 characters or fewer."]
    }


def test_nul_is_dropped_from_a_message_and_every_other_sign_stays() -> None:
    answered = form(message="e\u0301 \u202e\x00\u200b \u2028.")

    assert answered.is_valid()
    assert answered.cleaned_data["message"] == "e\u0301 \u202e\u200b \u2028."


@pytest.mark.parametrize(
    "typed",
    ["12", "ask my agent", "0161 496 0000 / 0161 496 0001", "0161\r\n496", "+", "\x00\x1b", "\ud800", "☎", "1" * 5000],
)
def test_a_phone_number_never_stands_in_the_way(typed: str) -> None:
    assert form(phone=typed).is_valid()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u202d0161 496 0000\u202c", "+441614960000"),
        ("０１６１ ４９６ ００００", "+441614960000"),
        ("0161\t496\u00a00000", "+441614960000"),
        ("0161 496 0000 (work)\u200b", "0161 496 0000 (work)"),
        ("0161 496 0000\nor 0161 496 0001", "0161 496 0000 or 0161 496 0001"),
        ("\u200b", ""),
    ],
)
def test_a_phone_number_is_mended_too(typed: str, kept: str) -> None:
    assert PhoneInput(required=False).clean(typed) == kept


@pytest.mark.parametrize("blank", ["", "\u200b", "\x00"])
def test_only_who_asks_to_be_rung_must_give_one(blank: str) -> None:
    assert form(phone=blank, reply_by="phone").errors == {
        "phone": ["Enter your phone number so that we can call you, or choose another way to reply."]
    }


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=40)
    | st.text(SIGNS, max_size=30)
    | st.builds("{}@{}".format, st.text(max_size=8), st.text("ab.-é_", max_size=9))
)
def test_what_was_mended_once_needs_no_mending(typed: str) -> None:
    for field in (EmailInput(), LineInput(), WordsInput(), PhoneInput(required=False)):
        try:
            mended = field.clean(typed)
        except ValidationError:
            continue
        assert field.clean(mended) == mended

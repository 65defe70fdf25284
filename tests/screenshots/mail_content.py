"""What the pictures of mails show: one of each kind, written by the site itself."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.db.models import Q
from django.utils import timezone

from agency.accounts import changes
from articles.gate import news
from articles.models import Article
from articles.outbox import mail
from articles.outbox.models import Message
from enquiries import history
from enquiries.models import Enquiry, Event, PrivacyRequest
from enquiries.notices import digests, privacy_mail, writing

REPLY = """Hello Mei,

Thank you for telling us about the role. This is how we would go about it:

- we talk on Tuesday, at 10:00
- you have three names by the end of that week

Our terms are attached, and at https://www.example.org/terms. Or ring me: I am in until six.

Kind regards
Sam Field
Data desk
0161 496 0000"""


def write_all(enquiry: Enquiry, editor: Any) -> dict[str, str]:
    """The HTML of each, by its name."""
    last = Message.objects.latest("pk").pk
    writing.pass_on(enquiry, by="Priya Raman", reason="You know the team in Leeds.")
    writing.reply(
        enquiry, subject="Your enquiry", body=REPLY, event=history.record(enquiry, Event.Kind.REPLIED, by=editor)
    )
    writing.send_link(enquiry)
    writing.tell_of_burst(enquiry, 20)
    _write_about_data(enquiry)
    changes.tell(editor, "A passkey was added.", to="editor@agency.example")
    written = Message.objects.filter(Q(notice__enquiry=enquiry) | Q(pk__gt=last))
    return {one.kind: one.html for one in written} | _others(editor)


def _write_about_data(enquiry: Enquiry) -> None:
    request = PrivacyRequest.objects.create(
        enquiry=enquiry,
        kind=PrivacyRequest.Kind.ACCESS,
        outcome=PrivacyRequest.Outcome.PARTLY,
        due_on=timezone.localdate() + timedelta(days=20),
        extension_reason="We have to look through the letters of three years.",
        answer="Here is all that we hold about you, without what is about others.",
    )
    privacy_mail.announce(request)
    privacy_mail.acknowledge(request)
    privacy_mail.tell_of_more_time(request)
    privacy_mail.answer(request)
    privacy_mail.tell_of_lifting(enquiry, "The dispute is over.")
    privacy_mail.remind([request])


def _others(editor: Any) -> dict[str, str]:
    """Those that are only written when they leave, or about more than there is here."""
    guide = Article.objects.earliest("pk")
    asked = SimpleNamespace(
        article=guide, name="Alex Reader", speaker=None, expires_at=timezone.now() + timedelta(days=14)
    )
    link = "https://www.example.org/a-link-that-is-as-long-as-such-links-are/MTI:1tZ0:abcdefghijklmnopqrstuvwxyz0123456789/"
    agency = {"agency": "Juniper", "by": "Priya Raman", "link": link, "user": editor}
    words = {
        "reminders": (digests.FOLDER, {"lines": _lines(), "overdue": 1, "soon": 1}),
        "invitation": ("accounts/mail/invitation", agency | {"name": "Zoë", "user_name": "zoe.li", "days": 7}),
        "password": ("accounts/mail/password", agency | {"minutes": 30}),
        "approval": ("articles/mail/request", agency | {"request": asked, "asker": "Priya", "message": "By Friday?"}),
        "approval_answer": ("articles/mail/answer", {"request": asked, "answer": SimpleNamespace(note="One comma.")}),
        "review": ("articles/mail/review", {"guides": Article.objects.exclude(review_by=None)[:3]}),
        "news": ("articles/mail/news", _news()),
        "test": ("mail/test", {}),
    }
    return {name: mail.words(folder, context)["html"] for name, (folder, context) in words.items()}


def _news() -> dict[str, Any]:
    guides = Article.objects.exclude(review_by=None)[:2]
    sentences = ["The link to /guides/interviews/ leads to a guide that was withdrawn.", "“2025” has passed."]
    told = [news.GuideNews(guide, sentences) for guide in guides]
    return {"count": 9, "guides": told, "more": 1, "checks": [news.CheckNews("law-changed", 6)]}


def _lines() -> list[digests.Line]:
    late, soon = Enquiry.objects.in_hand()[:2]
    return [
        digests.Line(late, "1 hour overdue", "Pat, looking for work", "Sam Field"),
        digests.Line(soon, "2 hours left", "Ada, hiring: tester", "Data desk"),
    ]

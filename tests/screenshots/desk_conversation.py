"""What the pictures of the desk show of one long conversation: mails, files, notes, other systems, and a mail that is lost."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.utils import timezone

from articles.drafts import questions as deciding
from articles.models import Article, ProposedQuestion
from articles.outbox.models import Message
from enquiries import follow_ups, reply_addresses
from enquiries.handling import drafts, questions, verbs
from enquiries.handoff import secrets
from enquiries.handoff import verbs as handing_off
from enquiries.inbound import storing, working
from enquiries.models import Enquiry, Event, Happening, IncomingMail, Notice, Receiver, SavedFilter
from tests.enquiries import files, people, stored
from tests.enquiries.inbound import mails

GUIDE = "what-does-a-machine-learning-engineer-do"
NAME, ADDRESS = "Hannah Okafor", "hannah.okafor@tern-analytics.example"
MESSAGE = """We are a team of nine in Leeds and have just won a contract that needs a machine learning platform by summer.

We are looking for one senior engineer who has put models into production, and perhaps a second in autumn. Three days a week in the office, the rest wherever they like. The budget is £75,000 to £90,000.

Could you tell us whether that is realistic, and how soon you could show us people?"""
OURS = """Dear Hannah,

thank you for writing. The budget is realistic for Leeds: most senior engineers with production experience accept between £72,000 and £88,000 at the moment.

Could we talk on Tuesday at ten? I would like to know who they would work with, and what has been tried already.

Kind regards
Ann Lee"""
JOB = (
    "Senior machine learning engineer, Leeds",
    "",
    "You take models from a notebook to production, and keep them there.",
)
THEIRS = """Hi Ann,

Tuesday at ten is fine. The job description is attached.

They would work with two data engineers and our analyst. We tried to do it with a contractor, which went well until he left and nobody could run what he had built.

Hannah

On Mon, 23 Nov 2026 at 10:12, Ann Lee wrote:
> Dear Hannah,
>
> thank you for writing. The budget is realistic for Leeds.
"""
AWAY = "I am out of the office until Monday and read my mail then. In a hurry, ring 0113 496 0000."
LONG = "\n\n".join(
    [
        "Hi Ann,",
        "here is what the team said about the three people that you sent us.",
        *(
            f"{who} impressed everybody with the {what}; what we would like to hear more about is how the model was "
            "watched once it was live, who was woken at night, and what was changed after it. Could you ask for that, "
            "and whether they would come to Leeds for half a day in the second week of December? We pay for the train."
            for who, what in (
                ("The first candidate", "forecasting work"),
                ("The second", "way of explaining trade-offs"),
                ("The third", "care for tests and data"),
            )
        ),
        "If all three can come, we would decide in the same week.",
        "Hannah",
    ]
)
LOST = """Hello,

I sent you my CV some weeks ago, from my other address I think. Is the data engineer role in Manchester still open?

Best
Chidi"""


def load(editor: Any) -> dict[str, int]:
    """Makes it; returns the numbers of what the pages are about, by name."""
    colleague = people.consultant("grace", people.default_team())
    crm = _other_system()
    enquiry = stored.received(
        name=NAME,
        email=ADDRESS,
        message=MESSAGE,
        phone="+441134960123",
        organisation="Tern Analytics",
        role_to_fill="Senior machine learning engineer",
        urgency="month",
        guide=Article.objects.exclude(revisions__is_live=None).earliest("pk"),
    )
    _talk(enquiry, editor, colleague)
    _spread(enquiry)
    _ask(enquiry, editor)
    SavedFilter.objects.create(user=editor, name="Clients of this week", query="role=client&tab=all")
    SavedFilter.objects.create(user=editor, name="Candidates who agreed to news", query="role=candidate&tab=all")
    return {"conversation": enquiry.pk, "receiver": crm.pk, "lost": _lose(), "waiting": _wait(editor).pk}


def _other_system() -> Receiver:
    crm = Receiver.objects.create(
        name="Placement CRM",
        kind=Receiver.Kind.WEBHOOK,
        address="https://crm.example/hooks/enquiries",
        is_on=True,
        happenings=Happening.values,
        reference_link="https://crm.example/jobs/{reference}",
    )
    secrets.renew(crm)
    return crm


def _talk(enquiry: Enquiry, editor: Any, colleague: Any) -> None:
    verbs.take(enquiry, editor)
    _send("Machine learning engineer in Leeds", OURS, enquiry, editor)
    _write(enquiry, AWAY, Auto_Submitted="auto-replied")
    _write(enquiry, THEIRS, files=[("Job description.pdf", "application/pdf", files.pdf(*JOB))])
    verbs.note(
        enquiry, "Rang on Tuesday. She decides together with the head of data.\nAsk Grace who knows Leeds.", editor
    )
    verbs.assign(enquiry, colleague, editor, "You placed two people with them last year.")
    verbs.assign(enquiry, editor, colleague, "I am away next week. They liked the three of last time.")
    _send("Three people for you", "Dear Hannah,\n\nhere are three people.\n\nAnn", enquiry, editor)
    _write(enquiry, LONG)
    handing_off.refer(enquiry, "J-20418", editor)
    at = timezone.now().replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=3)
    verbs.schedule(enquiry, "Half a day in Leeds", "Dear Hannah,\n\nall three can come.\n\nAnn", editor, at=at)
    drafts.keep(
        enquiry,
        editor,
        subject="Before they come",
        body="Dear Hannah,\n\nwho will meet them at the station?\n\nAnn",
        cc="head.of.data@tern-analytics.example",
        replies_seen=2,
        add=[],
    )
    Message.objects.filter(notice__enquiry=enquiry, notice__kind=Notice.Kind.ALERT).update(sent_at=timezone.now())


def _send(subject: str, body: str, enquiry: Enquiry, editor: Any) -> None:
    verbs.reply(enquiry, subject, body, editor)
    enquiry.notices.filter(sent_at=None).exclude(kind=Notice.Kind.ALERT).update(sent_at=timezone.now())


def _write(enquiry: Enquiry, text: str, **more: Any) -> None:
    _arrives(mails.mail(reply_addresses.for_enquirer(enquiry), f"{NAME} <{ADDRESS}>", text, **more))
    enquiry.refresh_from_db()


def _arrives(raw: bytes) -> None:
    storing.store(raw, IncomingMail.Way.WEBHOOK)
    working.work_off(lambda: False)


def _spread(enquiry: Enquiry) -> None:
    """As if it had happened over some days."""
    begun = timezone.now() - timedelta(days=8)
    Enquiry.objects.filter(pk=enquiry.pk).update(received_at=begun)
    for place, event in enumerate(enquiry.events.order_by("pk")):
        Event.objects.filter(pk=event.pk).update(at=begun + place * timedelta(hours=9, minutes=11))


def _ask(enquiry: Enquiry, editor: Any) -> None:
    """Two questions for a guide: one that nobody has looked at, and one that its editors declined."""
    guide = Article.objects.get(slug=GUIDE)
    ask = partial(questions.propose, enquiry, guide, by=editor, wants_answer=True)
    ask("How long does it take to hire a machine learning engineer?")
    ask("Do they mind being on call?")
    asked = ProposedQuestion.objects.get(article=guide, question__startswith="Do they mind")
    deciding.decline(asked, "The guide for employers has it.", by=editor)


def _lose() -> int:
    """A mail that belongs nowhere, and one that is ignored."""
    _arrives(mails.mail("enquiries@reply.agency.example", "Chidi Obi <chidi.obi@example.org>", LOST, Subject="My CV"))
    lost = IncomingMail.objects.latest("pk").pk
    _arrives(mails.mail("enquiries@reply.agency.example", "News <news@example.org>", "Buy.", List_Id="<n.example>"))
    return lost


def _wait(editor: Any) -> Enquiry:
    """One to come back to, whose enquirer would like to be rung."""
    enquiry = stored.received(
        name="Owen Price",
        message="Please ring me about two testers for our office in Bristol.",
        phone="+442079460123",
        reply_by="phone",
        reply_when="after six",
    )
    verbs.take(enquiry, editor)
    follow_ups.follow_up(enquiry, timezone.localdate() + timedelta(days=4), editor)
    return enquiry

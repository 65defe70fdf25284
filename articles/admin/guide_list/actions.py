"""The things that can be done to several guides at once, each by the verb that does it to one."""

from functools import cached_property
from typing import Any

from django import forms
from django.utils import timezone

from articles.admin.guide_list.bulk import BulkAction, LeftAlone, held_back_by
from articles.admin.guides.forms import NOTE_LENGTH, WithdrawForm, time_field
from articles.admin.guides.publish_form import DayInput
from articles.drafts import duplicating, filing
from articles.drafts.permissions import may_change, may_publish
from articles.drafts.rows import document_of
from articles.drafts.states import State, states_of
from articles.gate import inspection
from articles.gate.context import SiteContext
from articles.gate.site import site_context
from articles.lib.days import in_words, moment_in_words
from articles.lib.people import name_of, staff_by_name
from articles.models import Article, Topic
from articles.publishing import publication, scheduling
from articles.review import handover, upkeep

NOT_YOURS = "It is not yours to change."
NOT_YOURS_TO_PUBLISH = "You may not publish or withdraw it."
NOT_LIVE = "It is not live."


class TopicForm(forms.Form):
    topic = forms.ModelChoiceField(Topic.objects.all(), label="New topic")


class OwnerForm(forms.Form):
    owner: forms.ModelChoiceField = forms.ModelChoiceField(
        None,
        label="New owner",
        help_text="Looks after the guides and is asked to review them. Nobody is told by e-mail.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner: Any = self.fields["owner"]
        owner.queryset = staff_by_name().filter(is_active=True)


class ReviewForm(forms.Form):
    review_by = forms.DateField(
        label="Review by", widget=DayInput(), help_text="When somebody should check that they are still right."
    )

    def clean_review_by(self) -> Any:
        day = self.cleaned_data["review_by"]
        if day <= timezone.localdate():
            raise forms.ValidationError("Choose a day in the future.")
        return day


class ScheduleForm(forms.Form):
    note = forms.CharField(
        label="What changed, and why",
        max_length=NOTE_LENGTH,
        help_text="One sentence for the history of each guide. Readers do not see it.",
    )
    is_substantive = forms.BooleanField(
        label="Readers should know: move “updated on”",
        required=False,
        initial=True,
        help_text="Leave it empty for spelling, wording and links. A guide that is new to readers gets its date anyway.",
    )
    at = time_field("Publish at")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].required = True

    def clean_at(self) -> Any:
        moment = self.cleaned_data["at"]
        if moment <= timezone.now():
            raise forms.ValidationError("Choose a time that is still to come.")
        return moment


class ChangeTopic(BulkAction):
    name, label, button = "topic", "Change the topic…", "Change the topic"
    done = "Under another topic now"
    says = (
        "The drafts of these guides move to the topic that you choose. "
        "Pages that visitors read already stay where they are until you publish them again."
    )
    form = TopicForm
    permissions = ("articles.change_article",)

    def refusal(self, guide: Any) -> str:
        return "" if may_change(self.user, guide) else NOT_YOURS

    def remark(self, guide: Any) -> str:
        return f"Now under {guide.topic}." if guide.topic else "Now under no topic."

    def do(self, guide: Article, form: Any) -> None:
        topic = form.cleaned_data["topic"]
        if guide.topic_id == topic.pk:
            raise LeftAlone("It is under this topic already.")
        filing.file_under(guide, topic, by=self.user)


class ChangeOwner(BulkAction):
    name, label, button = "owner", "Change the owner…", "Change the owner"
    done = "Looked after by somebody else now"
    says = "Somebody else looks after these guides from now on. Authors then edit only what is still theirs."
    form = OwnerForm
    permissions = ("articles.change_article", "articles.change_every_article")

    def refusal(self, guide: Any) -> str:
        return "" if may_change(self.user, guide) else NOT_YOURS

    def remark(self, guide: Any) -> str:
        return f"Now looked after by {name_of(guide.owner)}." if guide.owner else "Nobody looks after it now."

    def do(self, guide: Article, form: Any) -> None:
        owner = form.cleaned_data["owner"]
        if guide.owner_id == owner.pk:
            raise LeftAlone("They look after it already.")
        handover.hand_over(guide, to=owner, by=self.user)


class SetReviewDate(BulkAction):
    name, label, button = "review", "Set the review date…", "Set the date"
    done = "Review date set"
    says = "Each of these guides is due for review by the day that you choose. Nothing changes for readers."
    form = ReviewForm
    permissions = ("articles.publish_article",)

    def refusal(self, guide: Any) -> str:
        if not may_publish(self.user, guide):
            return NOT_YOURS
        return "" if guide.is_live else f"{NOT_LIVE} Its date is set when it is published."

    def remark(self, guide: Any) -> str:
        return f"Now due by {in_words(guide.review_by)}." if guide.review_by else ""

    def do(self, guide: Article, form: Any) -> None:
        upkeep.set_review(guide, form.cleaned_data["review_by"], by=self.user)


class Schedule(BulkAction):
    name, label, button = "schedule", "Schedule for publication…", "Schedule"
    done = "Scheduled"
    says = (
        "The drafts of these guides go live at the time that you choose, as they are now. "
        "What the checks find without blocking does not hold them up."
    )
    form = ScheduleForm
    most = 50
    looks_at_draft = True
    permissions = ("articles.publish_article",)

    @cached_property
    def site(self) -> SiteContext:
        """Read once for all of them."""
        return site_context()

    def refusal(self, guide: Any) -> str:
        if not may_publish(self.user, guide):
            return NOT_YOURS_TO_PUBLISH
        if State.LIVE in states_of(guide):
            return "Visitors read this very draft already."
        return ""

    def held_back(self, guide: Any) -> str:
        blocking = [found for found in inspection.findings(guide, document_of(guide), self.site) if found.blocks]
        return held_back_by(blocking) if blocking else ""

    def remark(self, guide: Any) -> str:
        earlier = guide.goes_live_at
        return f"It replaces what would go live on {moment_in_words(earlier)}." if earlier else ""

    def do(self, guide: Article, form: Any) -> None:
        options = publication.PublishOptions(
            note=form.cleaned_data["note"],
            is_substantive=form.cleaned_data["is_substantive"] or not _was_live(guide),
        )
        publication.schedule(guide, options, by=self.user, at=form.cleaned_data["at"], site=self.site)


class Withdraw(BulkAction):
    name, label, button = "withdraw", "Withdraw…", "Withdraw now"
    done = "Withdrawn, or to be withdrawn at that time"
    says = (
        "Visitors who open one of these guides then read that it has been withdrawn; search engines drop it. "
        "The drafts and their history stay, and you can publish them again."
    )
    form = WithdrawForm
    permissions = ("articles.publish_article",)

    def refusal(self, guide: Any) -> str:
        if not may_publish(self.user, guide):
            return NOT_YOURS_TO_PUBLISH
        return "" if guide.is_live or guide.goes_live_at else NOT_LIVE

    def remark(self, guide: Any) -> str:
        if not guide.goes_live_at:
            return ""
        when = moment_in_words(guide.goes_live_at)
        return f"A version of it will still go live on {when}, even if you withdraw the guide before then."

    def do(self, guide: Article, form: Any) -> None:
        note, moment = form.cleaned_data["note"], form.cleaned_data["at"]
        if form.is_for_later:
            scheduling.schedule_withdrawal(guide, by=self.user, at=moment, note=note)
        else:
            publication.withdraw(guide, by=self.user, note=note)


class Duplicate(BulkAction):
    name, label, button = "duplicate", "Duplicate as new drafts…", "Make the copies"
    done = "Copied as new drafts, which you look after"
    says = "Each copy is a new draft of yours with the same words and pictures, an address of its own and no history."
    most = 20
    permissions = ("articles.add_article",)

    def refusal(self, guide: Any) -> str:
        return ""

    def remark(self, guide: Any) -> str:
        return f"Becomes “Copy of {guide}”."

    def do(self, guide: Article, form: Any) -> None:
        duplicating.duplicate(guide, by=self.user)


ACTIONS: tuple[type[BulkAction], ...] = (ChangeTopic, ChangeOwner, SetReviewDate, Schedule, Withdraw, Duplicate)


def _was_live(guide: Article) -> bool:
    return guide.revisions.exclude(went_live_at=None).exists()

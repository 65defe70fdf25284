"""What an address of the work list asks: a tab, words to search for, filters. All of it is in the address, so that it can
be kept, sent to a colleague, and carried along to an enquiry and back."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.text import capfirst

from articles.models import Article
from enquiries import teams
from enquiries.admin.actions import DayInput
from enquiries.handling import filters, permissions, work_list
from enquiries.models import Enquiry, Outcome, Role, Source, Team

LONGEST_TEXT = 200
RECENT = 2000
UNKNOWN = "This choice is not known and was left out."
NUMBER = r"\d{1,18}"
type Choices = list[tuple[Any, str]]


def _choice(label: str, choices: Any, every: str) -> forms.ChoiceField:
    named = [("", every), *((one.value, capfirst(one.label)) for one in choices)]
    return forms.ChoiceField(label=label, choices=named, required=False, error_messages={"invalid_choice": UNKNOWN})


def _number(label: str, also: str = "") -> forms.RegexField:
    """A row of another table. Whether there still is one does not matter: of none there are no enquiries."""
    return forms.RegexField(
        f"^(?:{NUMBER}{also})$", label=label, required=False, widget=forms.Select, error_messages={"invalid": UNKNOWN}
    )


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=DayInput, error_messages={"invalid": "This is not a day and was left out."}
    )


class FilterForm(forms.Form):
    """What is invalid is said beside its field and lets everything through."""

    use_required_attribute = False

    role = _choice("They are", Role, "Anybody")
    source = _choice("Reached us by", Source, "Any way")
    guide = _number("Came from the guide")
    team = _number("Team")
    owner = _number("With", f"|{filters.MINE}|{filters.NOBODY}")
    outcome = _choice("Outcome", Outcome, "Any or none")
    period = _choice("Came", filters.Period, "At any time")
    since = _day("From the day")
    until = _day("To the day")
    consent = forms.ChoiceField(
        label="May we write with news?",
        choices=[("", "Yes or no"), ("yes", "Yes"), ("no", "No")],
        required=False,
        error_messages={"invalid_choice": UNKNOWN},
    )

    def offer(self) -> None:
        """Fills in what there is to choose; the guides are those of the newest enquiries."""
        recent = Enquiry.objects.order_by("-received_at", "-pk").values("guide")[:RECENT]
        guides = Article.objects.filter(pk__in=recent).order_by("title").only("title")
        people = [(person.pk, teams.name_of(person)) for person in teams.consultants()]
        self._offer("guide", "Any or none", [(guide.pk, str(guide)) for guide in guides], "another guide")
        self._offer("team", "Any team", list(Team.objects.values_list("pk", "name")), "another team")
        self._offer("owner", "Anybody", [(filters.MINE, "Me"), (filters.NOBODY, "Nobody"), *people], "somebody else")

    def _offer(self, name: str, every: str, choices: Choices, other: str) -> None:
        chosen = self.cleaned_data.get(name)
        if chosen and chosen not in {str(value) for value, _ in choices}:
            choices = [*choices, (chosen, f"{capfirst(other)} (number {chosen})")]
        self.fields[name].widget.choices = [("", every), *choices]


class Question:
    """What the parameters of an address ask on behalf of a user; any may come in."""

    def __init__(self, user: Any, params: QueryDict) -> None:
        self.user = user
        self.text = params.get("q", "").strip()[:LONGEST_TEXT]
        self.form = FilterForm(params)
        self.form.is_valid()
        every = work_list.FOUND if self.text else work_list.TABS["new"]
        self.tab = work_list.TABS.get(params.get("tab", ""), every)
        self.filters = {name: str(value) for name, value in self.form.cleaned_data.items() if value}

    @cached_property
    def asked(self) -> work_list.Asked:
        visible = permissions.visible_to(self.user)
        condition = filters.condition(self.form.cleaned_data, self.user)
        return work_list.Asked(self.user, visible, self.tab, self.text, condition)

    def address(self, tab: str | None = None, **changes: str) -> str:
        """The same question as the part of an address after its `?`, or one on another tab."""
        key = tab or (self.tab.key if self.tab is not work_list.FOUND else "")
        asked = {"tab": key, "q": self.text, **self.filters} | changes
        return urlencode({name: value for name, value in asked.items() if value})

    def in_words(self) -> str:
        """What the list is called that it asks for."""
        found = f", found for “{self.text}”" if self.text else ""
        return f"{self.tab.label}{found}{', filtered' if self.filters else ''}"


def read(user: Any, address: str) -> Question:
    """The question that the part of an address after its `?` asks."""
    return Question(user, QueryDict(address[:2000]))

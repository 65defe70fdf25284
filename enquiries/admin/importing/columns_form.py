"""The form “What the columns are”: a list for each column, and what follows from the choices."""

from functools import cached_property
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst

from enquiries.importing import dates, guessing, kinds, mapping
from enquiries.importing.dates import Order
from enquiries.importing.kinds import As
from enquiries.importing.mapping import Mapping, folded
from enquiries.importing.tables import Table
from enquiries.models import Role
from enquiries.models.importing.entry_import import NAME_LENGTH

ROLES = [(role.value, capfirst(role.label)) for role in Role]
PLACES = [
    (As.LEAVE.value, "Leave it out"),
    *((group, [(one.value, capfirst(one.label)) for one in members]) for group, members in kinds.GROUPS),
]
ORDERS = [(Order.DAY.value, "the 3rd of April"), (Order.MONTH.value, "the 4th of March")]


class ColumnsForm(forms.Form):
    """What a person says of the file; `said` is what was guessed, or said of a file like it.

    A question that only their choices raise was not on the page: `asked_anew`, with its guess in place, so that they see it.
    """

    form = forms.CharField(
        label="Name of the form",
        max_length=NAME_LENGTH,
        help_text="As you would call it. It stands in the history of each enquiry.",
        error_messages={"required": "Give the form a name."},
        widget=forms.TextInput(attrs={"class": "vTextField", "aria-describedby": "id_form_helptext"}),
    )
    zone = forms.ChoiceField(
        label="The clock of its dates",
        choices=[*mapping.ZONES.items()],
        help_text="WordPress writes the time of the site, mostly London’s. A date that names its own clock is read by that.",
        widget=forms.Select(attrs={"aria-describedby": "id_zone_helptext"}),
    )
    everybody = forms.ChoiceField(label="What they are", choices=ROLES)

    def __init__(self, table: Table, said: Mapping, data: QueryDict | None = None) -> None:
        self.table, self.said = table, said
        self.column_names = [f"column-{place}" for place in range(len(table.headings))]
        given = data.copy() if data is not None else None
        super().__init__(given, initial={"form": said.form, "zone": said.zone, "everybody": said.everybody})
        for name, heading, kind in zip(self.column_names, table.headings, said.columns, strict=True):
            self.fields[name] = forms.ChoiceField(label=heading, choices=PLACES, initial=kind)
        guessed = self._ask_further()
        self.asked_anew = given is not None and any(name not in given for name in guessed)
        for name, value in guessed.items():
            self.fields[name].initial = value
            if given is not None:
                given.setdefault(name, value)

    @property
    def role_fields(self) -> list[Any]:
        """A list for each answer to what they are."""
        return [self[name] for name in self.fields if name.startswith("role-")]

    @property
    def order_field(self) -> Any:
        """The question about dates, where they leave a doubt."""
        return self["order"] if "order" in self.fields else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for fault in mapping.faults(self._columns, self.table):
            self.add_error(None, fault)
        return cleaned

    def mapping(self) -> Mapping:
        """What was said, once it is valid."""
        said = self.cleaned_data
        return Mapping(
            form=said["form"],
            headings=self.table.headings,
            columns=tuple(self._columns),
            roles={folded(answer): said[name] for name, answer in self._answers.items()},
            everybody=said["everybody"],
            order=said.get("order") or self._order,
            zone=said["zone"],
        )

    def _ask_further(self) -> dict[str, str]:
        """Adds the questions that the columns raise, and returns their guesses."""
        guessed = {}
        for name, answer in self._answers.items():
            self.fields[name] = forms.ChoiceField(label=f"“{answer}”", choices=ROLES)
            guessed[name] = self.said.roles.get(folded(answer)) or guessing.role(answer)
        if self._answers:
            self.fields["everybody"].label = "Whoever gave no such answer"
        if self._order == Order.UNKNOWN:
            self.fields["order"] = forms.ChoiceField(
                label="What 03/04/2026 means in this file",
                choices=ORDERS,
                initial=self.said.order if self.said.order != Order.UNKNOWN else None,
                widget=forms.RadioSelect,
                error_messages={"required": "Choose what stands first in these dates: nothing in them says so."},
            )
        return guessed

    @cached_property
    def _columns(self) -> list[str]:
        """What is chosen now, as far as it can be read."""
        if not self.is_bound:
            return list(self.said.columns)
        return [value if (value := self.data.get(name, "")) in As.values else As.LEAVE for name in self.column_names]

    @cached_property
    def _answers(self) -> dict[str, str]:
        """The answers to what they are, by the names of their fields; none where these are too many."""
        if As.ROLE not in self._columns:
            return {}
        place = self._columns.index(As.ROLE)
        found = mapping.answers(self.table, place)
        few = found if len(found) <= mapping.MOST_ROLES else []
        return {f"role-{place}-{number}": answer for number, answer in enumerate(few)}

    @cached_property
    def _order(self) -> Order:
        return dates.order_of(mapping.dates_in(self.table, self._columns))

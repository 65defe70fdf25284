"""Users and groups in the admin: nobody gives more than they have, and whoever changes an account says once more who is there."""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from allauth.account.admin import EmailAddress
from allauth.mfa.admin import Authenticator
from allauth.usersessions.admin import UserSession
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Group, User
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.html import format_html_join
from django.utils.timezone import localdate

from agency.accounts import changes, events, forgotten, invitations, roles, second_factor, sessions
from agency.accounts.devices import device
from articles.audit import recording as audit
from articles.lib.admin_pages import OrNone, confirmed
from articles.lib.days import in_words, moment_in_words
from articles.lib.people import name_of
from enquiries import cover

SIGNING_IN = ("signs_in_with", "signed_in_at")
FOR_SUPERUSERS = {"is_superuser", "user_permissions"}
# What allauth keeps is looked after on the pages of each account and of its owner. Its models come from its admin, which
# has to have registered them.
for model in (EmailAddress, Authenticator, UserSession, User, Group):
    admin.site.unregister(model)


@method_decorator(confirmed, name="changeform_view")
@method_decorator(confirmed, name="delete_view")
@method_decorator(confirmed, name="response_action")
class ConfirmedAdmin(admin.ModelAdmin):
    """Asks who is there before a change, and before whatever is done to several at once."""


class InvitationForm(forms.ModelForm):
    """Whom to invite, and as what. The user name is made from the address; nobody types a password here."""

    class Meta:
        model = User
        fields = ("first_name", "last_name", "email", "groups")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first_name", "email", "groups"):
            self.fields[name].required = True
        self.fields["email"].help_text = "The invitation goes here, and so does everything about their account."
        groups = self.fields["groups"]
        groups.help_text = "What they may do. You can change it later."
        groups.label = "Role"
        groups.widget = forms.CheckboxSelectMultiple(choices=groups.choices)  # type: ignore[attr-defined]

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError("Somebody has an account with this address already.")
        return email


class PasswordForm(AdminPasswordChangeForm):
    """Sets the password of somebody, who is told so."""

    def save(self, commit: bool = True) -> Any:
        user = super().save(commit)
        changes.tell(user, "An administrator set or disabled the password.")
        return user


@admin.register(User)
@method_decorator(confirmed, name="user_change_password")
class StaffAdmin(ConfirmedAdmin, UserAdmin):
    """Accounts. Who is no superuser neither sees that box nor changes an account that can do more than their own."""

    list_display = ("name", "username", "email", "in_groups", "last_here", "is_active")
    list_filter = ("is_active", ("groups", OrNone), "is_superuser")
    ordering = ("first_name", "last_name", "username")
    readonly_fields = (*SIGNING_IN, "cover")
    actions = ("send_link", "invite_again", "withdraw_invitation", "end_sessions", "remove_second_factors")
    change_password_form = PasswordForm
    add_form = InvitationForm
    add_form_template = "admin/auth/user/invite.html"
    add_fieldsets = ((None, {"fields": ("first_name", "last_name", "email", "groups")}),)

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["css/admin-accounts.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return with_last_here(super().get_queryset(request)).prefetch_related("groups")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if not request.user.is_superuser:
            fieldsets = [(name, options | {"fields": _without(options["fields"])}) for name, options in fieldsets]
        shown = [("Signing in", {"fields": SIGNING_IN}), ("Absence", {"fields": ("cover",)})]
        return [*fieldsets, *shown] if obj else fieldsets

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.username, obj.is_staff = invitations.user_name(obj.email), True
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if change and "email" in form.changed_data:
            changes.tell(obj, "An administrator changed the e-mail address.", to=form.initial["email"])

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if not change:
            invitations.invite(form.instance, by=request.user)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        messages.success(request, f"An invitation is on its way to {obj.email}. It works for a week.")
        return redirect("admin:auth_user_changelist")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or roles.may_manage(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or roles.may_manage(request.user, obj))

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "groups":
            kwargs["queryset"] = roles.groups_to_give(request.user).order_by("name")
            kwargs |= {"widget": forms.CheckboxSelectMultiple, "help_text": "What they may do."}
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description="name", ordering="first_name")
    def name(self, user: User) -> str:
        return name_of(user)

    @admin.display(description="cover")
    def cover(self, user: User) -> str:
        """Whether they are away, and who answers for whom."""
        today = cover.today()
        if absence := today.absence_of(user):
            who = today.answering_for(user)
            return f"Away until {in_words(absence.last_day)}; {name_of(who) if who else 'their team'} answers"
        others = ", ".join(name_of(person) for person in today.stood_in_by(user))
        return f"Here, and answers for {others}" if others else "Here"

    @admin.display(description="groups")
    def in_groups(self, user: User) -> str | None:
        names = ["Superuser"] * user.is_superuser + [group.name for group in user.groups.all()]
        return ", ".join(names) or None

    @admin.display(description="last here", ordering="last_here")
    def last_here(self, user: Any) -> str:
        """To five minutes while they are signed in, else when they signed in; or that they have not come yet."""
        if user.last_here:
            return moment_in_words(user.last_here)
        return f"Never; added on {in_words(localdate(user.date_joined))}"

    @admin.display(description="signs in with")
    def signs_in_with(self, user: User) -> str:
        return second_factor.in_words(user)

    @admin.display(description="signed in")
    def signed_in_at(self, user: User) -> str:
        lines = [(device(one.user_agent), one.ip, moment_in_words(one.created_at)) for one in sessions.of(user)]
        return format_html_join("\n", "<p>{}, from {}, since {}</p>", lines) or "Nowhere"

    @admin.action(description="E-mail a link to choose a password", permissions=["change"])
    def send_link(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._each(request, queryset.exclude(email=""), "sent a link, if they have an e-mail address", _send_link)

    @admin.action(description="Send another invitation", permissions=["add"])
    def invite_again(self, request: HttpRequest, queryset: QuerySet) -> None:
        invited = queryset.filter(pk__in=invitations.open_ones()).exclude(email="")
        send = partial(invitations.invite, by=request.user)
        self._each(request, invited, "invited again, if they have not come yet; the link before no longer works", send)

    @admin.action(description="Withdraw the invitation", permissions=["change"])
    def withdraw_invitation(self, request: HttpRequest, queryset: QuerySet) -> None:
        invited = queryset.filter(pk__in=invitations.open_ones())
        self._each(request, invited, "no longer invited, if they had not come yet", invitations.withdraw)

    @admin.action(description="Sign out everywhere", permissions=["change"])
    def end_sessions(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._each(request, queryset, "signed out everywhere", sessions.end_all)

    @admin.action(description="Remove passkeys and codes, so that new ones are set up", permissions=["change"])
    def remove_second_factors(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._each(request, queryset, "without passkeys and codes now", _remove_second_factors)

    def _each(self, request: HttpRequest, users: QuerySet, done: str, verb: Callable[[Any], object]) -> None:
        """Does it to those whom this person may manage, and says to whom it was not done."""
        mine = [user for user in users if roles.may_manage(request.user, user)]
        for user in mine:
            verb(user)
        messages.success(request, f"{', '.join(map(str, mine)) or 'Nobody'}: {done}.")
        if len(mine) < len(users):
            messages.warning(request, "Left alone were accounts that can do more than yours.")


@admin.register(Group)
class RolesAdmin(ConfirmedAdmin, GroupAdmin):
    """Groups. Nobody changes one that can do more than they can, or gives it what they do not have."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and self._may_give(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and self._may_give(request, obj)

    def formfield_for_manytomany(self, db_field: Any, request: Any = None, **kwargs: Any) -> Any:
        if db_field.name == "permissions":
            kwargs["queryset"] = roles.permissions_to_give(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def _may_give(self, request: HttpRequest, group: Any) -> bool:
        return group is None or roles.groups_to_give(request.user).filter(pk=group.pk).exists()


def with_last_here(users: QuerySet[User]) -> QuerySet[User]:
    """The users with `last_here`: when they last used a session that is still known, or signed in."""
    known = UserSession.objects.filter(user=OuterRef("pk")).order_by("-last_seen_at")
    seen = Subquery(known.values("last_seen_at")[:1])
    return users.annotate(last_here=Coalesce(Greatest(seen, "last_login"), "last_login"))


def _without(fields: Any) -> list[Any]:
    return [field for field in fields if field not in FOR_SUPERUSERS]


def _send_link(user: Any) -> None:
    forgotten.ask([user])
    events.note("link to choose a password asked for by an administrator", user)


def _remove_second_factors(user: Any) -> None:
    Authenticator.objects.filter(user=user).delete()
    events.note("second factors removed by an administrator", user)
    changes.tell(user, "An administrator removed all passkeys, authenticator apps and recovery codes.")
    audit.record(audit.Action.FACTOR_REMOVED, f"{user.get_username()}: all")
    sessions.end_all(user)

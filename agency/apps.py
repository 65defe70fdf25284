from django.apps import AppConfig
from django.conf import settings
from django.db.models.signals import m2m_changed, post_migrate, pre_delete, pre_save


class AgencyConfig(AppConfig):
    name = "agency"
    verbose_name = "Agency"

    def ready(self) -> None:
        from agency import groups, identity, pages  # models are not ready before this
        from agency.deployment import machine_checks as _machine  # noqa: F401 - they are system checks
        from agency.deployment import settings_checks as _settings  # noqa: F401
        from agency.discovery import places as pages_to_find
        from agency.discovery import prepared_pictures
        from agency.first_steps import company
        from agency.models import Page
        from agency.moving_out.tables import TABLES
        from articles.exporting import tables
        from articles.gate import contacts
        from articles.lib.front_page import first_steps
        from articles.outbox import letterhead
        from articles.outbox.channels import register
        from articles.references import standing, texts
        from articles.search import places

        post_migrate.connect(pages.ensure, sender=self, dispatch_uid="agency.pages.ensure")
        post_migrate.connect(groups.ensure, sender=self, dispatch_uid="agency.groups.ensure")
        places.register(pages_to_find.every)
        standing.register(pages_to_find.to_link_to)
        texts.register(Page, "body", "The page “{}”")
        register(prepared_pictures.CHANNEL)
        letterhead.register(identity.letterhead)
        tables.register(*TABLES)
        contacts.register(identity.contacts)
        first_steps.register(company.FIRST_STEP)
        self._connect_accounts()
        if settings.SENTRY_DSN:
            from agency.monitoring import error_reports  # needs an optional package

            error_reports.start(settings.SENTRY_DSN)

    def _connect_accounts(self) -> None:
        from allauth.mfa import signals as factors
        from django.contrib.auth.models import Group, User
        from django.contrib.auth.signals import user_logged_in

        from agency.accounts import changes, events, forgotten, roles, second_factor, sessions
        from articles.lib import people
        from articles.outbox.channels import register

        # Every picker, filter and list of the admin asks the user itself what it is called.
        User.add_to_class("__str__", people.name_of)
        register(forgotten.CHANNEL)
        events.connect()
        changes.connect()
        user_logged_in.connect(sessions.on_sign_in)
        factors.authenticator_used.connect(second_factor.on_used)
        factors.authenticator_added.connect(second_factor.on_added)
        factors.authenticator_removed.connect(second_factor.on_removed)
        pre_save.connect(roles.on_user_saved, sender=User)
        m2m_changed.connect(roles.on_rights_of_user_changed, sender=User.groups.through)
        m2m_changed.connect(roles.on_rights_of_user_changed, sender=User.user_permissions.through)
        m2m_changed.connect(roles.on_rights_of_group_changed, sender=Group.permissions.through)
        pre_delete.connect(roles.on_group_deleted, sender=Group)

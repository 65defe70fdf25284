from django.apps import AppConfig
from django.conf import settings
from django.db.models.signals import post_migrate


class AgencyConfig(AppConfig):
    name = "agency"
    verbose_name = "Agency"

    def ready(self) -> None:
        from agency import groups, pages  # models are not ready before this
        from agency.deployment import machine_checks as _machine  # noqa: F401 - they are system checks
        from agency.deployment import settings_checks as _settings  # noqa: F401
        from agency.discovery import places as pages_to_find
        from agency.discovery import prepared_pictures
        from articles.outbox.channels import register
        from articles.search import places

        post_migrate.connect(pages.ensure, sender=self, dispatch_uid="agency.pages.ensure")
        post_migrate.connect(groups.ensure, sender=self, dispatch_uid="agency.groups.ensure")
        places.register(pages_to_find.every)
        register(prepared_pictures.CHANNEL)
        if settings.SENTRY_DSN:
            from agency.monitoring import error_reports  # needs an optional package

            error_reports.start(settings.SENTRY_DSN)

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class EnquiriesConfig(AppConfig):
    name = "enquiries"
    verbose_name = "Enquiries"

    def ready(self) -> None:
        from enquiries import defaults  # models are not ready before this
        from enquiries.monitoring import inbox as _inbox  # noqa: F401 - it is a system check
        from enquiries.notices import digests as _digests  # noqa: F401 - they listen to the outbox

        post_migrate.connect(defaults.ensure, sender=self, dispatch_uid="enquiries.defaults.ensure")

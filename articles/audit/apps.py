from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "articles.audit"
    label = "audit"
    verbose_name = "Audit trail"

    def ready(self) -> None:
        from articles.audit import accounts  # models are not ready before this

        accounts.listen()

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "articles.outbox"
    label = "outbox"
    verbose_name = "Outbox"

    def ready(self) -> None:
        from articles.outbox import mail  # models are not ready before this
        from articles.outbox.channels import Channel, register

        register(Channel("mail", mail.send))

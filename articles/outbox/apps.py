from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "articles.outbox"
    label = "outbox"
    verbose_name = "Outbox"

    def ready(self) -> None:
        from articles.lib.front_page import first_steps
        from articles.outbox import mail, probe, sending  # models are not ready before this
        from articles.outbox.channels import Channel, register

        register(Channel("mail", mail.send))
        first_steps.register(probe.FIRST_STEP)
        sending.sent.connect(probe.note_acceptance)

from django.apps import AppConfig
from django.conf import settings
from django.db.models.signals import post_migrate


class EnquiriesConfig(AppConfig):
    name = "enquiries"
    verbose_name = "Enquiries"

    def ready(self) -> None:
        from articles.outbox import channels, enclosures
        from articles.readership import sent
        from enquiries import defaults  # models are not ready before this
        from enquiries.handoff import mailbox, webhooks
        from enquiries.handoff import outcomes as _outcomes  # noqa: F401 - they listen to the outbox and to histories
        from enquiries.models import Role
        from enquiries.monitoring import inbox as _inbox  # noqa: F401 - it is a system check
        from enquiries.notices import digests as _digests  # noqa: F401 - they listen to the outbox
        from enquiries.notices import morning as _morning  # noqa: F401 - so does this
        from enquiries.notices import replies
        from enquiries.tallies import reading

        sent.register({role.value: role.label.capitalize() for role in Role}, reading.from_guides)
        channels.register(webhooks.CHANNEL_OF_WEBHOOKS)
        enclosures.register(mailbox.enclosed)
        enclosures.register(replies.files_of)
        if settings.MAIL_PROVIDER:
            from enquiries.inbound import webhooks as provider

            provider.listen()
        post_migrate.connect(defaults.ensure, sender=self, dispatch_uid="enquiries.defaults.ensure")

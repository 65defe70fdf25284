from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Guides"

    def ready(self) -> None:
        from articles import first_steps
        from articles.gate import rules
        from articles.lib.front_page import first_steps as all_first_steps
        from articles.models import Author, content_version
        from articles.moved import counting as asked_for
        from articles.outbox.channels import register  # models are not ready before this
        from articles.publishing import indexnow
        from articles.readership import counting
        from articles.references import standing, texts
        from articles.search import places
        from articles.views import places as pages

        # A release that is deployed shows the same content in another way, and migrations write past the models.
        post_migrate.connect(content_version.renew_after_migrate, sender=self, dispatch_uid="articles.content_version")
        post_migrate.connect(rules.ensure, sender=self, dispatch_uid="articles.checks")
        register(indexnow.CHANNEL)
        all_first_steps.register(*first_steps.STEPS)
        counting.also_write(asked_for.write_down)
        places.register(pages.every)
        standing.register(standing.of_guides)
        texts.register(Author, "biography", "The biography of {}")

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Guides"

    def ready(self) -> None:
        from articles.outbox.channels import register  # models are not ready before this
        from articles.publishing import indexnow

        register(indexnow.CHANNEL)

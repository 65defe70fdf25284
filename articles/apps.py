from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Guides"

    def ready(self) -> None:
        from articles.outbox.channels import register  # models are not ready before this
        from articles.publishing import indexnow
        from articles.search import places
        from articles.views import places as pages

        register(indexnow.CHANNEL)
        places.register(pages.every)

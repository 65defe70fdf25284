"""Addresses of several providers at once, which a site does not have."""

from django.urls import include, path

from agency.urls import handler400, handler403, handler404, handler500
from agency.urls import urlpatterns as of_the_site
from enquiries.views import webhooks

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
PROVIDERS = ("postmark", "mailgun", "amazon_ses")
urlpatterns = [*of_the_site, *(path("webhooks/", include(webhooks.addresses(name))) for name in PROVIDERS)]

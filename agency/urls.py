from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView

from agency import design_system, home, pages, views
from agency.accounts import urls as account_urls
from agency.discovery import indexnow, llms, manifest, sitemaps, social_cards, well_known
from agency.first_steps import pages as first_steps
from agency.monitoring import health, metrics
from agency.serving import files, media
from articles.artwork import covers
from articles.lib.admin_pages import AdminPage
from enquiries.views import webhooks

# Staff sign in at one place; nothing about it is kept, not even the way there.
admin.site.login = never_cache(secure_admin_login(admin.site.login))  # type: ignore[method-assign]

urlpatterns = [
    path("", home.home, name="home"),
    path("", include("articles.urls")),
    path("enquiries/", include("enquiries.urls")),
    path("webhooks/", include(webhooks.addresses(settings.MAIL_PROVIDER))),
    path("accounts/", include(account_urls)),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap_section"),
    path("robots.txt", well_known.robots, name="robots"),
    path("llms.txt", llms.page, name="llms"),
    path(".well-known/security.txt", well_known.security, name="security"),
    re_path(r"^(?P<key>[A-Za-z0-9-]{8,128})\.txt$", indexnow.key),
    path("favicon.ico", well_known.favicon, name="favicon"),
    path("healthz", health.healthz, name="healthz"),
    path("metrics", metrics.metrics, name="metrics"),
    path("readyz", health.readyz, name="readyz"),
    re_path(r"^media/files/(?P<place>[0-9a-f]{16})/(?P<name>[a-z0-9-]{1,60}\.[a-z0-9]{2,5})$", files.file, name="file"),
    path("media/<path:path>", media.media, name="media"),
    re_path(
        rf"^covers/{covers.EDITION}/(?P<topic>[0-9a-f]{{8}})-(?P<guide>[0-9a-f]{{8}})-(?P<kind>{covers.KINDS})\.svg$",
        media.cover,
    ),
    path("social/<slug:kind>/<slug:slug>/<slug:digest>.png", social_cards.social_card),
    path("site.webmanifest", manifest.manifest, name="manifest"),
    # Where the word list was before its model was renamed.
    re_path("^admin/articles/term/(?P<rest>.*)$", RedirectView.as_view(url="/admin/articles/styleterm/%(rest)s")),
    AdminPage("admin/design-system/", design_system.page, "design_system").url(admin.site),
    *(page.url(admin.site) for page in first_steps.PAGES),
    path("admin/password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("admin/", admin.site.urls),
    re_path(rf"^(?P<slug>{'|'.join(pages.PAGES)})/$", views.page, name="page"),
]

handler400 = "agency.serving.errors.bad_request"
handler403 = "agency.serving.errors.permission_denied"
handler404 = "agency.serving.errors.page_not_found"
handler500 = "agency.serving.errors.server_error"

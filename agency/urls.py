from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path

from agency import media, views
from agency.sitemaps import SITEMAPS

urlpatterns = [
    path("", views.home, name="home"),
    path("", include("articles.urls")),
    path("enquiries/", include("enquiries.urls")),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("media/<path:path>", media.media, name="media"),
    path("admin/", admin.site.urls),
    re_path(r"^(?P<slug>privacy|accessibility|contact)/$", views.page, name="page"),
]

handler400 = "agency.errors.bad_request"
handler403 = "agency.errors.permission_denied"
handler404 = "agency.errors.page_not_found"

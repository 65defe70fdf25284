"""The site's addresses with those of the reports among them."""

from django.contrib import admin
from django.urls import path

from agency.urls import urlpatterns as site
from enquiries.admin.reports import reports_urls

urlpatterns = [path("admin/", ([*reports_urls(admin.site), *admin.site.get_urls()], "admin", "admin")), *site]

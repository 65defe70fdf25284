from django.urls import path

from tests.benchmarks.plain import views

urlpatterns = [
    path("guides/<slug:slug>/", views.guide, name="guide"),
    path("enquiries/new/", views.enquire, name="enquire"),
    path("enquiries/thanks/", views.thanks, name="thanks"),
]

from django.urls import path

from enquiries import status_views, views, webhooks

app_name = "enquiries"
urlpatterns = [
    path("new/", views.new, name="new"),
    path("sent/<str:token>/", views.sent, name="sent"),
    path("status/<str:token>/", status_views.status, name="status"),
    path("status/<str:token>/copy/", status_views.copy, name="status_copy"),
    path("status/<str:token>/cv/", status_views.cv, name="status_cv"),
    path("status/<str:token>/<slug:action>/", status_views.change, name="status_change"),
    path("webhooks/mail/", webhooks.mail, name="mail_webhook"),
]

from django.urls import path

from enquiries import views

app_name = "enquiries"
urlpatterns = [
    path("new/", views.new, name="new"),
    path("sent/<slug:reference>/", views.sent, name="sent"),
]

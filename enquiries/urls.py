from django.urls import path

from enquiries.views import form, handed_off_files, status, unsubscribing

app_name = "enquiries"
urlpatterns = [
    path("new/", form.new, name="new"),
    path("sent/<str:token>/", form.sent, name="sent"),
    path("status/<str:token>/", status.status, name="status"),
    path("status/<str:token>/copy/", status.copy, name="status_copy"),
    path("status/<str:token>/cv/", status.cv, name="status_cv"),
    path("status/<str:token>/write/", status.write, name="status_write"),
    path("status/<str:token>/new-link/", status.new_link, name="new_link"),
    path("status/<str:token>/<slug:action>/", status.change, name="status_change"),
    path("handed-off/<str:token>/", handed_off_files.handed_off_file, name="handed_off_file"),
    path("unsubscribe/<str:token>/", unsubscribing.unsubscribe, name="unsubscribe"),
]

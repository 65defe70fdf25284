from django.urls import path

from articles import views

app_name = "articles"
urlpatterns = [
    path("guides/", views.index, name="index"),
    path("guides/<slug:slug>/", views.guide, name="guide"),
    path("guides/topics/<slug:slug>/", views.topic, name="topic"),
    path("people/<slug:slug>/", views.author, name="author"),
]

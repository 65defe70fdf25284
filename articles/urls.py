from django.urls import path

from articles import feeds, salary_guide, shared, twin, views
from articles.searching import views as searching

app_name = "articles"
urlpatterns = [
    path("guides/", views.index, name="index"),
    path("guides/<slug:slug>/", views.guide, name="guide"),
    path("guides/<slug:slug>.md", twin.twin, name="twin"),
    path("guides/shared/<str:token>/", shared.shared, name="shared"),
    path("guides/topics/<slug:slug>/", views.topic, name="topic"),
    path("guides/topics/<slug:slug>/feed.xml", feeds.topic, name="topic_feed"),
    path("people/<slug:slug>/", views.author, name="author"),
    path("people/<slug:slug>/feed.xml", feeds.author, name="author_feed"),
    path("feed.xml", feeds.everything, name="feed"),
    path("salaries/", salary_guide.page, name="salaries"),
    path("salaries.csv", salary_guide.download, name="salaries_csv"),
    path("search/", searching.page, name="search"),
]

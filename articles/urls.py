from django.urls import path

from articles.views import feeds, guides, markdown, people, salaries, shared_draft
from articles.views import search as searching

app_name = "articles"
urlpatterns = [
    path("guides/", guides.index, name="index"),
    path("guides/<slug:slug>/", guides.guide, name="guide"),
    path("guides/<slug:slug>.md", markdown.guide, name="markdown"),
    path("guides/shared/<str:token>/", shared_draft.shared, name="shared"),
    path("guides/topics/<slug:slug>/", guides.topic, name="topic"),
    path("guides/topics/<slug:slug>/feed.xml", feeds.topic, name="topic_feed"),
    path("people/", people.page, name="people"),
    path("people/<slug:slug>/", guides.author, name="author"),
    path("people/<slug:slug>/feed.xml", feeds.author, name="author_feed"),
    path("feed.xml", feeds.everything, name="feed"),
    path("salaries/", salaries.page, name="salaries"),
    path("salaries.csv", salaries.download, name="salaries_csv"),
    path("search/", searching.page, name="search"),
]

"""The pages that a guide has in the admin beside its form: each is a function of the request and the guide."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.drafts import permissions
from articles.lib.admin_pages import AdminPage, has
from articles.models import Article

MAY_VIEW = has("articles.view_article")


def guide_page(
    path: str, view: Callable[..., HttpResponse], may: Callable[[Any, Article], bool] = MAY_VIEW
) -> AdminPage:
    """A page at `<guide>/<path>`, named after it, for those who `may` do this to the guide."""
    name = path.split("<")[0].strip("/").replace("/", "_")
    return AdminPage(f"<int:pk>/{path}", view, f"articles_article_{name}", may, _find)


def new_guide_page(path: str, view: Callable[..., HttpResponse]) -> AdminPage:
    """The same for a guide that is not stored yet, for those who may add one."""
    name = path.strip("/").replace("/", "_")
    return AdminPage(f"add/{path}", view, f"articles_article_new_{name}", has("articles.add_article"))


def _find(request: HttpRequest, pk: int) -> Article:
    return get_object_or_404(
        Article.objects.select_related("topic", "author", "hero_picture", "owner", "saved_by"), pk=pk
    )


def page(request: HttpRequest, guide: Article, template: str, title: str, **context: Any) -> TemplateResponse:
    """A page of the guide in the admin's frame; its template extends `admin/articles/article/page.html`."""
    context |= {
        **admin.site.each_context(request),
        "title": title,
        "opts": Article._meta,
        "guide": guide,
        "may_change": permissions.may_change(request.user, guide),
        "may_publish": permissions.may_publish(request.user, guide),
    }
    return TemplateResponse(request, f"admin/articles/article/{template}", context)


def back_to(name: str, guide: Article) -> HttpResponseRedirect:
    """To another page of the guide: `change`, `history`, `preview` …"""
    return HttpResponseRedirect(reverse(f"admin:articles_article_{name}", args=[guide.pk]))

"""The pages that a guide has in the admin beside its form: each is a function of the request and the guide."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.drafts import permissions
from articles.models import Article

MAY: dict[str, Callable[[Any, Article], bool]] = {
    "view": lambda user, _article: user.has_perm("articles.view_article"),
    "change": permissions.may_change,
    "publish": permissions.may_publish,
}


@dataclass(frozen=True)
class GuidePage:
    """A page at `<guide>/<path>`, for those who may `needs` the guide."""

    path: str
    view: Callable[..., HttpResponse]
    needs: str = "view"

    @property
    def name(self) -> str:
        return f"articles_article_{self.path.split('<')[0].strip('/').replace('/', '_')}"

    def __call__(self, request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
        guide = get_object_or_404(Article.objects.select_related("topic", "author", "owner", "saved_by"), pk=pk)
        if not MAY[self.needs](request.user, guide):
            raise PermissionDenied
        return self.view(request, guide, **kwargs)


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

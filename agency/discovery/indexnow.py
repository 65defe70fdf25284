"""The file that proves to search engines that our IndexNow key is ours."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe


@require_safe
def key(request: HttpRequest, key: str) -> HttpResponse:
    """The key, at the address that is made of it."""
    if not settings.INDEXNOW_KEY or not constant_time_compare(key, settings.INDEXNOW_KEY):
        raise Http404("There is no such file.")
    return HttpResponse(settings.INDEXNOW_KEY, content_type="text/plain; charset=utf-8")

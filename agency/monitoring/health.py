"""Whether the site is up, and whether all is well."""

import logging

from django.db import Error, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from agency.backups import state
from agency.monitoring import clocks
from enquiries.monitoring import health

log = logging.getLogger(__name__)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the site can reach its database; an unreachable one raises and answers 503."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Is all well? `amber` with reasons when staff must look at something; 503 when the database does not answer."""
    try:
        reasons = [reason for reason in (*health.reasons(), state.reason(), clocks.reason()) if reason]
    except Error as error:
        log.warning("not ready: %s", type(error).__name__)
        return JsonResponse({"status": "down", "reasons": ["The database does not answer."]}, status=503)
    return JsonResponse({"status": "amber" if reasons else "ok", "reasons": reasons})

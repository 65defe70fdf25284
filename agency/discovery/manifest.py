"""What a phone needs to keep the site on its home screen (W3C Web Application Manifest)."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from agency import identity
from articles.artwork.palette import GREEN, PAPER
from articles.lib.cacheable import cacheable

AN_HOUR = 60 * 60
# Some phones cut icons to a shape of their own; the last may be cut.
ICONS = ((192, "any"), (512, "any"), (512, "maskable"))


@require_safe
@cacheable()
def manifest(request: HttpRequest) -> HttpResponse:
    """The agency's name, its colours and its icons."""
    agency = identity.current()
    data = {
        "name": agency.name,
        "short_name": agency.name,
        "description": agency.tagline,
        "lang": "en-GB",
        "start_url": "/",
        "display": "browser",
        "background_color": PAPER,
        "theme_color": GREEN,
        "icons": [
            {
                "src": static(f"img/icon-{'maskable-' if purpose == 'maskable' else ''}{size}.png"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size, purpose in ICONS
        ],
    }
    response = JsonResponse(data, content_type="application/manifest+json")
    response.headers["Cache-Control"] = f"public, max-age={AN_HOUR}"
    return response

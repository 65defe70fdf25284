"""Pictures, served by the application: what is made of the uploads, never the uploads themselves."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.artwork import covers
from articles.lib.cacheable import cacheable
from articles.pictures import derived_files, rendering, renditions
from articles.pictures.derived_files import Busy, DoesNotFit, NotKept

A_YEAR = 365 * 24 * 60 * 60
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}


@require_safe
@cacheable(is_endless=True, reads_database=False)
def media(request: HttpRequest, path: str) -> HttpResponse:
    """One rendition of a picture; browsers keep it permanently, since a name is never used twice."""
    wanted = renditions.parse(path)
    if wanted is None:
        raise Http404("That is not the name of a picture.")
    try:
        content = derived_files.rendition(wanted)
    except (FileNotFoundError, DoesNotFit) as error:
        raise Http404("There is no such picture.") from error
    except Busy:
        return busy()
    except NotKept as made:
        content = made.content
    return answer(content, rendering.kind_of(content, wanted), max_age=A_YEAR)


@require_safe
@cacheable(is_endless=True, reads_database=False)
def cover(request: HttpRequest, topic: str, guide: str, kind: str) -> HttpResponse:
    """The cover that its address describes; anybody may ask for any cover, since none is stored."""
    response = HttpResponse(covers.draw(topic, guide, kind).svg(), content_type="image/svg+xml")
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response


def busy() -> HttpResponse:
    """When more pictures are asked for than can be made."""
    return HttpResponse(status=503, headers={"Retry-After": "5", "Cache-Control": "no-store"})


def answer(content: bytes, file_format: str, *, max_age: int) -> HttpResponse:
    """The picture in one piece: a stream would be compressed a second time, for nothing."""
    response = HttpResponse(content, content_type=TYPES[file_format])
    immutable = ", immutable" if max_age == A_YEAR else ""
    response.headers["Cache-Control"] = f"public, max-age={max_age}{immutable}"
    return response

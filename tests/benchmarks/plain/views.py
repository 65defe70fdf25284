from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tests.benchmarks.plain.forms import EnquiryForm
from tests.benchmarks.plain.models import Guide


def guide(request: HttpRequest, slug: str) -> HttpResponse:
    guides = Guide.objects.filter(is_published=True)
    guide = get_object_or_404(guides.select_related("topic", "author"), slug=slug)
    related = guides.filter(topic=guide.topic).exclude(pk=guide.pk).select_related("topic").defer("body")[:3]
    return render(request, "plain/guide.html", {"guide": guide, "related": related})


def enquire(request: HttpRequest) -> HttpResponse:
    form = EnquiryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("thanks")
    return render(request, "plain/enquire.html", {"form": form})


def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "plain/thanks.html")

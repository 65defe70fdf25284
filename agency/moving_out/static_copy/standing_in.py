"""The pages of a copy that stand where something needs the site itself, or where there is nothing."""

from collections.abc import Iterator
from datetime import date

from django.shortcuts import render

from agency.moving_out.static_copy.addresses import LEFT_OUT
from agency.moving_out.static_copy.asking import request_for

NOT_FOUND, GONE = "/404.html", "/410.html"


def pages(day: date) -> Iterator[tuple[str, bytes]]:
    """Each with its address: that this is a copy, of which day, and how one reaches the agency; and two for web servers."""
    templates = dict.fromkeys(map(str, LEFT_OUT), "agency/copy.html")
    for address, template in (templates | {NOT_FOUND: "404.html", GONE: "articles/gone.html"}).items():
        yield address, render(request_for(address), template, {"day": day}).content

"""The signed link by which somebody without an account opens a draft."""

from datetime import timedelta

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.urls import reverse

from articles.lib.urls import absolute
from articles.models import ApprovalRequest

DAYS = (7, 14, 30)
LONGEST = timedelta(days=max(DAYS))


class LinkUnknown(Exception):
    """We did not make this link."""


class LinkEnded(Exception):
    """The link was ours and no longer works."""


def link(request: ApprovalRequest) -> str:
    """The address at which the person who was asked reads the draft and answers."""
    return absolute(reverse("articles:shared", args=[_signer().sign(str(request.pk))]))


def find(token: str) -> ApprovalRequest:
    """The request that a link is for. Raises `LinkUnknown` or `LinkEnded`."""
    try:
        pk = _signer().unsign(token, max_age=LONGEST)
    except SignatureExpired as error:
        raise LinkEnded from error
    except BadSignature as error:
        raise LinkUnknown from error
    related = ("article__topic", "article__author", "article__owner", "speaker", "created_by")
    request = ApprovalRequest.objects.select_related(*related).filter(pk=pk).first()
    if request is None or not request.is_open():
        raise LinkEnded
    return request


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="articles.approvals")

"""Keeping a valid CV while the rest of its form is corrected, so that nobody has to upload it twice."""

from enquiries.intake.cvs import UploadedCV
from enquiries.models import PendingCV


def keep(token: str, cv: UploadedCV) -> None:
    """Keeps the CV under the form's token, in place of one that was kept before."""
    PendingCV.objects.update_or_create(
        token=token,
        defaults={"name": cv.name, "content_type": cv.content_type, "content": cv.content, "size": len(cv.content)},
    )


def find(token: str) -> UploadedCV | None:
    """The CV that is kept under the token, if there is one."""
    kept = PendingCV.objects.filter(token=token).first()
    if kept is None:
        return None
    return UploadedCV(name=kept.name, content_type=kept.content_type, content=bytes(kept.content))


def drop(token: str) -> None:
    """Deletes it: it is now stored with its enquiry, or another was sent."""
    PendingCV.objects.filter(token=token).delete()

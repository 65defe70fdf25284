from django.db import models
from django.db.models.functions import Now

from articles.models.revision import Revision


class PreparedPage(models.Model):
    """What of a live guide's page follows from its revision alone, finished when it went live.

    `edition` names the release and the settings that finished it; `seal` proves that nobody has changed it since. A page
    takes nothing that does not hold both (`articles/public/prepared.py`), so a row may be lost or spoilt without harm.
    """

    revision = models.OneToOneField(Revision, primary_key=True, on_delete=models.CASCADE, related_name="prepared")
    edition = models.CharField(max_length=64)
    seal = models.CharField(max_length=64)
    hero = models.TextField()
    dates = models.TextField()
    contents = models.TextField()
    body = models.TextField()
    # The names of its blocks' stylesheets, and the origins that its films are framed from. Code that still runs while a
    # release rolls out does not name them.
    styles = models.TextField(blank=True, db_default="")
    frames = models.TextField(blank=True, db_default="")
    # Structured data, as JSON.
    nodes = models.TextField()
    prepared_at = models.DateTimeField(db_default=Now())

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"The page of revision {self.revision_id}"

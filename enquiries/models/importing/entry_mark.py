from django.db import models

from enquiries.models.enquiry import Enquiry
from enquiries.models.importing.entry_import import EntryImport


class EntryMark(models.Model):
    """A keyed hash by which a form entry is known that came in: the next import of it changes nothing.

    It outlives the erasing of its enquiry, so that nobody who was erased comes back with another file.
    """

    mark = models.CharField(max_length=64, unique=True)
    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="entry_marks")
    run = models.ForeignKey(EntryImport, null=True, on_delete=models.SET_NULL, related_name="marks")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"A mark of enquiry {self.enquiry_id}"

"""The agency's own words and settings as tables of an export."""

from agency.models import Identity, Page
from articles.exporting.tables import kept
from enquiries.models import ReplyPromise, ReplyTemplate

TABLES = (
    kept("identity", Identity),
    kept("pages", Page, "slug"),
    kept("reply-promise", ReplyPromise),
    kept("reply-templates", ReplyTemplate, "name"),
)

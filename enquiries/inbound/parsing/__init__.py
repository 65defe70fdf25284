"""A raw mail as one plain value. It knows no database, no settings and nothing of this site."""

from enquiries.inbound.parsing.incoming import Incoming, IncomingFile, Kind, Report
from enquiries.inbound.parsing.reading import read

__all__ = ["Incoming", "IncomingFile", "Kind", "Report", "read"]

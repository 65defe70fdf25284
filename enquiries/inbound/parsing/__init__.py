from enquiries.inbound.parsing.incoming import Incoming, IncomingFile, Kind, Report
from enquiries.inbound.parsing.reading import read

__all__ = ["Incoming", "IncomingFile", "Kind", "Report", "read"]

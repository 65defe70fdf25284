"""The CV of an enquiry and its other files: added, removed, downloaded, looked at."""

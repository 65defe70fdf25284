"""Files that readers get as they were uploaded: what is accepted, and by what it is recognised. Imports only `document`."""

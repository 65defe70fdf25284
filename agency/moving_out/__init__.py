"""Moving out, as far as it spans the apps: the parts of an export, and the tables of the agency itself."""

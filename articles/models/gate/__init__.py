"""What the agency and the gate keep of checks, laws and words."""

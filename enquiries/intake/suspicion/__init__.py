"""What speaks for spam in an enquiry, how strongly, and how it is found. Imported by `enquiries.intake.spam` alone."""

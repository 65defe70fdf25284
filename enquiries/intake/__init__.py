"""From the form to the stored enquiry: answers, CVs, routing, suspicion. Imported by views."""

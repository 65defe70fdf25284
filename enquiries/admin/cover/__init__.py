"""Who is away, when teams are open, and which e-mails people get in the morning."""

"""What other servers and programs report of our mails."""

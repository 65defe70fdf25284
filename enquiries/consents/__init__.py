"""Who wants to hear from us and who does not: consent, the suppression list, and the list for the mailing tool."""

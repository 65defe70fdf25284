"""Why a mail did not go, in plain words, from what an `Attempt` keeps of it: the kind of failure and the server's codes."""

# By the kinds of Python and smtplib; the first one that the name of the failure holds.
SAID = {
    "gaierror": "The name of the mail server could not be found. Look at the host in EMAIL_URL.",
    "ConnectionRefused": "Nothing answers at that host and port. Look at both in EMAIL_URL.",
    "Timeout": "The mail server did not answer in time. The port in EMAIL_URL may be wrong, or a firewall is in the way.",
    "SSLCertVerification": "The certificate of the mail server is not valid for its name, so nothing was sent.",
    "SSL": "No encrypted line could be opened. In EMAIL_URL, smtps:// belongs to port 465 and smtp:// to port 587.",
    "SMTPAuthentication": "The mail server refused the user name or the password in EMAIL_URL.",
    "SMTPNotSupported": "The mail server cannot do what EMAIL_URL asks for, such as signing in or an encrypted line.",
    "SMTPSenderRefused": "The mail server takes no mail from the sender in DEFAULT_FROM_EMAIL.",
    "SMTPRecipientsRefused": "The mail server takes no mail for your address.",
    "SMTPData": "The mail server looked at the message and refused it.",
    "SMTP": "The mail server broke off.",
    "Connection": "The mail server broke off.",
    "OSError": "The mail server could not be reached.",
}


def in_words(error: str) -> str:
    """A sentence or two about the failure, and the codes that the server answered with."""
    kind, *codes = error.split()
    told = next((words for name, words in SAID.items() if name in kind), f"It failed with {kind}.")
    return f"{told} Its answer was {', '.join(codes)}." if codes else told

"""Handing mails to an SMTP server, also those to addresses that are not ASCII before the @ (RFC 6531)."""

import smtplib
from collections.abc import Sequence
from typing import Any

from django.core.mail.backends import smtp


class SMTP(smtplib.SMTP):
    """Asks the server to take such an address; raises `SMTPNotSupportedError` when it knows no SMTPUTF8."""

    def sendmail(
        self,
        from_addr: str,
        to_addrs: str | Sequence[str],
        msg: Any,
        mail_options: Sequence[str] = (),
        rcpt_options: Sequence[str] = (),
    ) -> Any:
        if not all(address.isascii() for address in to_addrs):
            mail_options = (*mail_options, "SMTPUTF8")
        return super().sendmail(from_addr, to_addrs, msg, mail_options, rcpt_options)


class SMTPOverTLS(SMTP, smtplib.SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    """Django's, which by itself refuses such an address."""

    @property
    def connection_class(self) -> Any:
        return SMTPOverTLS if self.use_ssl else SMTP

    def prep_address(self, address: str, force_ascii: bool = False) -> str:
        return super().prep_address(address, force_ascii=False)

"""What mail servers are told of an address."""

import pytest
from django.core.exceptions import ValidationError

from articles.lib.mail_addresses import on_the_wire


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("jane@example.org", "jane@example.org"),
        ("Jane.O'Neil+jobs@Example.org", "Jane.O'Neil+jobs@Example.org"),
        ("website@localhost", "website@localhost"),
        ("jane@faß.example", "jane@xn--fa-hia.example"),
        ("jane@FAß.example", "jane@xn--fa-hia.example"),
        ("jane@βόλος.example", "jane@xn--nxasmm1c.example"),
        ("jane@bücher.example", "jane@xn--bcher-kva.example"),
        ("jane@b\u0075\u0308cher.example", "jane@xn--bcher-kva.example"),
        ("jane@例え.テスト", "jane@xn--r8jz45g.xn--zckzah"),
        ("jane@نامه\u200cای.example", "jane@xn--mgba3gch31f060k.example"),
        ("josé@bücher.example", "josé@xn--bcher-kva.example"),
    ],
)
def test_a_domain_is_told_in_ascii_by_the_rules_of_today(address: str, told: str) -> None:
    assert on_the_wire(address) == told


@pytest.mark.parametrize(
    "address",
    [
        "",
        "jane",
        "@example.org",
        "jane@",
        "jane@☃.example",
        "jane@👩‍💻.example",
        "jane@-bü-.example",
        "jane@ex ample.org",
        "jane@bü cher.example",
        "jane@bücher.example, all@example.org",
        "jane@bücher..example",
        "jane@" + "ü" * 70 + ".example",
        "jane doe@example.org",
        "jane\u00a0@example.org",
        "\u200bjane@example.org",
        "\u202ejane@example.org",
        "jane@example.org\nBcc: all@example.org",
        "Jane <jane@example.org>",
        "=?utf-8?q?jane?=@example.org",
        '"jane doe"@example.org',
        "jane(cv)@example.org",
        "j" * 65 + "@example.org",
        "jané" * 13 + "@example.org",
        "jane@" + "a" * 64 + ".example",
        "jane@" + ".".join(["a" * 60] * 4) + ".example",
        "jane@127.0.0.11",
        "jane@example.org.",
        ".jane@example.org",
    ],
)
def test_what_no_server_would_take_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        on_the_wire(address)

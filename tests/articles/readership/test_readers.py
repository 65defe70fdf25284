"""Whose requests are counted: people's, as far as the request says so."""

from typing import Any

import pytest

from articles.readership.readers import is_reader

CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
)


def request(user_agent: str = CHROME, **extra: Any) -> dict[str, Any]:
    return {"REQUEST_METHOD": "GET", "HTTP_USER_AGENT": user_agent} | extra


@pytest.mark.parametrize(
    "user_agent",
    [
        CHROME,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 "
        "Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
        "Mozilla/5.0 (Linux; Android 9; CUBOT X18 Plus) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/92.0 Mobile Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [LinkedInApp]/9.29",
        "Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; id) Presto/2.12.423 Version/12.16",
    ],
)
def test_browsers_are_counted(user_agent: str) -> None:
    assert is_reader(request(user_agent, HTTP_SEC_FETCH_DEST="document", HTTP_IF_NONE_MATCH='"known"'))


@pytest.mark.parametrize(
    "user_agent",
    [
        "",
        "x" * 600,
        f"Mozilla/5.0 {'x' * 600}",
        "curl/8.11.0",
        "python-requests/2.32.3",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 Chrome/119.0.0.0 Mobile Safari/537.36 Chrome-Lighthouse",
        "Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "WhatsApp/2.24.10 A",
    ],
)
def test_programs_that_say_so_are_not(user_agent: str) -> None:
    assert not is_reader(request(user_agent))


@pytest.mark.parametrize(
    "header",
    [
        {"REQUEST_METHOD": "HEAD"},
        {"HTTP_SEC_PURPOSE": "prefetch"},
        {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
        {"HTTP_PURPOSE": "prefetch"},
        {"HTTP_X_MOZ": "prefetch"},
        {"HTTP_SEC_FETCH_DEST": "empty"},
    ],
)
def test_what_nobody_opened_is_not(header: dict[str, str]) -> None:
    assert not is_reader(request(**header))

"""Films at YouTube and Vimeo, by whichever address an editor copied."""

import pytest

from articles.document import film_hosts

FILM = "dQw4w9WgXcQ"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={FILM}",
        f"youtube.com/watch?list=PL1&v={FILM}&t=30s",
        f"https://m.youtube.com/watch?v={FILM}",
        f"https://youtu.be/{FILM}?si=abc",
        f"https://www.youtube.com/shorts/{FILM}",
        f"https://www.youtube.com/live/{FILM}?feature=share",
        f"https://www.youtube-nocookie.com/embed/{FILM}",
    ],
)
def test_youtube(address):
    assert film_hosts.find(address) == film_hosts.HostedFilm(
        host="YouTube",
        page=f"https://www.youtube.com/watch?v={FILM}",
        frame=f"https://www.youtube-nocookie.com/embed/{FILM}?autoplay=1&rel=0",
        origin="https://www.youtube-nocookie.com",
    )


@pytest.mark.parametrize(
    ("address", "page", "query"),
    [
        ("https://vimeo.com/76979871", "76979871", ""),
        ("vimeo.com/76979871?share=copy", "76979871", ""),
        ("https://vimeo.com/channels/staffpicks/76979871", "76979871", ""),
        ("https://vimeo.com/76979871/8272103f6e", "76979871/8272103f6e", "&h=8272103f6e"),
        ("https://player.vimeo.com/video/76979871?title=0&h=8272103f6e", "76979871/8272103f6e", "&h=8272103f6e"),
    ],
)
def test_vimeo(address, page, query):
    assert film_hosts.find(address) == film_hosts.HostedFilm(
        host="Vimeo",
        page=f"https://vimeo.com/{page}",
        frame=f"https://player.vimeo.com/video/76979871?autoplay=1&dnt=1{query}",
        origin="https://player.vimeo.com",
    )


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/playlist?list=PL1",
        f"https://youtube.com.example.org/watch?v={FILM}",
        f"https://example.org/?u=https://youtu.be/{FILM}",
        f"javascript:alert(1)//youtu.be/{FILM}",
        "https://vimeo.com/blog",
        f'https://youtu.be/{FILM}" onload="alert(1)',
    ],
)
def test_nothing_else(address):
    assert film_hosts.find(address) is None

import pytest
from pytest_django import Settings

from tests.enquiries.inbound.mails import INBOUND


@pytest.fixture(autouse=True)
def _mail_comes_in(request: pytest.FixtureRequest) -> None:
    if "settings" in request.fixturenames or request.node.get_closest_marker("django_db"):
        settings: Settings = request.getfixturevalue("settings")
        settings.INBOUND_EMAIL = INBOUND

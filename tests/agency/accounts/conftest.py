"""The rules of accounts hold here, as they do in production."""

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _second_factor(settings: Settings) -> None:
    settings.SECOND_FACTOR = True

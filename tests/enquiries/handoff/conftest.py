from collections.abc import Iterator

import pytest

from tests.enquiries.handoff import crm as crms


@pytest.fixture
def crm() -> Iterator[crms.CRM]:
    with crms.running() as server:
        yield server

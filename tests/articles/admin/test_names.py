"""The names that editors give to topics, people and roles can be seen."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Author, JobRole, Topic


@pytest.mark.parametrize("blank", ["\u200b", "\xad\u2800", "\u0301", " \ufeff "])
@pytest.mark.parametrize(
    ("model", "name"), [(Topic, "name"), (Topic, "description"), (Author, "name"), (Author, "role"), (JobRole, "name")]
)
def test_a_name_that_nobody_sees_is_no_name(model, name, blank):
    with pytest.raises(ValidationError) as error:
        model(**{name: blank}).clean_fields()
    assert error.value.message_dict[name] == ["This field cannot be blank."]


def test_a_name_is_one_line():
    topic = Topic(name="Data\u2028 and\tAI\ufeff", slug="data", description="What it is.")
    topic.clean_fields()
    assert topic.name == "Data and AI"

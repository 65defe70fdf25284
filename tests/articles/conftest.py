from hypothesis import HealthCheck, settings

# The same examples on every run, however slow the machine.
settings.register_profile(
    "articles",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("articles")

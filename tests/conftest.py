"""What every test keeps to: no stray log, no deadline that a slow machine breaks."""

import logging
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "desk",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("desk")


@pytest.fixture(autouse=True)
def no_stray_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning or error in the log that the test did not ask for fails it."""
    yield
    for when in ("setup", "call"):
        stray = [r for r in caplog.get_records(when) if r.levelno >= logging.WARNING]
        assert not stray, f"stray log: {stray}"

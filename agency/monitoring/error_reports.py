"""Faults, told to a service that speaks Sentry's protocol, without anything of the people who met them."""

from typing import Any

import sentry_sdk
from sentry_sdk.integrations.logging import LoggingIntegration

from articles.outbox.cause import request_id
from enquiries.monitoring.log_filter import hide_links

# Everything else stays here: what was sent, who sent it, and what Sentry may add one day.
KEPT = ("event_id", "timestamp", "level", "logger", "platform", "release", "environment", "server_name")


def start(dsn: str) -> None:
    """Reports what is logged as an error from now on, which is every fault; Sentry looks at no request itself."""
    sentry_sdk.init(
        dsn=dsn,
        before_send=without_people,
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[LoggingIntegration(level=None)],
        include_local_variables=False,
        max_breadcrumbs=0,
    )


def without_people(event: Any, hint: Any) -> Any:
    """The event with the place and kind of the fault, not its words, which may be a visitor's."""
    kept = {key: event[key] for key in KEPT if key in event}
    if "exception" in event:
        kept["exception"] = {"values": [_wordless(fault) for fault in event["exception"]["values"]]}
    else:
        kept["logentry"] = {"message": hide_links(_saying(event.get("logentry", {})))}
    return kept | {"tags": {"request_id": request_id()}}


def _wordless(fault: dict[str, Any]) -> dict[str, Any]:
    frames = fault.get("stacktrace", {}).get("frames", [])
    places = [{key: frame.get(key) for key in ("filename", "function", "lineno", "module")} for frame in frames]
    return {"type": fault.get("type"), "module": fault.get("module"), "stacktrace": {"frames": places}}


def _saying(entry: dict[str, Any]) -> str:
    """What the line of the log says; ours name nobody."""
    return str(entry.get("formatted") or entry.get("message") or "")

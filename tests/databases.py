"""Which tests `make test` runs on the second database too; `make test-all` runs all there that touch the database.

On SQLite every test runs. On PostgreSQL those run in whose subject the two can differ, named by file and by what it is
that can differ. A test that is about more than one of these stands under the first.
"""

from pathlib import Path

FOLDER = Path(__file__).parent

CAN_DIFFER = {
    "locks, threads and transactions that meet": (
        "test_after_an_outage",
        "test_backups",
        "test_content_version",
        "test_content_version_together",
        "test_conversation_by_mail",
        "test_fetching",
        "test_handling",
        "test_mails_of_the_morning",
        "test_publishing",
        "test_publishing_under_fire",
        "test_reminders",
        "test_review_reminders",
        "test_salary_records",
        "test_scheduling",
        "test_sending_an_enquiry",
        "test_sending",
        "test_snapshots",
        "test_synthetic_enquiry",
        "test_taking_in",
        "test_turns",
        "test_worker",
    ),
    "SQL of our own, and the search that each has its own kind of": (
        "test_audit_trail",
        "test_finding",
        "test_listings",
        "test_readiness",
        "test_recording",
        "test_other_spellings",
        "test_search",
    ),
    "JSON that is stored, read back and looked into": (
        "test_document_round_trips",
        "test_folder",
        "test_made_again",
        "test_own_export",
        "test_refused",
        "test_what_is_written",
        "test_mentions",
    ),
    "dates and times that the database counts with": (
        "test_brakes",
        "test_counting",
        "test_follow_ups",
        "test_privacy",
        "test_purge",
        "test_readership",
        "test_reports",
        "test_requests",
        "test_tallies",
        "test_throttle",
        "test_what_is_asked_for",
    ),
    "queries in queries, windows, and DISTINCT beside an order": (
        "test_check_guides",
        "test_filters",
        "test_front_page",
        "test_home",
        "test_indexnow",
        "test_made_up_enquiries",
        "test_made_up_guides",
        "test_notices_in_the_admin",
        "test_privacy_requests",
        "test_review_dates",
        "test_salaries_page",
        "test_states",
        "test_where_used",
        "test_work_list",
    ),
    "constraints, lengths, and letters large and small": (
        "test_addresses",
        "test_routing",
        "test_similar",
        "test_spam",
    ),
}
CHOSEN = frozenset(name for names in CAN_DIFFER.values() for name in names)
# What a browser shows does not depend on the database.
NEVER = "browser"


def missing() -> list[str]:
    """What is named above and is no file of tests, so that a new name of a file takes nothing away unseen."""
    return sorted(CHOSEN - {path.stem for path in FOLDER.rglob("test_*.py")})

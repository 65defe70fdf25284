"""What changed in the law lately that guides of a recruitment agency touch; staff keep the list from here on."""

from datetime import date

from django.db import migrations

# Subject, in force on, what changed, words that touch it, and where it is told.
CHANGES = [
    (
        "umbrella companies",
        date(2026, 4, 6),
        "Agencies, and end clients where there is no agency, are jointly and severally liable for the PAYE tax and National Insurance that an umbrella company fails to pay (chapter 11 of part 2 of ITEPA 2003).",
        "umbrella compan*\numbrella worker*\numbrella employ*\numbrella provider*",
        "https://www.legislation.gov.uk/ukpga/2003/1/part/2/chapter/11",
    ),
    (
        "unfair dismissal",
        date(2027, 1, 1),
        "An employee can claim ordinary unfair dismissal after six months of service, no longer after two years (Employment Rights Act 2025).",
        "unfair dismissal*\nunfairly dismissed",
        "https://www.acas.org.uk/employment-rights-act-2025",
    ),
    (
        "complaints about personal data",
        date(2026, 6, 19),
        "People may complain to whoever holds their data, who must make that easy, acknowledge it within 30 days and tell the outcome (section 103 of the Data (Use and Access) Act 2025).",
        "data protection complaint*\ncomplain* to the ICO\ncomplain* to the Information Commissioner\ncomplain* about how we use\ncomplain* about your data",
        "https://www.legislation.gov.uk/ukpga/2025/18/section/103",
    ),
    (
        "statutory sick pay",
        date(2026, 4, 6),
        "Statutory sick pay is due from the first day of illness, without waiting days and without a lower earnings limit (Employment Rights Act 2025).",
        "statutory sick pay\nsick pay\nSSP",
        "https://www.gov.uk/statutory-sick-pay",
    ),
    (
        "paternity and parental leave",
        date(2026, 4, 6),
        "Paternity leave and unpaid parental leave are rights from the first day of employment (Employment Rights Act 2025).",
        "paternity leave\nparental leave",
        "https://www.acas.org.uk/employment-rights-act-2025",
    ),
    (
        "whistleblowing about sexual harassment",
        date(2026, 4, 6),
        "Telling of sexual harassment is named among the disclosures for which workers are protected (Employment Rights Act 2025).",
        "whistleblow*\nprotected disclosure*\nqualifying disclosure*",
        "https://www.acas.org.uk/employment-rights-act-2025",
    ),
    (
        "collective redundancy",
        date(2026, 4, 6),
        "The most that a tribunal can award for a failure to consult has doubled from 90 to 180 days’ pay (Employment Rights Act 2025).",
        "collective redundanc*\nprotective award*",
        "https://www.acas.org.uk/employment-rights-act-2025",
    ),
    (
        "right to work checks",
        date(2026, 10, 1),
        "The rules against illegal working, and so the checks, reach beyond employees to workers, individual subcontractors and online matching services (section 48 of the Border Security, Asylum and Immigration Act 2025).",
        "right to work check*\ncheck* the right to work\nprove* your right to work\nproof of right to work",
        "https://www.gov.uk/check-job-applicant-right-to-work",
    ),
    (
        "the Skilled Worker visa",
        date(2025, 7, 22),
        "The general salary threshold is £41,700, and new sponsorships need a job at degree level (RQF 6).",
        "Skilled Worker visa*\nSkilled Worker route\nvisa sponsorship\nsponsor* licen*\nsponsored visa*",
        "https://www.gov.uk/skilled-worker-visa",
    ),
    (
        "neonatal care leave",
        date(2025, 4, 6),
        "Parents of a baby in neonatal care have up to twelve weeks of leave from their first day, and pay after 26 weeks of service.",
        "neonatal care\nneonatal leave",
        "https://www.gov.uk/neonatal-care-pay-leave",
    ),
    (
        "sexual harassment",
        date(2024, 10, 26),
        "Employers have a duty to take reasonable steps to prevent it (Worker Protection (Amendment of Equality Act 2010) Act 2023), which the Employment Rights Act 2025 raises to all reasonable steps from October 2026.",
        "sexual harassment\nsexually harass*",
        "https://www.acas.org.uk/sexual-harassment",
    ),
]


def fill(apps, schema_editor):
    LawChange = apps.get_model("articles", "LawChange")
    for subject, in_force_on, what, words, link in CHANGES:
        told = {"in_force_on": in_force_on, "what": what, "words": words, "link": link}
        LawChange.objects.get_or_create(subject=subject, defaults=told)


class Migration(migrations.Migration):

    dependencies = [("articles", "0032_changes_of_the_law")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]

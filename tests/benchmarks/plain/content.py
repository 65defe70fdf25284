"""The rows of the plain project: guides whose bodies are as long as ours, made in bulk."""

from datetime import timedelta
from itertools import batched

from django.core.management import call_command
from django.utils import timezone

from tests.benchmarks.plain.models import Author, Guide, Topic

BODY_LENGTH = 33_000  # what the article of our longest demo guide has
BATCH = 500
SECTION = (
    '<section aria-labelledby="s{0}"><h2 id="s{0}">Section {0}</h2>'
    "<p>Good work begins with knowing <strong>what is wanted</strong>, by whom, and by when. Ask before you start; it "
    'costs a minute, and <a href="/guides/guide-{0}/">guessing wrong</a> costs a week.</p>'
    "<ul><li>Write down what was agreed.</li><li>Say early when it cannot be kept.</li></ul></section>\n"
)


def fill(count: int, length: int = BODY_LENGTH) -> None:
    """Makes the tables where they are missing, and adds guides until there are `count`; each batch stays."""
    call_command("migrate", run_syncdb=True, verbosity=0)
    topics = [Topic.objects.get_or_create(slug=f"topic-{n}", defaults={"name": f"Topic {n}"})[0] for n in range(1, 4)]
    author, _made = Author.objects.get_or_create(
        name="Ada Example", defaults={"role": "Recruiter", "biography": "Has placed engineers for twenty years."}
    )
    text, now = body(length), timezone.now()
    Guide.objects.exclude(body=text).update(body=text)  # of an earlier run, with another length
    for numbers in batched(range(Guide.objects.count() + 1, count + 1), BATCH):
        Guide.objects.bulk_create(
            Guide(
                slug=f"guide-{number}",
                title=f"What does engineer number {number} do?",
                standfirst="What the work is like, what it pays and how to get into it, in the words of those who do it.",
                description="What the work is like, what it pays, who hires for it and how to get into it, with figures.",
                body=text,
                topic=topics[number % len(topics)],
                author=author,
                is_published=True,
                published_at=now - timedelta(minutes=number),
            )
            for number in numbers
        )


def body(length: int) -> str:
    """HTML of exactly so many bytes."""
    sections = (SECTION.format(number) for number in range(1, length // len(SECTION) + 2))
    text = "".join(sections)[: max(length - len("</section>"), 0)].rpartition("</section>\n")[0] + "</section>\n"
    return text + " " * (length - len(text))

"""The editing tables: one row per block of a draft. Each row converts to its block of the document and back."""

from typing import Any, ClassVar, Self

from content_editor.models import create_plugin_base
from django.db import models
from django.db.models import QuerySet
from django.utils.text import Truncator

from articles.document import blocks, richtext
from articles.models.article import Article
from articles.models.author import Author
from articles.models.fields import LineField, PictureField, RichTextField
from articles.models.salary import JobRole
from articles.pictures import uploads

SUMMARY_LENGTH = 60
ENQUIRER_ROLES = [
    ("candidate", "People looking for work"),
    ("client", "People who are hiring"),
    ("other", "Everybody else"),
]


class BlockRow(create_plugin_base(Article)):  # type: ignore[misc]
    """One row of a draft.

    `symbol` is one of the icon font that comes with the block editor. `copied` names the columns whose block fields have
    the same name and value; `summary` the column whose beginning tells an editor which block this is.
    """

    block: ClassVar[type[blocks.Block]]
    symbol: ClassVar[str]
    copied: ClassVar[tuple[str, ...]] = ()
    summary: ClassVar[str]

    class Meta:
        abstract = True
        ordering = ["ordering", "id"]

    def __str__(self) -> str:
        return Truncator(richtext.plain(str(getattr(self, self.summary) or ""))).chars(SUMMARY_LENGTH)

    def to_block(self) -> blocks.Block:
        """The row as the document's value."""
        return self.block(**{name: getattr(self, name) for name in self.copied})

    @classmethod
    def from_block(cls, block: Any) -> Self:
        """An unsaved row. Raises `DoesNotExist` when the block names an author or job role that is gone."""
        return cls(**{name: getattr(block, name) for name in cls.copied})

    @classmethod
    def with_related(cls, rows: QuerySet) -> QuerySet:
        """Rows of this kind with what their blocks show of other tables, so that many cost no more than one."""
        return rows


class TextBlock(BlockRow):
    block = blocks.Text
    symbol = "notes"
    copied = ("html",)
    summary = "html"
    html = RichTextField(
        "text", full=True, help_text="Begin each section with a heading: the contents list is made from the headings."
    )

    class Meta(BlockRow.Meta):
        verbose_name = blocks.Text.verbose_name


class FigureBlock(BlockRow):
    block = blocks.Figure
    symbol = "image"
    copied = ("alt", "decorative", "caption", "credit")
    summary = "alt"
    image = PictureField(
        "picture",
        blank=True,
        width_field="width",
        height_field="height",
        help_text="A JPEG, PNG, WebP or AVIF file, at least 1,200 pixels wide.",
    )
    width = models.PositiveIntegerField(null=True, editable=False)
    height = models.PositiveIntegerField(null=True, editable=False)
    alt = LineField(
        "alternative text",
        roomy=True,
        blank=True,
        help_text="What the picture shows, in one sentence, for people who cannot see it.",
    )
    decorative = models.BooleanField(
        default=False,
        help_text="Tick when the picture adds nothing to the words. Screen readers then skip it.",
    )
    caption = LineField(roomy=True, blank=True, help_text="Shown under the picture.")
    credit = LineField(blank=True, help_text="Who made the picture; shown after the caption.")

    class Meta(BlockRow.Meta):
        verbose_name = blocks.Figure.verbose_name

    def to_block(self) -> blocks.Figure:
        image = uploads.value(self.image, self.width, self.height)
        return blocks.Figure(image=image, **{name: getattr(self, name) for name in self.copied})

    @classmethod
    def from_block(cls, block: blocks.Figure) -> Self:
        """The picture goes in at once: set later, Django would open its file to measure it."""
        copied = {name: getattr(block, name) for name in cls.copied}
        if block.image is None:
            return cls(**copied)
        return cls(image=block.image.name, width=block.image.width, height=block.image.height, **copied)


class KeyTakeawaysBlock(BlockRow):
    block = blocks.KeyTakeaways
    symbol = "checklist"
    summary = "items"
    items = models.TextField(
        "takeaways",
        blank=True,
        help_text="Three to five sentences, one on each line. They appear in a box headed “Key takeaways”.",
    )

    class Meta(BlockRow.Meta):
        verbose_name = blocks.KeyTakeaways.verbose_name
        verbose_name_plural = "key takeaways"

    def to_block(self) -> blocks.KeyTakeaways:
        return blocks.KeyTakeaways(items=tuple(self.items.split("\n")))

    @classmethod
    def from_block(cls, block: blocks.KeyTakeaways) -> Self:
        return cls(items="\n".join(block.items))


class SalaryTableBlock(BlockRow):
    block = blocks.SalaryTable
    symbol = "payments"
    summary = "job_role"
    job_role = models.ForeignKey(
        JobRole,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        help_text="The page shows this role's salary figures as they are when you publish.",
    )

    class Meta(BlockRow.Meta):
        verbose_name = blocks.SalaryTable.verbose_name

    @classmethod
    def with_related(cls, rows: QuerySet) -> QuerySet:
        return rows.select_related("job_role").prefetch_related("job_role__figures")

    def to_block(self) -> blocks.SalaryTable:
        return self.job_role.salary_table() if self.job_role else blocks.SalaryTable(role="")

    @classmethod
    def from_block(cls, block: blocks.SalaryTable) -> Self:
        return cls(job_role=JobRole.objects.get(slug=block.role) if block.role else None)


class InsightBlock(BlockRow):
    block = blocks.Insight
    symbol = "record_voice_over"
    copied = ("html", "said_on")
    summary = "html"
    html = RichTextField(
        "words",
        help_text="What the recruiter says, as they would say it. Shown as a quotation with their name and the date.",
    )
    speaker = models.ForeignKey(
        Author,
        null=True,
        blank=True,
        db_column="voice_id",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="who says it",
        help_text="A named person or desk. Readers trust what somebody signs.",
    )
    said_on = models.DateField("date", null=True, blank=True, help_text="When it was said; shown beside the name.")

    class Meta(BlockRow.Meta):
        verbose_name = blocks.Insight.verbose_name

    @classmethod
    def with_related(cls, rows: QuerySet) -> QuerySet:
        return rows.select_related("speaker")

    def to_block(self) -> blocks.Insight:
        return blocks.Insight(html=self.html, said_on=self.said_on, speaker=self.speaker and self.speaker.as_speaker())

    @classmethod
    def from_block(cls, block: blocks.Insight) -> Self:
        row = super().from_block(block)
        row.speaker = Author.objects.get(slug=block.speaker.slug) if block.speaker else None
        return row


class QuestionAnswerBlock(BlockRow):
    block = blocks.QuestionAnswer
    symbol = "quiz"
    copied = ("question", "answer")
    summary = "question"
    question = LineField(
        blank=True,
        help_text="As a reader would ask it, ending in a question mark. Questions next to each other appear together under “Common questions”.",
    )
    answer = RichTextField(help_text="Answers the question in its first sentence.")

    class Meta(BlockRow.Meta):
        verbose_name = blocks.QuestionAnswer.verbose_name
        verbose_name_plural = "questions and answers"


class QuoteBlock(BlockRow):
    block = blocks.Quote
    symbol = "format_quote"
    copied = ("text", "source")
    summary = "text"
    text = models.TextField(blank=True, help_text="The words, without quotation marks.")
    source = LineField(blank=True, help_text="Who said or wrote it, and where.")

    class Meta(BlockRow.Meta):
        verbose_name = blocks.Quote.verbose_name


class FinalTakeawayBlock(BlockRow):
    block = blocks.FinalTakeaway
    symbol = "flag"
    copied = ("html",)
    summary = "html"
    html = RichTextField(
        "text", help_text="One or two paragraphs that close the guide, under the heading “Final takeaway”."
    )

    class Meta(BlockRow.Meta):
        verbose_name = blocks.FinalTakeaway.verbose_name


class CallToActionBlock(BlockRow):
    block = blocks.CallToAction
    symbol = "campaign"
    copied = ("role", "heading", "text", "label")
    summary = "heading"
    role = models.CharField(
        "for",
        max_length=20,
        choices=ENQUIRER_ROLES,
        default="candidate",
        help_text="The button opens the enquiry form with this answer chosen.",
    )
    heading = LineField(blank=True, help_text="A few words, such as “Looking for your next role?”")
    text = LineField(roomy=True, blank=True, help_text="One or two sentences under the heading.")
    label = LineField(
        "button", blank=True, help_text="What the button says, such as “Tell us what you are looking for”."
    )

    class Meta(BlockRow.Meta):
        verbose_name = blocks.CallToAction.verbose_name
        verbose_name_plural = "calls to action"


BLOCK_MODELS: tuple[type[BlockRow], ...] = (
    TextBlock,
    FigureBlock,
    KeyTakeawaysBlock,
    SalaryTableBlock,
    InsightBlock,
    QuestionAnswerBlock,
    QuoteBlock,
    FinalTakeawayBlock,
    CallToActionBlock,
)
ROW_FOR: dict[type[blocks.Block], type[BlockRow]] = {model.block: model for model in BLOCK_MODELS}

"""Rows of words."""

from typing import Self

from django.db import models
from django.db.models import QuerySet

from articles.document import blocks
from articles.models.author import Author
from articles.models.blocks.base import BlockRow
from articles.models.fields import LineField, RichTextField

ENQUIRER_ROLES = [
    ("candidate", "People looking for work"),
    ("client", "People who are hiring"),
    ("other", "Everybody else"),
]


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


class TipBlock(BlockRow):
    block = blocks.Tip
    symbol = "lightbulb"
    copied = ("warning", "html")
    summary = "html"
    warning = models.BooleanField(
        default=False, help_text="Tick when it keeps readers from harm. It is then headed “Warning” instead of “Tip”."
    )
    html = RichTextField("text", help_text="A sentence or three. What is longer belongs in the text.")

    class Meta(BlockRow.Meta):
        verbose_name = blocks.Tip.verbose_name
        verbose_name_plural = "tips and warnings"


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
        return rows.select_related("speaker__picture")

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

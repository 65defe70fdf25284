"""The editing tables: one row per block of a draft. Each row converts to its block of the document and back."""

from articles.document import blocks
from articles.models.blocks.base import BlockRow
from articles.models.blocks.diagrams import DiagramBlock
from articles.models.blocks.figures import ComparisonBlock, PullFigureBlock, SalaryTableBlock
from articles.models.blocks.lists import KeyTakeawaysBlock, StepsBlock, TimelineBlock
from articles.models.blocks.media import DownloadBlock, FigureBlock, VideoBlock
from articles.models.blocks.texts import (
    CallToActionBlock,
    FinalTakeawayBlock,
    InsightBlock,
    QuestionAnswerBlock,
    QuoteBlock,
    TextBlock,
    TipBlock,
)

BLOCK_MODELS: tuple[type[BlockRow], ...] = (
    TextBlock,
    FigureBlock,
    DiagramBlock,
    VideoBlock,
    KeyTakeawaysBlock,
    StepsBlock,
    TipBlock,
    PullFigureBlock,
    ComparisonBlock,
    TimelineBlock,
    SalaryTableBlock,
    InsightBlock,
    QuestionAnswerBlock,
    QuoteBlock,
    DownloadBlock,
    FinalTakeawayBlock,
    CallToActionBlock,
)
ROW_FOR: dict[type[blocks.Block], type[BlockRow]] = {model.block: model for model in BLOCK_MODELS}

__all__ = [
    "BLOCK_MODELS",
    "ROW_FOR",
    "BlockRow",
    "CallToActionBlock",
    "ComparisonBlock",
    "DiagramBlock",
    "DownloadBlock",
    "FigureBlock",
    "FinalTakeawayBlock",
    "InsightBlock",
    "KeyTakeawaysBlock",
    "PullFigureBlock",
    "QuestionAnswerBlock",
    "QuoteBlock",
    "SalaryTableBlock",
    "StepsBlock",
    "TextBlock",
    "TimelineBlock",
    "TipBlock",
    "VideoBlock",
]

"""The editing tables: one row per block of a draft. Each row converts to its block of the document and back."""

from articles.document import blocks
from articles.models.blocks.base import BlockRow
from articles.models.blocks.figures import SalaryTableBlock
from articles.models.blocks.lists import KeyTakeawaysBlock
from articles.models.blocks.media import FigureBlock
from articles.models.blocks.texts import (
    CallToActionBlock,
    FinalTakeawayBlock,
    InsightBlock,
    QuestionAnswerBlock,
    QuoteBlock,
    TextBlock,
)

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

__all__ = [
    "BLOCK_MODELS",
    "ROW_FOR",
    "BlockRow",
    "CallToActionBlock",
    "FigureBlock",
    "FinalTakeawayBlock",
    "InsightBlock",
    "KeyTakeawaysBlock",
    "QuestionAnswerBlock",
    "QuoteBlock",
    "SalaryTableBlock",
    "TextBlock",
]

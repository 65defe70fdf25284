from articles.models.article import Article
from articles.models.author import Author
from articles.models.blocks import (
    BLOCK_MODELS,
    BlockRow,
    CallToActionBlock,
    FigureBlock,
    FinalTakeawayBlock,
    InsightBlock,
    KeyTakeawaysBlock,
    QuestionAnswerBlock,
    QuoteBlock,
    SalaryTableBlock,
    TextBlock,
)
from articles.models.revision import Revision
from articles.models.salary import JobRole, SalaryFigure
from articles.models.topic import Topic

__all__ = [
    "BLOCK_MODELS",
    "Article",
    "Author",
    "BlockRow",
    "CallToActionBlock",
    "FigureBlock",
    "FinalTakeawayBlock",
    "InsightBlock",
    "JobRole",
    "KeyTakeawaysBlock",
    "QuestionAnswerBlock",
    "QuoteBlock",
    "Revision",
    "SalaryFigure",
    "SalaryTableBlock",
    "TextBlock",
    "Topic",
]

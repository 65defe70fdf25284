"""The guide as one plain value, independent of the database, the admin and HTML.

A `Document` is made of typed blocks. Every value cleans its own text when it is made, so a document cannot hold
unsafe rich text, control characters or untidy white space, wherever it came from.
"""

from articles.document.blocks.base import Block, Value
from articles.document.blocks.document import Document, word_count, words
from articles.document.blocks.figures import SalaryTable
from articles.document.blocks.kinds import BLOCKS
from articles.document.blocks.lists import KeyTakeaways
from articles.document.blocks.media import Figure
from articles.document.blocks.records import Image, SalaryFigure, Speaker
from articles.document.blocks.texts import CallToAction, FinalTakeaway, Insight, QuestionAnswer, Quote, Text

__all__ = [
    "BLOCKS",
    "Block",
    "CallToAction",
    "Document",
    "Figure",
    "FinalTakeaway",
    "Image",
    "Insight",
    "KeyTakeaways",
    "QuestionAnswer",
    "Quote",
    "SalaryFigure",
    "SalaryTable",
    "Speaker",
    "Text",
    "Value",
    "word_count",
    "words",
]

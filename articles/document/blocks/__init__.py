"""The guide as one plain value, independent of the database, the admin and HTML.

A `Document` is made of typed blocks. Every value cleans its own text when it is made, so a document cannot hold
unsafe rich text, control characters or untidy white space, wherever it came from.
"""

from articles.document.blocks.base import Block, Line, Value
from articles.document.blocks.diagrams import SHAPES, Diagram, Part
from articles.document.blocks.document import Document, word_count, words
from articles.document.blocks.figures import Comparison, ComparisonRow, PullFigure, SalaryTable
from articles.document.blocks.kinds import BLOCKS
from articles.document.blocks.lists import KeyTakeaways, Moment, Step, Steps, Timeline
from articles.document.blocks.media import Download, Figure, Video
from articles.document.blocks.records import File, Image, SalaryFigure, Speaker
from articles.document.blocks.texts import CallToAction, FinalTakeaway, Insight, QuestionAnswer, Quote, Text, Tip

__all__ = [
    "BLOCKS",
    "SHAPES",
    "Block",
    "CallToAction",
    "Comparison",
    "ComparisonRow",
    "Diagram",
    "Document",
    "Download",
    "Figure",
    "File",
    "FinalTakeaway",
    "Image",
    "Insight",
    "KeyTakeaways",
    "Line",
    "Moment",
    "Part",
    "PullFigure",
    "QuestionAnswer",
    "Quote",
    "SalaryFigure",
    "SalaryTable",
    "Speaker",
    "Step",
    "Steps",
    "Text",
    "Timeline",
    "Tip",
    "Value",
    "Video",
    "word_count",
    "words",
]

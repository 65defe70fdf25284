"""Every kind of block, in the order in which editors are offered them."""

from articles.document.blocks.base import Block
from articles.document.blocks.diagrams import Diagram
from articles.document.blocks.figures import Comparison, PullFigure, SalaryTable
from articles.document.blocks.lists import KeyTakeaways, Steps, Timeline
from articles.document.blocks.media import Download, Figure, Video
from articles.document.blocks.texts import CallToAction, FinalTakeaway, Insight, QuestionAnswer, Quote, Text, Tip

BLOCKS: dict[str, type[Block]] = {
    block.kind: block
    for block in (
        Text,
        Figure,
        Diagram,
        Video,
        KeyTakeaways,
        Steps,
        Tip,
        PullFigure,
        Comparison,
        Timeline,
        SalaryTable,
        Insight,
        QuestionAnswer,
        Quote,
        Download,
        FinalTakeaway,
        CallToAction,
    )
}

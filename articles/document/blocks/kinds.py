"""Every kind of block, in the order in which editors are offered them."""

from articles.document.blocks.base import Block
from articles.document.blocks.figures import SalaryTable
from articles.document.blocks.lists import KeyTakeaways
from articles.document.blocks.media import Figure
from articles.document.blocks.texts import CallToAction, FinalTakeaway, Insight, QuestionAnswer, Quote, Text

BLOCKS: dict[str, type[Block]] = {
    block.kind: block
    for block in (
        Text,
        Figure,
        KeyTakeaways,
        SalaryTable,
        Insight,
        QuestionAnswer,
        Quote,
        FinalTakeaway,
        CallToAction,
    )
}

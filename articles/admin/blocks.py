"""The blocks of a guide as the admin edits them: one inline per kind."""

from content_editor.admin import ContentEditorInline

from articles.models import (
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

# Names of symbols in the icon font that comes with the block editor.
SYMBOLS = {
    TextBlock: "notes",
    FigureBlock: "image",
    KeyTakeawaysBlock: "checklist",
    SalaryTableBlock: "payments",
    InsightBlock: "record_voice_over",
    QuestionAnswerBlock: "quiz",
    QuoteBlock: "format_quote",
    FinalTakeawayBlock: "flag",
    CallToActionBlock: "campaign",
}
INLINES = [
    ContentEditorInline.create(
        model,
        icon=symbol,
        fields=[
            field.name for field in model._meta.local_fields if field.editable and field.name not in ("id", "parent")
        ],
    )
    for model, symbol in SYMBOLS.items()
]

"""The tables of guides, and the fields that keep what is stored clean. Imported by everything above; imports only values."""

from articles.models.approval import ApprovalRequest
from articles.models.article import UNTITLED, Article
from articles.models.author import Author
from articles.models.blocks import BLOCK_MODELS, BlockRow, InsightBlock, SalaryTableBlock
from articles.models.content_version import ContentVersion
from articles.models.draft_version import DraftVersion
from articles.models.event import GuideEvent
from articles.models.gate.check_rule import CheckRule, OverriddenFinding
from articles.models.gate.law_change import LawChange
from articles.models.gate.live_look import LiveLook
from articles.models.gate.style_term import StyleTerm
from articles.models.importing.import_run import ImportPiece, ImportRun
from articles.models.importing.imported_post import ImportedPicture, ImportedPost
from articles.models.loose_file import LooseFile
from articles.models.mention import Mention
from articles.models.moved.missed_address import MissedAddress
from articles.models.moved.old_address import OldAddress
from articles.models.picture import Picture
from articles.models.prepared import PreparedPage
from articles.models.proposed_question import ProposedQuestion
from articles.models.readership import AskedFor, GuideDay, GuideMonth, SiteDay
from articles.models.reminder import ReviewReminder
from articles.models.revision import Revision
from articles.models.salary import JobRole, SalaryFigure
from articles.models.search import DraftWords, SearchEntry, SearchText, SearchWord, SynonymGroup
from articles.models.topic import Topic

__all__ = [
    "BLOCK_MODELS",
    "UNTITLED",
    "ApprovalRequest",
    "Article",
    "AskedFor",
    "Author",
    "BlockRow",
    "CheckRule",
    "ContentVersion",
    "DraftVersion",
    "DraftWords",
    "GuideDay",
    "GuideEvent",
    "GuideMonth",
    "ImportPiece",
    "ImportRun",
    "ImportedPicture",
    "ImportedPost",
    "InsightBlock",
    "JobRole",
    "LawChange",
    "LiveLook",
    "LooseFile",
    "Mention",
    "MissedAddress",
    "OldAddress",
    "OverriddenFinding",
    "Picture",
    "PreparedPage",
    "ProposedQuestion",
    "ReviewReminder",
    "Revision",
    "SalaryFigure",
    "SalaryTableBlock",
    "SearchEntry",
    "SearchText",
    "SearchWord",
    "SiteDay",
    "StyleTerm",
    "SynonymGroup",
    "Topic",
]

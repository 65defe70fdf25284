"""The admin of everything that belongs to guides. Nothing imports it but Django."""

from articles.admin.authors import AuthorAdmin
from articles.admin.gate.check_rules import CheckRuleAdmin
from articles.admin.gate.law_changes import LawChangeAdmin
from articles.admin.guides.guide_admin import GuideAdmin
from articles.admin.importing.run_admin import ImportRunAdmin
from articles.admin.moved.old_address_admin import OldAddressAdmin
from articles.admin.pictures.picture_admin import PictureAdmin
from articles.admin.salaries.role_admin import JobRoleAdmin
from articles.admin.synonyms import SynonymGroupAdmin
from articles.admin.topics import TopicAdmin
from articles.admin.word_list import StyleTermAdmin

__all__ = [
    "AuthorAdmin",
    "CheckRuleAdmin",
    "GuideAdmin",
    "ImportRunAdmin",
    "JobRoleAdmin",
    "LawChangeAdmin",
    "OldAddressAdmin",
    "PictureAdmin",
    "StyleTermAdmin",
    "SynonymGroupAdmin",
    "TopicAdmin",
]

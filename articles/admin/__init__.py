from articles.admin.guides import GuideAdmin
from articles.admin.people import AuthorAdmin
from articles.admin.salaries import JobRoleAdmin
from articles.admin.terms import TermAdmin
from articles.admin.topics import TopicAdmin

__all__ = ["AuthorAdmin", "GuideAdmin", "JobRoleAdmin", "TermAdmin", "TopicAdmin"]

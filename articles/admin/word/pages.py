"""Where these pages are, and who may open them."""

from articles.admin.guides.pages import guide_page
from articles.admin.word import copying, taking
from articles.lib.admin_pages import AdminPage, has

PAGES = (
    AdminPage("new/word/", taking.new_draft, "articles_article_from_word", has("articles.add_article")),
    AdminPage("blocks/word/", taking.insert, "articles_article_blocks_word", has("articles.add_article")),
    guide_page("word/", copying.draft),
    guide_page("word/live/", copying.live),
)

"""A post becomes a document: its parts find the blocks that are made for them, what is broken and certain is repaired.

First what only one program knows is said in HTML that means it (`unbuild/`): shortcodes, comments of blocks, the nested
boxes of page builders. What HTML has an element for uses that: `<details><summary>` a question or a part that opens,
`<figure><img><figcaption>`, `<blockquote>` with `<cite>`, `<iframe src>` and `<video src>`, `<table><caption>`,
`<a href class="button">`. `<aside data-means="takeaways|tip|warning|insight|final-takeaway|steps|checklist">`
names what has none, and `<aside data-means="left-out" data-what="Contact form">` holds what no page of ours shows,
with its words. Then one reader of HTML (`reading/`) makes the blocks, whatever program it came from.
"""

from articles.importing.doctor.healing import PENDING, Healed, heal

__all__ = ["PENDING", "Healed", "heal"]

"""HTML of any program as pieces: elements of rich text, headings at their six levels, and the blocks that HTML has elements for.

`parsing` reads it, `mending` repairs its texts, `page` and `furniture` tell the article from what stands around it, `flow`
walks through what is left and asks the other modules, each of which knows some elements. What is left out is noted.
"""

"""Reading salary figures from whatever an editor pastes: a spreadsheet, a table in a document, lines of a mail.

`reading` puts together what the others find: `cells` cuts lines, `columns` knows headings, `pay` reads amounts, and
`vocabulary` the other words. None of them refuses anything: what cannot be read says so in its row.
"""

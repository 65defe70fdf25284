"""The kinds of file that people upload as their CV: those we take, and what we say to the others.

A sentence says what to do with what its reader has at hand, which is often a phone without a word processor.
"""

from enum import StrEnum


class Kind(StrEnum):
    """Those that we take are named by the ending under which they are handed out."""

    PDF = "pdf"
    DOC = "doc"
    DOCX = "docx"
    DOTX = "dotx"
    ODT = "odt"
    OTT = "ott"
    RTF = "rtf"

    PROTECTED = "protected"
    MACROS = "macros"
    FETCHING = "fetching"
    EMBEDDED = "embedded"
    SCRIPTED = "scripted"
    VIRUS = "virus"
    UNCHECKED = "unchecked"
    DAMAGED = "damaged"
    ICLOUD = "not_downloaded"
    LINK = "link"
    PAGES = "pages"
    OTHER_OFFICE = "other_office"
    PICTURE = "picture"
    MARKUP = "markup"
    EMAIL = "email"
    TEXT = "text"
    ARCHIVE = "archive"
    UNKNOWN = "wrong_type"


CONTENT_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOC: "application/msword",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.DOTX: "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
    Kind.ODT: "application/vnd.oasis.opendocument.text",
    Kind.OTT: "application/vnd.oasis.opendocument.text-template",
    Kind.RTF: "application/rtf",
}
_AS_PDF = "open it, choose Share or Print, save it as a PDF and upload that."
SENTENCES = {
    Kind.PROTECTED: f"Your CV is protected by a password. Remove the password, or {_AS_PDF}",
    Kind.MACROS: f"This document contains macros, which we do not accept. To send it without them, {_AS_PDF}",
    Kind.FETCHING: (
        "When this document is opened, it fetches something from elsewhere, such as a template or a linked picture, which we do "
        f"not accept. To send it without that, {_AS_PDF}"
    ),
    Kind.EMBEDDED: (
        f"This document has another file or an object inside it, which we do not accept. To send it without that, {_AS_PDF}"
    ),
    Kind.SCRIPTED: (
        "This PDF has a script or an action in it, which we do not accept. To send it without that, open it, choose Print, "
        "print it into a new PDF and upload that."
    ),
    Kind.VIRUS: (
        "This file is reported as a virus, so we cannot take it. Check your computer for viruses, write your CV into a new "
        "document and upload that, or send your enquiry without it."
    ),
    Kind.UNCHECKED: f"We could not check whether this file is safe, so we cannot take it. To send it in a simpler form, {_AS_PDF}",
    Kind.DAMAGED: "This file is damaged or incomplete. Check that it opens on your phone or computer, then choose it again.",
    Kind.ICLOUD: (
        "This file is still in iCloud. Open the Files app, tap your CV and wait until it is shown, then choose it again."
    ),
    Kind.LINK: (
        "This is only a link to a document. Open the document (in Google Docs: choose “Share and export”, then “Save as”), "
        "save it as a PDF and upload that."
    ),
    Kind.PAGES: "This is a Pages document, which opens only on Apple’s devices. Open it, choose Export, then PDF, and upload that.",
    Kind.OTHER_OFFICE: f"This is a spreadsheet or a presentation. To send it as a document, {_AS_PDF}",
    Kind.PICTURE: f"This is a picture. If you have your CV as a document, upload that. If not, {_AS_PDF}",
    Kind.MARKUP: f"This is a web page, whatever its name says. To send it as a document, {_AS_PDF}",
    Kind.EMAIL: "This is an e-mail. Open it, save the CV that is attached to it, and upload that.",
    Kind.TEXT: f"This is plain text. To send it as a document, {_AS_PDF}",
    Kind.ARCHIVE: "This is a compressed folder, such as a ZIP file. Open it and upload the CV that is in it.",
    Kind.UNKNOWN: "Upload your CV as a PDF, DOC, DOCX, ODT or RTF file.",
}

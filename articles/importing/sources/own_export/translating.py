"""A document of another site as a document of this one: numbers and names that mean something there, and here something else."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from html import escape
from typing import Any
from urllib.parse import urljoin

from articles.document import Block, Document, Figure, File, Image, Insight, SalaryTable, Text
from articles.document.linked_documents import references_in, with_addresses
from articles.document.references import Kind, Reference, read
from articles.document.salary_bands import band, basis_in_words
from articles.importing.doctor import PENDING
from articles.importing.report import Deed, Line
from articles.importing.sources.own_export.naming import Named, Names
from articles.lib import days
from articles.lib.urls import path_to
from articles.models import Author, JobRole, Topic


class Translation:
    """From the numbers and names of an export, whose site was at an address, to those of this site as it is now."""

    def __init__(self, names: Names, site: str) -> None:
        self._names, self._site = names, site
        self._here: dict[Kind, dict[str, int]] = {
            kind: dict(model._default_manager.values_list("slug", "pk"))
            for kind, model in ((Kind.TOPIC, Topic), (Kind.PERSON, Author), (Kind.ROLE, JobRole))
        }
        self._there: Mapping[Kind, Mapping[int, Named]] = {
            Kind.TOPIC: names.topics,
            Kind.PERSON: names.authors,
            Kind.ROLE: names.roles,
        }

    def translated(self, document: Document) -> tuple[Document, list[Line]]:
        """The document with its files still to come, its links to pages of this site where there are such, and what is said."""
        lines: list[Line] = []
        meant = {
            address: self._address(reference) for address in references_in(document) if (reference := read(address))
        }
        blocks = tuple(self._block(block, lines) for block in with_addresses(document, meant).blocks)
        hero: Figure = _pending(document.hero)
        return replace(document, topic="", author="", hero=hero, blocks=blocks), lines

    def _address(self, reference: Reference) -> str:
        """The reference to the same page here, or where it was; links between guides are joined when all are in."""
        if reference.kind is Kind.PAGE:
            return str(reference)
        place = f"#{reference.place}" if reference.place else ""
        if reference.kind is Kind.GUIDE:
            slug = self._names.guides.get(reference.key)
            return urljoin(self._site, path_to("articles:guide", slug)) + place if slug else ""
        named = self._there[reference.kind].get(reference.key)
        if named is None:
            return ""
        number = self._here[reference.kind].get(named.slug)
        if number:
            return str(replace(reference, key=number))
        return urljoin(self._site, _path(reference.kind, named.slug)) + place

    def _block(self, block: Block, lines: list[Line]) -> Block:
        match block:
            case Insight(speaker=speaker) if speaker and speaker.slug not in self._here[Kind.PERSON]:
                what = "Who says this is nobody here yet: add them, and choose them in the block"
                lines.append(
                    Line(deed=Deed.PROPOSED, what=what, words=", ".join(filter(None, (speaker.name, speaker.role))))
                )
                return replace(block, speaker=None)
            case SalaryTable(role=role) if role and role not in self._here[Kind.ROLE]:
                what = "Its figures are no records here, so they stay a table: paste salaries.csv under “Job roles and salaries”"
                lines.append(Line(deed=Deed.PROPOSED, what=what, words=block.role_name))
                return Text(html=_as_table(block))
        return _pending(block)


def _path(kind: Kind, slug: str) -> str:
    if kind is Kind.ROLE:
        return f"{path_to('articles:salaries')}?role={slug}"
    return path_to({Kind.TOPIC: "articles:topic", Kind.PERSON: "articles:author"}[kind], slug)


def _pending(block: Any) -> Any:
    """The block with files that are to be stored, under the names that they have in the export."""
    return replace(block, **dict(_files(block)))


def _files(block: Any) -> Iterator[tuple[str, Image | File]]:
    for entry in fields(block):
        value = getattr(block, entry.name)
        if isinstance(value, Image | File):
            yield entry.name, replace(value, name=f"{PENDING}{value.name}")


def _as_table(block: SalaryTable) -> str:
    heads = ("Level", "Region", "Salary a year", "Basis", "As of", "Source")
    rows = [
        (one.level, one.region, band(one), basis_in_words(one.basis), days.in_words(one.as_of), one.source)
        for one in block.figures
    ]
    head = "".join(f"<th>{word}</th>" for word in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tbody><tr>{head}</tr>{body}</tbody></table>"

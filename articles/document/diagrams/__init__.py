"""Diagrams drawn for the page: SVG whose words are words, narrow enough for a phone."""

from articles.document.diagrams.drawing import Drawing
from articles.document.diagrams.shapes import COUNTS, SIZED, draw

__all__ = ["COUNTS", "SIZED", "Drawing", "draw"]

"""Pieces in their order become the blocks of a document: what their words say decides, whatever program wrote them."""

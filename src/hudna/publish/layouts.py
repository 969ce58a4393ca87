"""The layouts of a document by name; each is loaded when it is asked for, because some are heavy."""

from importlib import import_module

from hudna.errors import InputError
from hudna.publish.document import Document

LAYOUTS = {
    "md": ("hudna.publish.markdown", "as_markdown", "text/markdown; charset=utf-8"),
    "html": ("hudna.publish.page", "as_html", "text/html; charset=utf-8"),
    "pdf": ("hudna.publish.pdf", "as_pdf", "application/pdf"),
    "docx": (
        "hudna.publish.word", "as_docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}  # fmt: skip


def laid_out(document: Document, layout: str) -> bytes:
    """The document in that layout; an unknown one lists the known."""
    if layout not in LAYOUTS:
        raise InputError(f"there is no layout {layout!r}; known: {', '.join(LAYOUTS)}")
    module, name, _ = LAYOUTS[layout]
    made: str | bytes = getattr(import_module(module), name)(document)
    return made.encode() if isinstance(made, str) else made

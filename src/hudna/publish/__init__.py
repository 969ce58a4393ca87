"""Claims → what people read and other programs take. Words of reports are never trusted as markup."""

from hudna.publish.exporters import find_exporters
from hudna.publish.markdown import as_markdown
from hudna.publish.page import as_html
from hudna.publish.situation import situation

__all__ = ["as_html", "as_markdown", "find_exporters", "situation"]

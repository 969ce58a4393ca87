"""The page itself: static files as they lie in the package, under a policy that runs no script but its own."""

import base64
import mimetypes
import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from fastapi import FastAPI, Response
from fastapi.responses import FileResponse
from starlette.staticfiles import StaticFiles

from hudna.knowledge.base_map import FOLDER

STATIC = Path(__file__).parent / "static"
_INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_MISSING = "<!doctype html><meta charset=utf-8><title>Hudna</title><p>The page is not installed; the API is described at <a href=/api/v1/openapi.json>/api/v1/openapi.json</a>."

# Python's own table knows neither, or differs between systems.
for _ending, _media in ((".mjs", "text/javascript"), (".js", "text/javascript"), (".woff2", "font/woff2"), (".pbf", "application/x-protobuf"), (".geojson", "application/geo+json")):  # fmt: skip
    mimetypes.add_type(_media, _ending)


def serve_page(app: FastAPI) -> None:
    """The page at /, and its files under /static."""
    # The base map is knowledge and lies with it.
    app.mount("/static/base", StaticFiles(directory=FOLDER), name="base")
    if STATIC.is_dir():
        app.mount("/static", StaticFiles(directory=STATIC), name="static")

    @app.get("/", include_in_schema=False, name="page")
    def index() -> Response:
        return page()

    @app.get("/favicon.ico", include_in_schema=False)
    def icon() -> Response:
        found = STATIC / "favicon.ico"
        return FileResponse(found) if found.is_file() else Response(status_code=204)


def page() -> Response:
    """index.html under its policy."""
    found = STATIC / "index.html"
    text = found.read_text(encoding="utf-8") if found.is_file() else _MISSING
    headers = {"Content-Security-Policy": policy(text), "Cache-Control": "no-cache"}
    return Response(text, media_type="text/html; charset=utf-8", headers=headers)


@cache
def policy(text: str) -> str:
    """What the page may do. Its import map stands in the page and is allowed by its hash; nothing else inline runs."""
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in _INLINE.findall(text))
    return (
        f"default-src 'self'; script-src 'self' {hashes}; worker-src 'self' blob:; img-src 'self' data: blob:; "
        "style-src 'self' 'unsafe-inline'; connect-src 'self'; font-src 'self'; frame-src 'self' blob:; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def _hash(script: str) -> str:
    return base64.b64encode(sha256(script.encode()).digest()).decode()

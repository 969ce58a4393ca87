"""The app: routes under /api/v1, the page at /, what every request passes, refusals in one sentence."""

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.sessions import SessionMiddleware

import hudna
from hudna.serve import oidc
from hudna.serve.guard import Guard
from hudna.serve.options import Options
from hudna.serve.page import serve_page
from hudna.serve.problems import MEDIA_TYPE, answer_problems
from hudna.serve.routes import all_routers
from hudna.serve.schemas.base import Problem
from hudna.serve.shelves import NotModified, Room
from hudna.serve.warming import warm
from hudna.store import open_store
from hudna.store.accounts import Accounts

PREFIX = "/api/v1"
_ABOUT = (
    "What a ceasefire's reports say, who says so, and what follows. Every value names the claims it rests on; "
    "`/explain/{id}` leads to the words. Nothing here is verified unless a person's judgement says so."
)
# The base map of 900 kB takes 25 ms at 4 and 240 ms at 9, for a tenth less on the way.
_SQUEEZE = 4
_REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": told, "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    for status, told in (
        (400, "not understood"), (401, "not signed in"), (403, "not allowed"), (404, "there is none"), (409, "changed meanwhile"),
        (413, "too large"), (421, "wrong host"), (422, "a value is wrong"), (429, "too many"), (501, "not installed here"),
        (502, "another server failed"), (503, "not ready yet"),
    )
}  # fmt: skip


def create_app(
    options: Options, *, clock: Callable[[], datetime] | None = None, limited: bool = True
) -> FastAPI:
    """The server of a store."""
    store = open_store(options.store)
    with store.connection(writing=True) as connection:
        Accounts(connection).prepare()

    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        app.state.warmed = warm(app.state.room)
        yield
        app.state.warmed.join()
        store.close()

    app = _routed(living)
    app.state.room = Room(options, store, clock) if clock else Room(options, store)
    app.state.alone_csrf = secrets.token_urlsafe(32)
    serve_page(app)
    answer_problems(app)
    app.add_exception_handler(NotModified, _not_modified)
    app.add_middleware(GZipMiddleware, minimum_size=2000, compresslevel=_SQUEEZE)
    if oidc.is_set_up():
        app.add_middleware(
            SessionMiddleware,
            secret_key=secrets.token_urlsafe(32),
            session_cookie="hudna_oidc",
            same_site="lax",
            https_only=options.secure,
        )
    app.add_middleware(
        Guard,
        body_limit=options.body_limit,
        loopback_only=options.alone,
        limited=limited and not options.alone,
    )
    return app


def _routed(lifespan: Any = None) -> FastAPI:
    """Every address of the API, before anything answers."""
    app = FastAPI(
        title="Hudna", version=hudna.__version__, description=_ABOUT, lifespan=lifespan, responses=_REFUSALS, separate_input_output_schemas=False,
        openapi_url=f"{PREFIX}/openapi.json", docs_url=None, redoc_url=None,
    )  # fmt: skip
    for router in all_routers():
        app.include_router(router, prefix=PREFIX)
    return app


def described() -> dict[str, Any]:
    """The API in OpenAPI 3.1; no store is needed."""
    return _routed().openapi()


async def _not_modified(_request: Request, error: Exception) -> Response:
    assert isinstance(error, NotModified)
    return Response(status_code=304, headers={"ETag": error.tag, "Cache-Control": "private, no-cache"})

"""Refusals as RFC 9457 problem details: one sentence that says what is wrong and what would be right."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from hudna.errors import HudnaError, InputError
from hudna.publish.saying import said_in

MEDIA_TYPE = "application/problem+json"


class Refused(Exception):  # noqa: N818  # a refusal is an answer, not an error of ours
    """A request that is not done, with the status and the sentence that the asker gets."""

    def __init__(
        self, status: int, detail: str, headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers, self.more = status, detail, dict(headers or {}), more


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None, **more: Any) -> JSONResponse:
    """The answer of a refusal."""
    title = HTTPStatus(status).phrase
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    return JSONResponse(body, status, {**(headers or {}), "Cache-Control": "no-store"}, MEDIA_TYPE)


def answer_problems(app: FastAPI) -> None:
    """Every refusal of an app as a problem."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(InputError, _wrong_input)
    app.add_exception_handler(HudnaError, _fault)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Refused)
    detail = said_in(request.query_params.get("lang", "en"), error.detail)
    return problem(error.status, detail, error.headers, **error.more)


async def _wrong_input(_request: Request, error: Exception) -> JSONResponse:
    return problem(422, str(error))


async def _fault(_request: Request, error: Exception) -> JSONResponse:
    return problem(500, str(error))


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    found = [f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in error.errors()]
    return problem(422, "; ".join(found)[:2000])


async def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return problem(error.status_code, str(error.detail), error.headers)

"""The wire to one server: to no other address, through no redirect, and never more than a reply may weigh."""

import importlib
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from legalai.drafting.language_model.providers import Endpoint


class RefusedReply(Exception):
    """What came back, or where it would have gone, is not let through. The message holds nothing of either."""


class Guard:
    """An HTTP transport of httpx2 round another one. What it has refused once it refuses again, whoever retries."""

    def __init__(self, inner: Any, endpoint: Endpoint, most_bytes: int) -> None:
        self._inner = inner
        self._origin = _origin(endpoint.url)
        self._most = most_bytes
        self.refused: str | None = None

    async def handle_async_request(self, request: Any) -> Any:
        """Send one request. Raises: RefusedReply."""
        if self.refused is not None:
            raise RefusedReply(self.refused)
        if _origin(str(request.url)) != self._origin:
            raise self.refuse("was about to be asked at another address")
        response = await self._inner.handle_async_request(request)
        if 300 <= response.status_code < 400:
            await response.aclose()
            raise self.refuse("redirects to another address")
        response.stream = _capped(response.stream, self)
        return response

    @property
    def most(self) -> int:
        """How many bytes a reply may have."""
        return self._most

    def refuse(self, why: str) -> RefusedReply:
        """The error to raise, and to raise again."""
        self.refused = why
        return RefusedReply(why)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()

    async def __aenter__(self) -> "Guard":
        await self._inner.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        await self._inner.__aexit__(*error)


def guarded_client(endpoint: Endpoint, *, most_bytes: int, timeout: float) -> tuple[Any, Guard]:
    """An HTTP client that can reach this endpoint and nothing else, and its guard."""
    httpx2 = importlib.import_module("httpx2")
    inner = httpx2.AsyncHTTPTransport(proxy=_proxy(endpoint), trust_env=endpoint.remote)
    guard = Guard(inner, endpoint, most_bytes)
    # No settings of the environment: a proxy named there would get what is meant for this machine.
    client = httpx2.AsyncClient(transport=guard, timeout=timeout, follow_redirects=False, trust_env=False)
    return client, guard


def _proxy(endpoint: Endpoint) -> str | None:
    """The proxy through which this machine reaches others; none to itself."""
    if not endpoint.remote or proxy_bypass(endpoint.host):
        return None
    return getproxies().get(urlsplit(endpoint.url).scheme)


def _capped(stream: Any, guard: Guard) -> Any:
    base: Any = importlib.import_module("httpx2").AsyncByteStream

    class Capped(base):
        """A stream that ends in an error when it is longer than a reply may be."""

        async def __aiter__(self) -> AsyncIterator[bytes]:
            read = 0
            async for piece in stream:
                read += len(piece)
                if read > guard.most:
                    raise guard.refuse("sent a reply that is too long")
                yield piece

        async def aclose(self) -> None:
            await stream.aclose()

    return Capped()


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").casefold(), parts.port or {"http": 80, "https": 443}.get(parts.scheme)

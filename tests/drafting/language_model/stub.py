"""A server on this machine that speaks the chat-completions protocol and answers what it was told to answer."""

import json
import threading
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from legalai.drafting.drafter import Job
from legalai.drafting.language_model.model_drafter import LanguageModelDrafter
from legalai.drafting.language_model.providers import Endpoint
from legalai.drafting.language_model.settings import Settings
from legalai.drafting.sources import Sources
from legalai.drafting.templates import DraftContext, Prompt
from legalai.schema import Citation

TAG = "0123456789ab"
PARTS = ("parties", "term")
USAGE = {"prompt_tokens": 120, "completion_tokens": 30, "total_tokens": 150}

Answer = Callable[["Handler", dict[str, Any]], None]


@dataclass(frozen=True)
class FixedPrompt:
    """A prompt that is rendered already."""

    words: str

    def text(self, context: object) -> str:
        return self.words


def job(prompt: str = f"It runs for two years. [[{TAG}:1]][[{TAG}:2]]", *, tag: str = TAG, quotes: int = 2) -> Job:
    """Something to write, with so many quotes to cite."""
    citations = [Citation(text="word", start=each * 5, end=each * 5 + 4) for each in range(quotes)]
    return Job("summary", cast(Prompt, FixedPrompt(prompt)), cast(DraftContext, None), PARTS, Sources(tag, citations))


class Handler(BaseHTTPRequestHandler):
    """One connection; what it is asked is kept by the server."""

    server: "Server"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        asked = json.loads(body)
        stub = self.server.stub
        stub.asked.append(asked)
        stub.headers.append(dict(self.headers))
        stub.paths.append(self.path)
        answer = stub.answers[min(len(stub.asked), len(stub.answers)) - 1]
        try:
            answer(self, asked)
        except (BrokenPipeError, ConnectionResetError):
            return

    def send(self, body: bytes, *, status: int = 200, content_type: str = "application/json", **headers: str) -> None:
        self.send_response(status)
        self.send_header("content-type", content_type)
        self.send_header("content-length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    stub: "Stub"


@dataclass
class Stub:
    """What the server answers, one after the other (the last one again and again), and what it was asked."""

    answers: Sequence[Answer]
    port: int = 0
    asked: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    headers: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    paths: list[str] = field(default_factory=list[str])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def said(self) -> str:
        """Everything that was sent to it."""
        return json.dumps([self.asked, self.headers], ensure_ascii=False)

    def drafter(self, **settings: Any) -> LanguageModelDrafter:
        endpoint = Endpoint(provider="openai-compatible", model="stub", url=self.url)
        return LanguageModelDrafter(endpoint=endpoint, settings=Settings(**({"timeout": 20.0} | settings)))


@contextmanager
def serving(*answers: Answer) -> Generator[Stub]:
    """A server for the length of a test."""
    stub = Stub(answers)
    server = Server(("127.0.0.1", 0), Handler)
    server.stub = stub
    stub.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def says(content: object) -> Answer:
    """A good answer with this content: as text, or a value to be written as JSON; streamed where that is asked for."""
    text = content if isinstance(content, str) else json.dumps(content)

    def answer(handler: Handler, asked: dict[str, Any]) -> None:
        if asked.get("stream"):
            size = max(7, len(text) // 100)
            _stream(handler, [text[at : at + size] for at in range(0, len(text), size)])
            return
        handler.send(json.dumps(_completion(text, asked["model"])).encode())

    return answer


def says_as_anthropic(content: object) -> Answer:
    """A good answer of the messages protocol."""
    answer: dict[str, Any] = {"id": "1", "type": "message", "role": "assistant", "model": "claude-sonnet-5"}
    answer["content"] = [{"type": "text", "text": json.dumps(content)}]
    answer |= {"stop_reason": "end_turn", "usage": {"input_tokens": 120, "output_tokens": 30}}
    return raw(json.dumps(answer).encode())


def fails(status: int, body: object = "", **headers: str) -> Answer:
    """An answer with this status."""
    return lambda handler, asked: handler.send(json.dumps(body).encode(), status=status, **headers)


def raw(body: bytes, content_type: str = "application/json") -> Answer:
    """Any bytes, as if they were an answer."""
    return lambda handler, asked: handler.send(body, content_type=content_type)


def hangs(seconds: float, *, after: str | None = None) -> Answer:
    """Nothing for a while; or the beginning of a stream, and then nothing."""

    def answer(handler: Handler, asked: dict[str, Any]) -> None:
        if after is not None:
            _stream(handler, [after], end=False)
        time.sleep(seconds)

    return answer


def only_in(mode: str, content: object) -> Answer:
    """A server that refuses every way of asking for JSON but one."""

    def answer(handler: Handler, asked: dict[str, Any]) -> None:
        given = asked.get("response_format", {}).get("type", "prompt")
        (says(content) if given == mode else fails(400, {"error": {"message": "unknown response_format"}}))(
            handler, asked
        )

    return answer


def endless(handler: Handler, asked: dict[str, Any]) -> None:
    """A stream that never ends."""
    handler.send_response(200)
    handler.send_header("content-type", "text/event-stream")
    handler.end_headers()
    for _ in range(100_000):
        handler.wfile.write(_event({"content": "x" * 4000}))


def _completion(text: str, model: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {"id": "1", "object": "chat.completion", "created": 1, "model": model, "choices": [choice], "usage": USAGE}


def _event(delta: dict[str, Any], finish: str | None = None, usage: object = None) -> bytes:
    choices = [{"index": 0, "delta": delta, "finish_reason": finish}] if usage is None else []
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "stub", "choices": choices}
    return b"data: " + json.dumps(chunk | ({"usage": usage} if usage else {})).encode() + b"\n\n"


def _stream(handler: Handler, pieces: Sequence[str], *, end: bool = True) -> None:
    handler.send_response(200)
    handler.send_header("content-type", "text/event-stream")
    handler.end_headers()
    for piece in pieces:
        handler.wfile.write(_event({"content": piece}))
    handler.wfile.flush()
    if end:
        handler.wfile.write(_event({}, "stop") + _event({}, usage=USAGE) + b"data: [DONE]\n\n")

"""Replies kept by the content of what was asked: named by a hash, readable by their owner alone, gone after a month."""

import contextlib
import json
import os
import re
import tempfile
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from legalai.drafting.drafter import Job
from legalai.drafting.language_model.providers import Endpoint
from legalai.drafting.reply import Drafted, Reply

_VERSION = 1
_DAYS = 30
_MOST_BYTES = 4_000_000
_KEPT: TypeAdapter[dict[str, tuple[Drafted, ...]]] = TypeAdapter(dict[str, tuple[Drafted, ...]])
_FENCE = re.compile(r"<contract-([0-9a-f]{16})>")


@dataclass(frozen=True, slots=True)
class ReplyCache:
    """A folder of replies. A reply is contract text in other words: it is kept like the contract itself."""

    folder: Path

    def get(self, key: str, job: Job) -> Reply | None:
        """The reply to the same question, where there is a sound one."""
        path = self.folder / f"{key}.json"
        try:
            if path.stat().st_size > _MOST_BYTES or time.time() - path.stat().st_mtime > _DAYS * 86_400:
                return None
            kept = _KEPT.validate_json(path.read_bytes())
        except (OSError, ValidationError):
            return None
        return kept if set(kept) <= set(job.parts) else None

    def put(self, key: str, reply: Reply) -> None:
        """Keep a reply; a folder that cannot be written to is no reason to fail."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._forget_old()
            # A temporary file of tempfile's is its owner's alone from the start.
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(_KEPT.dump_json(dict(reply)))
            Path(name).replace(self.folder / f"{key}.json")

    def _forget_old(self) -> None:
        oldest = time.time() - _DAYS * 86_400
        for path in self.folder.iterdir():
            if path.suffix in {".json", ".part"} and path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)


def key_of(endpoint: Endpoint, job: Job, instructions: str, prompt: str) -> str:
    """The hash of a question. The tags drawn for each call are no part of what is asked."""
    asked = json.dumps([_VERSION, endpoint.name, endpoint.url, list(job.parts), instructions, prompt])
    tags = {job.sources.tag: "marks", **dict.fromkeys(_FENCE.findall(prompt), "fence")}
    for tag, name in tags.items():
        asked = asked.replace(tag, name)
    return sha256(asked.encode("utf-8")).hexdigest()

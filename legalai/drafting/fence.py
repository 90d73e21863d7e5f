"""A fence round contract text in a prompt: a tag drawn for each call, so that no contract can close it."""

import secrets
from dataclasses import dataclass

from legalai.ingest.machine_address import for_a_model


@dataclass(frozen=True, slots=True)
class Fence:
    """Contract text between marks that the text itself cannot hold."""

    tag: str
    text: str

    @property
    def opening(self) -> str:
        """The line before the contract."""
        return f"<contract-{self.tag}>"

    @property
    def closing(self) -> str:
        """The line after the contract."""
        return f"</contract-{self.tag}>"

    @property
    def fenced(self) -> str:
        """The contract as it stands in a prompt."""
        return f"{self.opening}\n{self.text}\n{self.closing}"


def fence(text: str) -> Fence:
    """Fence a contract with a tag that occurs nowhere in it, without the sentences that address a reading machine."""
    text = for_a_model(text)
    while (tag := secrets.token_hex(8)) in text:
        continue
    return Fence(tag=tag, text=text)

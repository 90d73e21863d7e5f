"""What `legalai jurisdictions render` prints is, byte for byte, what the server of a language model receives."""

import secrets
from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest

from legalai.cli import main
from legalai.jurisdictions import TASKS
from legalai.review import ReviewRequest, Workbench
from tests.drafting.language_model.stub import serving
from tests.drafting.language_model.test_in_a_review import REPEATS

CONTRACT = """SUPPORT AGREEMENT

This Support Agreement is made on 4 May 2025 between Larkfield Hosting Ltd ("Supplier") and
Ombersley Mills plc ("Customer").

1. Term. This Agreement starts on 1 June 2025, continues for twelve (12) months and renews automatically for successive
terms of twelve (12) months unless either party gives ninety (90) days' written notice before the end of a term.

2. Liability. Supplier's total liability under this Agreement shall not exceed the fees paid in the month before the
claim.
Customer's liability is unlimited.

3. Law. This Agreement is governed by the laws of England and Wales.
"""
AS_OF = date(2026, 11, 1)
MODEL = "openai-compatible:stub"


@pytest.fixture(scope="module")
def contract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contract") / "support.txt"
    path.write_text(CONTRACT, encoding="utf-8")
    return path


@pytest.fixture(scope="module", autouse=True)
def _same_tags(tmp_path_factory: pytest.TempPathFactory) -> Generator[None]:
    """Tags are drawn for each call; here they are always the same, so that nothing else may differ."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets, "token_hex", lambda count: "5e" * count)
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def received(contract: Path, _same_tags: None) -> set[bytes]:
    """The messages of every call, as one would write them down."""
    request = ReviewRequest(as_of=AS_OF, acting_for="Customer", playbook="customer", drafter=MODEL)
    with serving(REPEATS) as stub, pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEGALAI_LLM_URL", stub.url)
        Workbench.open(threads=1).review(contract, request)
    return {"\n\n".join(each["content"] for each in asked["messages"]).encode() for asked in stub.asked}


@pytest.mark.parametrize("task", TASKS)
def test_a_server_receives_what_render_prints(
    task: str, contract: Path, received: set[bytes], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    words = ["jurisdictions", "render", "gb-eaw", str(contract), "--task", task, "--acting-for", "Customer"]
    assert main([*words, "--playbook", "customer", "--as-of", str(AS_OF)]) == 0
    assert capfdbinary.readouterr().out in received

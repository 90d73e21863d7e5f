"""The main job in a browser: a contract uploaded, a citation clicked, another law chosen."""

import json
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

from legalai.ui import APP

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 240_000
HOST = "127.0.0.1"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app, served."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    home = tmp_path_factory.mktemp("app")
    command = [sys.executable, "-m", "streamlit", "run", str(APP), f"--server.port={port}", "--server.headless=true"]
    with (home / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=home, stdout=log, stderr=log)
        try:
            _wait_for(f"http://{HOST}:{port}/_stcore/health")
            yield f"http://{HOST}:{port}"
        finally:
            server.terminate()
            server.wait(30)


def _wait_for(url: str) -> None:
    for _ in range(240):
        try:
            with urlopen(url, timeout=5):
                return
        except (URLError, ConnectionError):
            time.sleep(0.5)
    pytest.fail("the app did not start")


@pytest.fixture(scope="module")
def page(address: str) -> Iterator[Any]:
    """The app in a browser that has been given the SaaS sample and shows its review."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    sample = Path(__file__).parents[2] / "samples" / "saas-us-ny.docx"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(PATIENCE)
        page.hosts = set()
        page.on("request", lambda request: page.hosts.add(urlsplit(request.url).hostname))
        page.goto(address)
        page.locator("input[type=file]").set_input_files(sample)
        page.locator(".contract .block, [data-testid=stAlertContentError]").first.wait_for()
        assert page.get_by_test_id("stAlertContentError").all_inner_texts() == []
        yield page
        browser.close()


def review_json(page: Any) -> dict[str, Any]:
    """The review as the user would download it."""
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Data (JSON)").click()
    page.keyboard.press("Escape")
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


def show(page: Any, part: str) -> None:
    page.get_by_test_id("stMain").get_by_role("radio", name=part, exact=True).click()


def choose(page: Any, label: str, option: str) -> None:
    page.get_by_role("combobox", name=re.compile(label)).click()
    page.get_by_role("option", name=option).first.click()


def review_again(page: Any, shown: str) -> None:
    """Press the button and wait until the head of the page says what was asked for."""
    page.get_by_role("button", name="Review", exact=True).click()
    page.locator(".head", has_text=shown).wait_for()


def points(page: Any) -> list[str]:
    show(page, "Points")
    page.locator("[class*=st-key-point-] h3").first.wait_for()
    return page.locator("[class*=st-key-point-] p, [class*=st-key-point-] h3").all_inner_texts()


def test_a_citation_clicked_shows_exactly_its_quote(page: Any) -> None:
    cited = [citation for sentence in review_json(page)["summary"] for citation in sentence["citations"]]
    buttons = page.locator("[class*=st-key-cites-summary] [class*=st-key-cite-] button")
    assert buttons.count() >= 1
    buttons.first.click()
    mark = page.locator("#active-quote")
    mark.wait_for()
    assert mark.text_content() == cited[0]["text"]
    pane = page.locator(".contract").bounding_box()
    seen = mark.bounding_box()
    assert pane["y"] <= seen["y"] < pane["y"] + pane["height"]


def test_the_contract_stays_in_sight_of_the_last_citation(page: Any) -> None:
    last = review_json(page)["summary"][-1]["citations"][-1]["text"]
    page.locator("[class*=st-key-cites-summary] [class*=st-key-cite-] button:visible").last.click()
    mark = page.locator("#active-quote", has_text=last[:40])
    mark.wait_for()
    seen = mark.bounding_box()
    assert 0 <= seen["y"] < page.viewport_size["height"]


def test_another_jurisdiction_gives_other_points(page: Any) -> None:
    choose(page, "We act for", "Harrow & Pell Logistics LLC")
    review_again(page, "for Harrow")
    in_new_york = points(page)
    choose(page, "Jurisdiction", "England and Wales")
    review_again(page, "Law applied: England and Wales")
    assert points(page) != in_new_york


def go_to(page: Any, name: str) -> None:
    page.get_by_test_id("stSidebar").get_by_role("radio", name=name, exact=True).click()


def test_a_redline_is_settled_made_and_downloaded(page: Any) -> None:
    points = review_json(page)["negotiation_points"]
    go_to(page, "Redline")
    words = page.get_by_role("textbox", name=re.compile("In place of|New clause after"))
    words.first.fill("The words that we want instead.")
    words.first.blur()
    page.locator(".change ins", has_text="words that we want").wait_for()
    page.get_by_text("For the other side", exact=True).click()
    page.get_by_role("button", name="Make the redline").click()
    page.get_by_text("checks passed").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Redline (Word)").click()
    with ZipFile(download.value.path()) as file:
        parts = [file.read(name).decode("utf-8", "replace") for name in file.namelist()]
        body = file.read("word/document.xml").decode()
    assert "<w:ins " in body
    assert [
        each["fallback"] for each in points if each["fallback"] and any(each["fallback"] in part for part in parts)
    ] == []
    go_to(page, "Law")
    page.locator(".st-key-rules h3").first.wait_for()
    go_to(page, "Review")
    page.locator(".st-key-part").wait_for()


@pytest.mark.parametrize("part", ["Summary", "Findings", "Points", "Check lists", "Dates", "Obligations", "Clauses"])
def test_every_part_is_shown_without_an_error(page: Any, part: str) -> None:
    show(page, part)
    page.locator(".st-key-part [data-testid]").first.wait_for()
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_test_id("stAlertContentError").count() == 0


def test_the_page_asked_nothing_of_any_other_host(page: Any) -> None:
    assert page.hosts <= {HOST, None}

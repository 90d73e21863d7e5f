"""Provenance: the hash of a pack is another one when any file is that a review reads of it."""

import shutil
from pathlib import Path

import pytest

from legalai.jurisdictions import Packs
from legalai.resources import pack_folders

READ = {
    "us-ny": ["profile.toml", "rates.toml"],
    "_base": ["facts.toml", "focus/payment.toml", "matter/saas.toml", "checklist/gdpr-28.toml"],
}


def used(folder: Path, pack_id: str) -> str:
    return Packs((folder,)).load(pack_id).used()[0].sha256


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("_base", "us", "us-ny"):
        shutil.copytree(Packs(pack_folders()).place(name), tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(("pack_id", "file"), [(each, file) for each, files in READ.items() for file in files])
def test_a_changed_file_changes_the_hash(folder: Path, pack_id: str, file: str) -> None:
    before, path = used(folder, pack_id), folder / pack_id / file
    path.write_text(path.read_text(encoding="utf-8") + "# looked at again\n", encoding="utf-8")
    assert used(folder, pack_id) != before


def test_so_does_a_prompt_of_its_own(folder: Path) -> None:
    before, prompt = used(folder, "us-ny"), folder / "us-ny/prompts/payment/findings.v1.jinja"
    prompt.parent.mkdir(parents=True)
    prompt.write_text("Another prompt.", encoding="utf-8")
    assert used(folder, "us-ny") != before


def test_files_that_no_review_reads_do_not(folder: Path) -> None:
    before = used(folder, "us-ny")
    (folder / "us-ny/cases.toml").unlink()
    (folder / "us-ny/notes.md").write_text("Ask about usury.", encoding="utf-8")
    assert used(folder, "us-ny") == before

"""What a user installs: the package with its models, packs and licences, and nothing that pulls torch in."""

import subprocess
import sys
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
MOST_MEGABYTES = 60


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (built,) = folder.glob("legalai-*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    return set(ZipFile(wheel).namelist())


def tracked(*folders: str) -> list[str]:
    listing = ["git", "ls-files", "-z", "--", *folders]
    output = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [name for name in output.split("\0") if name]


def test_every_file_of_the_package_is_in_the_wheel(names: set[str]) -> None:
    assert set(tracked("legalai")) - names == set()


def test_models_and_packs_travel_inside_the_package(names: set[str]) -> None:
    wanted = {f"legalai/_data/{name}" for name in tracked("models", "jurisdictions")}
    assert {name.split("/")[2] for name in wanted} == {"models", "jurisdictions"}
    assert wanted - names == set()


def test_nothing_else_is_in_the_wheel(names: set[str]) -> None:
    strangers = {name for name in names if not name.startswith("legalai/") and ".dist-info/" not in name}
    assert strangers == set()


def test_the_licences_are_in_the_wheel(wheel: Path, names: set[str]) -> None:
    licences = {name.rsplit("/", 1)[1]: name for name in names if ".dist-info/licenses/" in name}
    assert set(licences) == {"LICENSE", "NOTICE"}
    notice = ZipFile(wheel).read(licences["NOTICE"]).decode()
    assert "CUAD" in notice
    assert "CC BY 4.0" in notice
    assert "all-MiniLM-L6-v2" in notice


def test_the_wheel_stays_small(wheel: Path) -> None:
    assert wheel.stat().st_size < MOST_MEGABYTES * 1_000_000


def test_the_run_time_install_has_no_torch(wheel: Path, names: set[str]) -> None:
    (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
    fields = Parser().parsestr(ZipFile(wheel).read(metadata).decode())
    required = [line for line in fields.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert required
    assert not [line for line in required if line.startswith(("torch", "accelerate", "nvidia", "peft"))]
    assert fields["License-Expression"] == "Apache-2.0"

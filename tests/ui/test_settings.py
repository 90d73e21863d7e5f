"""The app's settings: for this machine only, and nothing asked of any other."""

import tomllib
from pathlib import Path

from legalai.ui import APP
from legalai.ui.style import asset

SETTINGS = APP.parent / ".streamlit" / "config.toml"


def test_the_settings_of_both_entry_points_are_the_same(root: Path) -> None:
    assert (root / ".streamlit" / "config.toml").read_bytes() == SETTINGS.read_bytes()


def test_contracts_are_served_to_this_machine_only() -> None:
    settings = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["browser"]["gatherUsageStats"] is False
    # without this the first run on a machine waits for an e-mail address at the terminal
    assert settings["server"]["showEmailPrompt"] is False


def test_our_styles_and_script_name_no_other_host() -> None:
    for name in ("page.css", "text.css", "text.js"):
        assert "http" not in asset(name)
        assert "@import" not in asset(name)
        assert "url(" not in asset(name)


def test_the_entry_script_is_short(root: Path) -> None:
    assert len((root / "app.py").read_text(encoding="utf-8").splitlines()) <= 10

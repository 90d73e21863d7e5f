"""The app without a browser: opened with files, its widgets found by their labels."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from legalai.ui import APP


def opened(*files: tuple[str, bytes]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    upload(app, *files)
    return app


def upload(app: AppTest, *files: tuple[str, bytes]) -> None:
    app.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in files])
    app.run()
    assert not app.exception


def choose(app: AppTest, label: str, value: Any) -> None:
    next(box for box in (*app.selectbox, *app.multiselect) if box.label == label).set_value(value)


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click()
    app.run()
    assert not app.exception


def show(app: AppTest, part: str) -> None:
    next(each for each in app.button_group if part in each.options).set_value(part)
    app.run()
    assert not app.exception


def pages(app: AppTest) -> str:
    return " ".join(each.proto.body for each in app.get("html"))


def text_pane(app: AppTest) -> str:
    (pane,) = app.get("bidi_component")
    return json.loads(pane.proto.json)["html"]

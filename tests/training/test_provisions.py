"""Making a provision model: examples from headings, what ships, and the recipe's errors."""

import json
from pathlib import Path

import pytest

from legalai.errors import ConfigError
from legalai.evaluation.cuad import LabelledContract
from legalai.extract.clauses.heading_types import HeadingTypes
from legalai.extract.clauses.provision_model import ProvisionModel
from legalai.training.config import read_recipe
from legalai.training.folds import company
from legalai.training.provision_config import ProvisionConfig, is_provision_recipe
from legalai.training.provision_examples import Example, read_examples

HEADINGS = HeadingTypes({"Notices": "notices?$", "Taxes": r"\btax"}, ["^miscellaneous$"])
UNCLEAR = HeadingTypes({"Taxes": "payment"}, ())
CONTRACT = """1. Notices. All notices go to the address of the other party in writing and by courier.

2. Miscellaneous. The parties may meet once in every quarter of a year at the office of Buyer.

3. Payment. Buyer pays the price of the goods within thirty days of the date of the invoice.

4. Colour. The goods are painted in the colour that Buyer has chosen from the list of Seller.
"""
RECIPE = """kind = "provisions"
name = "small"
silent = ["^miscellaneous$"]
[lexical]
rarest = 1
[shipping]
examples = 2
folds = 2
confirmed = 0.9
heading_alone = 0.5
[headings]
"Notices" = 'notices?$'
"Colour" = 'colour'
"Taxes" = 'tax'
"""


def examples() -> dict[str, Example]:
    contract = LabelledContract("ACME_2001_Supply", CONTRACT, (), {})
    return {example.heading: example for example in read_examples([contract], HEADINGS, UNCLEAR)}


def test_headings_make_examples_and_are_hidden() -> None:
    found = examples()
    assert set(found) == {"Notices", "Payment", "Colour"}
    assert found["Notices"].types == ("Notices",)
    assert found["Notices"].words.text.startswith("All notices go")
    assert found["Notices"].words.heading is None
    assert company(found["Notices"].title) == "ACME"
    assert (found["Payment"].types, found["Payment"].unclear) == ((), ("Taxes",))
    assert found["Colour"].types == found["Colour"].unclear == ()


@pytest.mark.torch
def test_a_recipe_makes_a_model_that_ships_what_it_can_tell(tmp_path: Path) -> None:
    from legalai.training.provisions import train_provisions

    data = [
        {"title": f"{company}_2001", "paragraphs": [{"context": CONTRACT, "qas": []}]}
        for company in ("ACME", "BOLT", "CRANE", "DELTA", "ECHO", "FOXTROT", "GOLF", "HOTEL")
    ]
    (tmp_path / "data.json").write_text(json.dumps({"data": data}), encoding="utf-8")
    (tmp_path / "train.toml").write_text(RECIPE, encoding="utf-8")
    assert is_provision_recipe(tmp_path / "train.toml")
    said: list[str] = []
    folder = train_provisions(tmp_path / "train.toml", [tmp_path / "data.json"], without=None, report=said.append)
    metrics = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["types"]["Notices"]["examples"] == 8
    assert metrics["too_few_examples"] == {"Taxes": 0}
    model = ProvisionModel.load(folder)
    assert {kind.name for kind in model.types} == {
        name for name, figures in metrics["types"].items() if figures["shipped"]
    }
    assert said[0].startswith("24 clauses")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('"^miscellaneous$"', '"("'), "silent"),
        (("folds = 2", "folds = 1"), "folds"),
        (("confirmed = 0.9", ""), "confirmed"),
        (('name = "small"', "name = "), "TOML"),
    ],
)
def test_a_wrong_recipe_is_told_by_its_key(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    path = tmp_path / "train.toml"
    path.write_text(RECIPE.replace(*change), encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        read_recipe(path, ProvisionConfig)


def test_other_recipes_are_not_ours(tmp_path: Path) -> None:
    (tmp_path / "train.toml").write_text('name = "clauses"\n', encoding="utf-8")
    assert not is_provision_recipe(tmp_path / "train.toml")
    assert not is_provision_recipe(tmp_path / "missing.toml")

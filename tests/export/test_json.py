import json
from pathlib import Path

import jsonschema
import pytest

from legalai.errors import InputError
from legalai.export.json import contract_from_json, review_from_json, to_json
from legalai.export.json_schema import schemas
from tests.export.samples import contract, review

# The names that users' scripts rely on.
CONTRACT_NAMES = (
    "schema_version document title contract_type parties execution clauses not_found key_dates governing_law forum "
    "amounts defined_terms obligations incorporated issues percentages amends"
)
KEY_DATE_NAMES = (
    "agreement_date effective_date expiration_date initial_term renewal notice_period as_of current_term_end "
    "window_opens notice_deadline send_by next_term_end next_notice_deadline notice_of ending asks clocks proof"
)
REVIEW_NAMES = (
    "schema_version status contract jurisdiction focuses acting_for matter_type summary findings negotiation_points "
    "provenance issues checklists"
)
CLAUSE_NAMES = "type text start end score to_check page number heading qualifications"


def test_names_are_those_of_the_contract() -> None:
    written = json.loads(to_json(review()))
    assert set(written) == set(REVIEW_NAMES.split())
    assert set(written["contract"]) == set(CONTRACT_NAMES.split())
    assert set(written["contract"]["key_dates"]) == set(KEY_DATE_NAMES.split())
    assert set(written["contract"]["clauses"][0]) == set(CLAUSE_NAMES.split())


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("document", "characters"), contract().document.characters),
        (("key_dates", "as_of"), "2026-11-21"),
        (("key_dates", "agreement_date", "value"), "2024-03-04"),
        (("key_dates", "effective_date", "value"), None),
        (("key_dates", "effective_date", "status"), "absent"),
        (("key_dates", "initial_term", "amount"), 3),
        (("key_dates", "initial_term", "unit"), "year"),
        (("key_dates", "notice_period", "text"), "90 days"),
        (("governing_law", "value"), "gb-eaw"),
        (("forum",), None),
        (("not_found", 0, "candidates", 0, "text"), "report within two business days"),
        (("clauses", 0, "number"), "4"),
    ],
)
def test_values(path: tuple[str | int, ...], value: object) -> None:
    found = json.loads(to_json(contract()))
    for step in path:
        found = found[step]
    assert found == value


def test_there_and_back() -> None:
    assert contract_from_json(to_json(contract()), name="contract.json") == contract()
    assert review_from_json(to_json(review()), name="review.json") == review()


def test_not_a_review_says_where_and_quotes_nothing() -> None:
    broken = json.loads(to_json(review()))
    broken["summary"][0]["citations"][0]["start"] = "Alder Cloud Ltd"
    with pytest.raises(
        InputError, match=r"^review.json: not a review of legalai \(summary -> 0 -> citations -> 0"
    ) as error:
        review_from_json(json.dumps(broken), name="review.json")
    assert "Alder" not in str(error.value)


@pytest.mark.parametrize("file_name", ["contract.v1.json", "review.v1.json"])
def test_committed_schema_is_fresh(root: Path, file_name: str) -> None:
    committed = (root / "docs/schema" / file_name).read_text(encoding="utf-8")
    assert committed == schemas()[file_name], "run: python -m legalai.export.json_schema"


def test_what_is_written_obeys_the_schema() -> None:
    described = {name: json.loads(text) for name, text in schemas().items()}
    for name, value in (("contract.v1.json", contract()), ("review.v1.json", review())):
        jsonschema.Draft202012Validator.check_schema(described[name])
        jsonschema.Draft202012Validator(described[name]).validate(json.loads(to_json(value)))


def test_the_schema_refuses_a_missing_field() -> None:
    written = json.loads(to_json(contract()))
    del written["governing_law"]
    with pytest.raises(jsonschema.ValidationError, match="governing_law"):
        jsonschema.Draft202012Validator(json.loads(schemas()["contract.v1.json"])).validate(written)

"""What the supplier's positions are made of: clause types that exist, and proposals that are sentences."""

import re

from legalai.labels import CUAD_CATEGORIES, PROVISION_TYPES
from tests.supplier_rows import PLAYBOOK


def test_positions_speak_of_clause_types_that_exist() -> None:
    known = {*CUAD_CATEGORIES, *PROVISION_TYPES}
    for position in PLAYBOOK.values():
        looked_for = {each for trigger in position.when for each in (*trigger.clause, *trigger.not_found)}
        assert {position.clause_type, *looked_for} <= known


def test_what_is_proposed_ends_as_a_sentence() -> None:
    for position in PLAYBOOK.values():
        added = [edit.put for edit in position.edits if edit.op == "sentence"]
        for words in (*added, position.wording or "."):
            assert re.search(r"\.$", words), position.id

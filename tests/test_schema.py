"""The nouns: frozen, whole, and honest about being partial."""

import dataclasses
import inspect
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai import schema
from legalai.text_map import Home, TextMap

NOUNS = [noun for _, noun in inspect.getmembers(schema, dataclasses.is_dataclass)]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_noun_is_a_frozen_value_with_a_docstring(noun: type) -> None:
    assert noun.__dataclass_params__.frozen
    assert noun.__doc__
    assert not noun.__doc__.startswith(f"{noun.__name__}("), "the docstring is the one dataclass makes up"
    assert all(field.kw_only for field in dataclasses.fields(noun))


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_noun_holds_nothing_that_can_change(noun: type) -> None:
    for field in dataclasses.fields(noun):
        assert not any(word in str(field.type) for word in ("list[", "dict[", "set[", "Any")), field.name


# ----------------------------------------------------------------------------------------------------------- text map

LENGTHS = st.lists(st.integers(min_value=1, max_value=9), max_size=30)


def tiles(lengths: list[int]) -> tuple[Home, ...]:
    homes: list[Home] = []
    for page, length in enumerate(lengths, start=1):
        start = homes[-1].end if homes else 0
        homes.append(Home(start, start + length, page=page))
    return tuple(homes)


@given(LENGTHS)
def test_every_character_has_exactly_one_home(lengths: list[int]) -> None:
    text_map = TextMap(tiles(lengths))
    assert len(text_map) == sum(lengths)
    pages = [page for page, length in enumerate(lengths, start=1) for _ in range(length)]
    assert [text_map.page(index) for index in range(len(text_map))] == pages
    for index in range(len(text_map)):
        assert text_map.home(index).start <= index < text_map.home(index).end


@given(LENGTHS.filter(bool), st.data())
def test_the_homes_within_a_span_are_those_it_touches(lengths: list[int], data: st.DataObject) -> None:
    text_map = TextMap(tiles(lengths))
    start = data.draw(st.integers(0, len(text_map) - 1))
    end = data.draw(st.integers(start + 1, len(text_map)))
    touched = tuple(home for home in text_map.homes if home.start < end and home.end > start)
    assert tuple(text_map.within(start, end)) == touched


@given(LENGTHS.filter(bool), st.data())
def test_a_gap_or_an_overlap_is_refused(lengths: list[int], data: st.DataObject) -> None:
    homes = list(tiles(lengths))
    broken = data.draw(st.integers(0, len(homes) - 1))
    shift = data.draw(st.integers(-3, 3).filter(bool))
    homes[broken] = dataclasses.replace(homes[broken], start=homes[broken].start + shift)
    with pytest.raises(ValueError, match="tile the text"):
        TextMap(tuple(homes))


@pytest.mark.parametrize("index", [-1, 3, 4])
def test_there_is_no_home_outside_the_text(index: int) -> None:
    with pytest.raises(IndexError):
        TextMap((Home(0, 3),)).home(index)


# --------------------------------------------------------------------------------------------------- document, review

FACTS = schema.DocumentFacts(
    name="nda.txt", sha256="0" * 64, media_type="text/plain", pages=None, characters=3, language="en"
)


def test_a_document_without_a_home_for_each_character_is_refused() -> None:
    with pytest.raises(ValueError, match="3 characters and its map 2"):
        schema.Document(facts=FACTS, text="abc", blocks=(), text_map=TextMap((Home(0, 2),)))


def review(status: Literal["complete", "partial"], *severities: schema.IssueSeverity) -> schema.Review:
    absent = schema.KeyDate(value=None, status="absent")
    key_dates = schema.KeyDates(
        agreement_date=absent,
        effective_date=absent,
        expiration_date=absent,
        initial_term=None,
        renewal=schema.Renewal(kind="unknown"),
        notice_period=None,
        as_of=date(2026, 11, 21),
    )
    contract = schema.Contract(
        document=FACTS,
        title=None,
        contract_type=None,
        parties=(),
        execution=schema.Execution(),
        clauses=(),
        not_found=(),
        key_dates=key_dates,
        governing_law=None,
        forum=None,
        amounts=(),
        defined_terms=(),
        obligations=(),
        incorporated=(),
        issues=(),
    )
    provenance = schema.Provenance(
        legalai="0",
        clause_model="m",
        clause_model_sha256="0",
        drafter="offline",
        prompts=(),
        packs=(),
        plugins=(),
        created_at="",
    )
    return schema.Review(
        status=status,
        contract=contract,
        jurisdiction=schema.AppliedJurisdiction(id="_base", as_of=None, why="no law was named"),
        focuses=(),
        acting_for=None,
        matter_type=None,
        summary=(),
        findings=(),
        negotiation_points=(),
        provenance=provenance,
        issues=tuple(schema.Issue(code="c", severity=severity, message="m") for severity in severities),
    )


@pytest.mark.parametrize(
    ("status", "severities"),
    [("complete", ()), ("complete", ("info", "warning")), ("partial", ("error",)), ("partial", ())],
)
def test_a_review_may_be(status: Literal["complete", "partial"], severities: tuple[schema.IssueSeverity, ...]) -> None:
    assert review(status, *severities).status == status


def test_a_review_with_an_error_is_never_complete() -> None:
    with pytest.raises(ValueError, match="partial"):
        review("complete", "warning", "error")

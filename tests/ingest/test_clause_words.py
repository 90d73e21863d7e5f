"""Clauses as contracts in seven languages number them."""

import pytest

from legalai.ingest.text import document_of


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ["§ 1 Gegenstand", "(1) Wir leisten.", "(2) Sie zahlen.", "§ 2 Dauer", "1. Ein Jahr.", "2. Zwei Jahre.",
             "§ 3 Haftung"],
            ["1", "1(1)", "1(2)", "2", "2.1", "2.2", "3"],
        ),
        (["Artikel 1 Umfang", "1.1 Alles.", "Abschnitt 2 Preis"], ["Artikel 1", "1.1", "2"]),
        (["ARTICLE 1er – OBJET", "Article 2 : Prix", "2.1 Le prix est fixe."], ["Article 1", "Article 2", "2.1"]),
        (["Art. 1 – Oggetto", "Articolo 2 - Durata", "a) un anno;"], ["Art. 1", "Articolo 2", "Articolo 2(a)"]),
        (
            ["PRIMERA.- Objeto", "1.1 El taller entrega.", "SEGUNDA. Precio", "Cláusula tercera: Ley"],
            ["Primera", "1.1", "Segunda", "Cláusula tercera"],
        ),
        (["CLÁUSULA PRIMEIRA – DO OBJETO", "Artigo 2.º Preço"], ["Cláusula primeira", "Artigo 2"]),
        (["Artikel 1. Duur", "1.1 Een jaar.", "a. of langer;"], ["Artikel 1", "1.1", "1.1.a"]),
        (["§ 1", "1. Usługi są stałe.", "2. Łączna cena.", "§ 2", "1) Ćwierć."], ["1", "1.1", "1.2", "2", "2(1)"]),
    ],
)  # fmt: skip
def test_numbers_of_clauses(paragraphs: list[str], expected: list[str]) -> None:
    assert [block.number for block in document_of("\n\n".join(paragraphs), name="a.txt").blocks] == expected


@pytest.mark.parametrize(
    "text",
    ["Art. 3 del codice civile si applica.", "Artikel 5 des Gesetzes gilt.", "Primera parte del precio.",
     "Segunda vez que se entrega.", "Artículo 4 de la ley."],
)  # fmt: skip
def test_sentences_that_begin_so_are_no_clauses(text: str) -> None:
    assert document_of(f"Convenio.\n\n{text}", name="a.txt").blocks[1].number is None


def test_the_letters_of_other_scripts_count() -> None:
    paragraphs = ["1. Предмет", "1.1 Стороны:", "а) товар;", "б) цена.", "2. Όροι", "(α) τιμή·", "(β) χρόνος.",
                  "3. Закон", "А. Право.", "Б. Суд."]  # fmt: skip
    expected = ["1", "1.1", "1.1(а)", "1.1(б)", "2", "2(α)", "2(β)", "3", "3.А", "3.Б"]
    assert [block.number for block in document_of("\n\n".join(paragraphs), name="a.txt").blocks] == expected


def test_the_initial_of_a_name_is_no_letter_of_a_row() -> None:
    assert document_of("1. Стороны\n\nИ. Петров", name="a.txt").blocks[1].number is None

"""Parties of other languages without a legal form: persons by what follows them, companies said to be one, couples."""

import pytest

from legalai.extract.languages.parties import find_parties
from legalai.extract.languages.wordings import wordings_of
from tests.extract.passage_builder import passages_of

OPENINGS = [
    (
        "de",
        "Zwischen Frau Ute Brand (im Folgenden: Vermieterin) und Herrn Dr. Tim Mahl und Frau Silke Mahl, beide"
        " wohnhaft Gartenweg 9 (im Folgenden gemeinsam: Mieter)",
        [("Ute Brand", "Vermieterin"), ("Tim Mahl", "Mieter"), ("Silke Mahl", "Mieter")],
    ),
    (
        "de",
        'zwischen Herrn Karl Vogt - im Folgenden "Verkäufer" - und der Stadtwerke Lahn AöR - im Folgenden "Käuferin" -',
        [("Karl Vogt", "Verkäufer"), ("Stadtwerke Lahn AöR", "Käuferin")],
    ),
    (
        "fr",
        "Entre la société ATELIERS DU LAC, société par actions simplifiée, ci-après dénommée « le Prestataire », et"
        " Madame Claire Vigne, demeurant à Colmar, ci-après dénommée « la Cliente »",
        [("ATELIERS DU LAC", "Prestataire"), ("Claire Vigne", "Cliente")],
    ),
    (
        "es",
        'De una parte, D. Luis Vega, en nombre y representación de CASAS DEL SUR, S.L. (en adelante, la "Arrendadora").'
        ' De otra parte, Dª. Lucía Pardo, mayor de edad (en adelante, la "Arrendataria").',
        [("CASAS DEL SUR, S.L.", "Arrendadora"), ("Lucía Pardo", "Arrendataria")],
    ),
    (
        "it",
        'tra il sig. Bruno Marchi, nato a Lucca (di seguito "Locatore") e la società Libreria di Rossi Anna & C. s.n.c.'
        ' (di seguito "Conduttore")',
        [("Bruno Marchi", "Locatore"), ("Libreria di Rossi Anna & C. s.n.c.", "Conduttore")],
    ),
    (
        "nl",
        "De ondergetekenden: de heer Jan de Boer, wonende te Zwolle, hierna te noemen 'verhuurder', en mevrouw Sanne"
        " Visser, hierna te noemen 'huurder'",
        [("Jan de Boer", "verhuurder"), ("Sanne Visser", "huurder")],
    ),
    (
        "pl",
        "pomiędzy: Most Sp. z o.o., zwaną dalej „Zamawiającym” a Anną Sikorą, prowadzącą działalność gospodarczą,"
        " zwaną dalej „Wykonawcą”.",
        [("Most Sp. z o.o.", "Zamawiającym"), ("Anną Sikorą", "Wykonawcą")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), OPENINGS)
def test_who_is_a_party(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    wordings = wordings_of(language)
    assert wordings is not None
    parties = find_parties(passages_of(text), wordings)
    assert [(party.name, party.aliases[0]) for party in parties] == expected

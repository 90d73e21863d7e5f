"""Texts that do not say how their letters are written."""

from pathlib import Path

import pytest

from tests.ingest.factory import open_file

TEXTS = {
    "en": "The Keeper shall store the goods of the Owner and is not liable for loss by fire – “whatever the cause” – "
    "which is to be insured by the Owner at its cost for the term of this agreement with an insurer of its choice.",
    "fr": "Le bailleur s’engage à délivrer la chose au preneur et à l’entretenir dans un état conforme à sa "
    "destination pour la durée du bail, sous réserve des réparations qui sont à la charge du preneur.",
    "pl": "Przechowawca zobowiązuje się zachować w stanie niepogorszonym rzecz oddaną na przechowanie, a składający "
    "jest obowiązany do zapłaty wynagrodzenia za każdy miesiąc w terminie i na rachunek.",
    "ru": "Хранитель обязуется хранить вещь, переданную ему поклажедателем, и возвратить эту вещь в сохранности, а "
    "поклажедатель обязуется не позднее срока по договору выплатить вознаграждение и не требовать от него иного.",
    "el": "Ο θεματοφύλακας παραλαμβάνει από άλλον κινητό πράγμα για να το φυλάει με την υποχρέωση να το αποδώσει.",
    "ja": "受寄者は、寄託者の承諾を得なければ、寄託物を使用することができない。",
    "zh": "保管人应当妥善保管保管物，寄存人应当按照约定向保管人支付保管费。",
    "tw": "受寄人保管寄託物，應與處理自己事務為同一之注意，其受有報酬者，應以善良管理人之注意為之。",
    "ko": "수치인은 임치인의 동의 없이 임치물을 사용하지 못하며 임치물을 보관하여야 한다.",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [("en", "cp1252"), ("fr", "cp1252"), ("pl", "cp1250"), ("ru", "cp1251"), ("ru", "koi8_r"), ("el", "cp1253"),
     ("ja", "shift_jis"), ("ja", "euc_jp"), ("zh", "gb18030"), ("tw", "big5"), ("ko", "euc_kr")],
)  # fmt: skip
def test_the_encoding_is_the_one_that_makes_a_language_of_it(tmp_path: Path, language: str, encoding: str) -> None:
    (path := tmp_path / "a.txt").write_bytes(TEXTS[language].encode(encoding))
    document = open_file(path)
    assert document.text == TEXTS[language]
    assert document.facts.language == {"tw": "zh"}.get(language, language)
    assert "encoding-guessed" in [issue.code for issue in document.issues]


def test_a_web_page_in_another_encoding_than_it_names(tmp_path: Path) -> None:
    page = f'<html><meta charset="utf-8"><p>{TEXTS["ru"]}</p></html>'
    (path := tmp_path / "a.html").write_bytes(page.encode("cp1251"))
    assert open_file(path).text == TEXTS["ru"]

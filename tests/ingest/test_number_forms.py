"""Lists that count in other scripts, as Word shows them; the cases were compared with LibreOffice."""

from pathlib import Path

import pytest

from legalai.ingest.word.number_forms import form_like, format_number
from tests.ingest.factory import abstract, docx, level, num, open_file, p


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("chineseCounting", "一 十 十一 二十 二十一"),
        ("chineseLegalSimplified", "壹 壹拾 壹拾壹 贰拾 贰拾壹"),
        ("japaneseCounting", "一 十 十一 二十 二十一"),
        ("koreanCounting", "일 십 십일 이십 이십일"),
        ("ganada", "가 차 카 바바 사사"),
        ("russianUpper", "А К Л Ф Х"),
        ("hebrew1", "א י יא כ כא"),
        ("arabicAlpha", "أ ر ز ف ق"),
        ("decimalFullWidth", "１ １０ １１ ２０ ２１"),
        ("decimalEnclosedCircle", "① ⑩ ⑪ ⑳ 21"),
        ("001, 002, 003, ...", "001 010 011 020 021"),
        ("lowerAlpha", "a j k t u"),
    ],
)
def test_numbers_of_other_scripts(form: str, shown: str) -> None:
    assert [format_number(value, form) for value in (1, 10, 11, 20, 21)] == shown.split()


def test_zeros_are_told_hundreds_too_and_letters_go_on_as_each_program_has_them() -> None:
    assert [format_number(value, "chineseCountingThousand") for value in (101, 110, 1001)] == [
        "一百零一",
        "一百一十",
        "一千零一",
    ]
    assert (format_number(28, "lowerLetter"), format_number(28, "lowerAlpha")) == ("bb", "ab")
    assert format_number(16, "hebrew1") == "טז"


@pytest.mark.parametrize(
    ("sample", "form"),
    [
        ("①, ②, ③, ...", "decimalEnclosedCircle"),
        ("А, Б, .., Аа, Аб, ... (Russian)", "russianUpper"),
        ("一, 二, 三, ...", "chineseCountingThousand"),
        ("x, y", None),
    ],
)
def test_a_form_is_told_by_a_sample(sample: str, form: str | None) -> None:
    assert form_like(sample) == form


def test_a_contract_in_chinese_keeps_its_numbers(tmp_path: Path) -> None:
    custom = '<w:lvl w:ilvl="1"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt '
    custom += 'w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
    custom += '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%2."/></w:lvl>'
    lists = abstract(1, level(0, "chineseCounting", "第%1条"), custom) + num(1, 1)
    body = p("服务", (1, 0)) + p("费用", (1, 0)) + p("付款", (1, 1))
    document = open_file(docx(tmp_path / "a.docx", body, numbering=lists))
    assert document.text == "第一条 服务\n第二条 费用\n001. 付款"
    assert [block.number for block in document.blocks][:2] == ["第一条", "第二条"]

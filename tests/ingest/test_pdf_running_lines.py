"""Running lines of a PDF that stand alone or differ from page to page, and what they say of redactions."""

from pathlib import Path

from tests.ingest.factory import both, lines, open_file, pdf

LEGEND = "[***] Confidential material omitted and filed separately with the Commission."
BODY = (
    "The Seller delivers the goods to the warehouse of the Buyer named in the order,",
    "free of charge and packed so that they bear the carriage by road and by sea.",
)
WARES = ("tea", "ink", "silk", "wool", "salt", "coal")


def about(ware: str) -> tuple[str, str]:
    return (
        f"Of {ware} the Seller delivers what the Buyer names in its order for {ware},",
        f"and keeps {ware} dry till then.",
    )


def text_of(folder: Path, *pages: object) -> str:
    assert all(callable(page) for page in pages)
    return open_file(pdf(folder / "a.pdf", list(pages))).text  # pyright: ignore[reportArgumentType]


def test_a_legend_of_redactions_is_read_once_after_the_text(tmp_path: Path) -> None:
    pages = [
        both(lines(f"Article {name}", *BODY), lines(LEGEND, top=800), lines(str(number), top=814))
        for number, name in enumerate(("One", "Two", "Three", "Four"), start=1)
    ]
    text = text_of(tmp_path, *pages)
    assert text.count(LEGEND) == 1
    assert text.endswith("\n" + LEGEND)


def test_a_legend_that_stands_in_the_text_is_not_read_again(tmp_path: Path) -> None:
    pages = [both(lines("Prices", *BODY), lines(LEGEND, top=800)) for _ in range(4)]
    pages[0] = both(lines("Prices", LEGEND, *BODY, top=300), lines(LEGEND, top=800))
    assert text_of(tmp_path, *pages).count("Commission") == 1


def test_page_numbers_at_the_end_of_two_short_pages(tmp_path: Path) -> None:
    first = both(lines(*BODY), lines("18", left=290, top=200))
    second = both(lines(*BODY[::-1]), lines("19", left=290, top=300))
    assert not {"18", "19"} & set(text_of(tmp_path, first, second).split("\n"))


def test_a_lone_number_on_one_page_is_text(tmp_path: Path) -> None:
    first = both(lines(*BODY), lines("18", left=290, top=200))
    assert "\n18\n" in text_of(tmp_path, first, lines(*BODY[::-1]))


def test_roman_page_numbers_under_contents_of_unequal_length(tmp_path: Path) -> None:
    pages = [
        both(lines(*BODY, name, top=200), lines(number, left=300, top=300 + 90 * place))
        for place, (number, name) in enumerate((("i", "Prices"), ("ii", "Delivery"), ("iii", "Term")))
    ]
    assert not {"i", "ii", "iii"} & set(text_of(tmp_path, *pages).replace("\n", " ").split())


def test_roman_items_amid_a_page_are_text(tmp_path: Path) -> None:
    page = both(lines(*BODY), lines("i", top=200), lines("ii", top=300), lines("iii", top=400), lines(*BODY, top=500))
    assert "ii" in text_of(tmp_path, page, lines(*BODY)).replace("\n", " ").split()


def test_a_copy_of_a_running_head_amid_another_page(tmp_path: Path) -> None:
    above = lines(*about("wine"), *about("lead"), *about("flax"), top=200)
    first = both(above, lines("Confidential draft", top=320), lines(*about("oil"), top=400))
    others = [both(lines("Confidential draft", top=40), lines(*about(ware), top=200)) for ware in WARES]
    text = text_of(tmp_path, first, *others)
    assert "Confidential draft" not in text
    assert "Of wine" in text


def test_one_that_no_gap_parts_from_the_text_stays(tmp_path: Path) -> None:
    first = lines(*about("wine"), "Confidential draft", *about("oil"), top=200)
    others = [both(lines("Confidential draft", top=40), lines(*about(ware), top=200)) for ware in WARES]
    assert text_of(tmp_path, first, *others).count("Confidential draft") == 1


def test_the_title_stays_though_every_other_page_repeats_it(tmp_path: Path) -> None:
    others = [both(lines("Supply Agreement", top=40), lines(*about(ware), top=200)) for ware in WARES]
    text = text_of(tmp_path, both(lines("Supply Agreement", top=240), lines(*BODY, top=300)), *others)
    assert text.count("Supply Agreement") == 1

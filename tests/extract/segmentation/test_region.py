from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.region import region_of

WRAPPED = "This Agreement is made between the well-known Marisol Outdoor\nCooperative, Inc.,\nof Oakland."


def test_a_break_that_wraps_a_long_line_is_a_space_and_is_quoted_as_printed() -> None:
    region = region_of([Passage(text=WRAPPED, start=7, end=7 + len(WRAPPED), block=0)])
    assert "Marisol Outdoor Cooperative, Inc.,\nof Oakland" in region.text
    start = region.text.index("Marisol")
    cited = region.citation(start, region.text.index(",\nof"))
    assert cited.text == "Marisol Outdoor\nCooperative, Inc."
    assert WRAPPED[cited.start - 7 : cited.end - 7] == cited.text

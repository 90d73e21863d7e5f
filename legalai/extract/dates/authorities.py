"""The law by which days are counted, and that may keep a renewal from binding."""

from datetime import date

from legalai.schema import Authority

_AS_OF = date(2026, 11, 21)
# The day on which the words of the section, or the judgment, were read in a stored copy.
_READ_ON = date(2026, 11, 23)


def _authority(cite: str, url: str | None, checked_on: date | None = None) -> Authority:
    return Authority(cite=cite, url=url, as_of=_AS_OF, checked_on=checked_on)


def _bgb(section: str) -> Authority:
    return _authority(f"BGB s. {section}", f"https://www.gesetze-im-internet.de/bgb/__{section}.html", _READ_ON)


def _new_york(law: str, code: str, section: str, checked_on: date | None = None) -> Authority:
    return _authority(
        f"N.Y. {law} {section}", f"https://www.nysenate.gov/legislation/laws/{code}/{section}", checked_on
    )


BGB_130 = _bgb("130")
BGB_187 = _bgb("187")
BGB_188 = _bgb("188")
# The source was opened for the pack of Germany.
BGB_309_9 = _authority("BGB s. 309 Nr. 9", "https://www.gesetze-im-internet.de/bgb/__309.html", _AS_OF)
GCN_20 = _new_york("Gen. Constr. Law", "GCN", "20")
GCN_30 = _new_york("Gen. Constr. Law", "GCN", "30")
GOL_5_901 = _new_york("Gen. Oblig. Law", "GOB", "5-901")
# The sources of these two were opened for the pack of New York.
GOL_5_903 = _new_york("Gen. Oblig. Law", "GOB", "5-903", _AS_OF)
GOL_5_905 = _new_york("Gen. Oblig. Law", "GOB", "5-905", _AS_OF)
HECTOR_WHALING = _authority("In re Hector Whaling [1936] Ch 208", None)
DODDS_V_WALKER = _authority("Dodds v Walker [1981] 1 WLR 1027", None, _READ_ON)

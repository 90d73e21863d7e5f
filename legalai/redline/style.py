"""New words in the contract's own style: its quotation marks and apostrophes, its "shall" or "will", its spelling."""

import re

_NO_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OPENING = re.compile(r"(^|[\s(\[{—–-])\"")
_SHALL = re.compile(r"\b(shall)\b", re.IGNORECASE)
_WILL = re.compile(r"\bwill\b")
# Stems that are spelt one way in Britain and another in the United States.
_AMERICAN = {
    "wilful": "willful", "licence": "license", "defence": "defense", "offence": "offense", "favour": "favor",
    "honour": "honor", "behaviour": "behavior", "centre": "center", "authoris": "authoriz", "organis": "organiz",
    "recognis": "recogniz",
}  # fmt: skip
_BRITISH = re.compile(rf"\b(sub)?({'|'.join(_AMERICAN)})", re.IGNORECASE)
# A "z" tells nothing: some spell so in Britain too.
_US_SPELLING = re.compile(
    rf"\b(?:sub)?(?:{'|'.join(word for word in _AMERICAN.values() if not word.endswith('z'))})", re.IGNORECASE
)
# A contract that says "will" this many times as often as "shall" has chosen the one.
_CHOSEN = 5


def written(words: str) -> str:
    """Words without the characters that XML cannot hold (XML 1.0, production 2), which no contract needs."""
    return _NO_XML.sub(" ", words)


def in_style(new: str, contract: str, old: str = "") -> str:
    """New words as the contract would write them; `old` are those they stand in place of."""
    new = written(new)
    if not _SHALL.search(old) and len(_WILL.findall(contract)) > _CHOSEN * len(_SHALL.findall(contract)):
        new = _SHALL.sub(lambda match: "Will" if match[0][0].isupper() else "will", new)
    if len(_US_SPELLING.findall(contract)) > len(_BRITISH.findall(contract)):
        new = _BRITISH.sub(lambda match: match[0] if match[0] in old else _american(match), new)
    if _count(contract, "“”") > contract.count('"'):
        new = _OPENING.sub(r"\1“", new).replace('"', "”")
    elif contract.count('"'):
        new = new.replace("“", '"').replace("”", '"')
    if _count(contract, "’") > contract.count("'"):
        return new.replace("'", "’")
    return new.replace("’", "'").replace("‘", "'") if "'" in contract else new


def _american(match: re.Match[str]) -> str:
    word = _AMERICAN[match[2].lower()]
    put = word.upper() if match[2].isupper() else word.capitalize() if match[2][0].isupper() else word
    return (match[1] or "") + put


def _count(text: str, characters: str) -> int:
    return sum(text.count(each) for each in characters)

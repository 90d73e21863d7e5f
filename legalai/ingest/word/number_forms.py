"""How lists count: a number as letters, Roman, words, or in the figures and letters of other scripts.

Source: ISO/IEC 29500-1 §17.18.59 (ST_NumberFormat), and what Word shows; `lowerAlpha`, `upperAlpha` and the Greek forms
are those of web pages and OpenDocument.
"""

import re
from collections.abc import Callable, Mapping

from legalai.ingest.alphabets import GREEK, LATIN, RUSSIAN

_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_WORDS: Mapping[str, tuple[str, ...]] = {
    "ordinalText": tuple(
        "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth "
        "Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth".split()
    ),
    "cardinalText": tuple(
        "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen "
        "Eighteen Nineteen Twenty".split()
    ),
    "koreanLegal": tuple("하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열".split()),
    "vietnameseCounting": tuple("một hai ba bốn năm sáu bảy tám chín mười".split()),
}
# Counted on by doubling: after the last letter comes the first one twice.
_ALPHABETS: Mapping[str, str] = {
    "lowerLetter": LATIN,
    "upperLetter": LATIN.upper(),
    "russianLower": RUSSIAN,
    "russianUpper": RUSSIAN.upper(),
    "lowerGreek": GREEK,
    "upperGreek": GREEK.upper(),
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "hebrew2": "אבגדהוזחטיכלמנסעפצקרשת",
    "ganada": "가나다라마바사아자차카타파하",
    "chosung": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "aiueo": "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ",
    "aiueoFullWidth": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "iroha": "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ",
    "irohaFullWidth": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオク"
    "ヤマケフコエテアサキユメミシヱヒモセスン",
    "thaiLetters": "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "hindiVowels": "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
    "hindiConsonants": "अआइईउऊऋएऐओऔ",
    "chicago": "*†‡§",
}
# Known as far as they go: beyond that Word shows figures.
_SIGNS: Mapping[str, str] = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸", "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
}  # fmt: skip
_HAN = "〇一二三四五六七八九"
_DIGITS: Mapping[str, str] = {
    "decimalFullWidth": "０１２３４５６７８９",
    "decimalFullWidth2": "０１２３４５６７８９",
    "thaiNumbers": "๐๑๒๓๔๕๖๗๘๙",
    "hindiNumbers": "०१२३४५६७८९",
    "arabicIndic": "٠١٢٣٤٥٦٧٨٩",
    "ideographDigital": _HAN,
    "taiwaneseDigital": _HAN,
    "japaneseDigitalTenThousand": _HAN,
    "koreanDigital": "영일이삼사오육칠팔구",
    "koreanDigital2": "零一二三四五六七八九",
}
_COUNTED: Mapping[str, tuple[str, str, int, str]] = {
    # form: (digits, units, from which value a one before a unit is written, what stands for an empty place)
    "chineseCountingThousand": ("〇一二三四五六七八九", "十百千", 100, "零"),
    "taiwaneseCountingThousand": ("〇一二三四五六七八九", "十百千", 100, "零"),
    "japaneseCounting": ("〇一二三四五六七八九", "十百千", 10_000, ""),
    "koreanCounting": ("영일이삼사오육칠팔구", "십백천", 10_000, ""),
    "chineseLegalSimplified": ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", 10, "零"),
    "ideographLegalTraditional": ("零壹貳參肆伍陸柒捌玖", "拾佰仟", 10, "零"),
    "japaneseLegal": ("零壱弐参四伍六七八九", "拾百阡", 10, ""),
}
_TO_NINETY_NINE = {"chineseCounting": "chineseCountingThousand", "taiwaneseCounting": "taiwaneseCountingThousand"}
_HEBREW = (
    (400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"), (60, "ס"), (50, "נ"), (40, "מ"),
    (30, "ל"), (20, "כ"), (16, "טז"), (15, "טו"), (10, "י"), (9, "ט"), (8, "ח"), (7, "ז"), (6, "ו"), (5, "ה"), (4, "ד"),
    (3, "ג"), (2, "ב"), (1, "א"),
)  # fmt: skip
_PADDED = re.compile(r"0{0,8}1\b")
_MOST_LETTERS = 30


def format_number(value: int, form: str) -> str:
    """A count in a w:numFmt; decimal for forms that contracts do not use.

    The form of a list of Word's own making is its sample ("001, 002, 003, ..."), which says how many figures it has.
    """
    if form.startswith("0"):
        padded = _PADDED.match(form)
        return f"{value:0{len(padded[0])}d}" if padded else str(value)
    if value < 1 and form not in ("decimalZero", "none"):
        return str(value)
    if form in _ALPHABETS:
        letters = _ALPHABETS[form]
        return letters[(value - 1) % len(letters)] * min((value - 1) // len(letters) + 1, _MOST_LETTERS)
    if form in _SIGNS or form in _WORDS:
        known = _SIGNS.get(form) or _WORDS[form]
        return known[value - 1] if value <= len(known) else str(value)
    if form in _DIGITS:
        return "".join(_DIGITS[form][int(digit)] for digit in str(value))
    if form in _TO_NINETY_NINE:
        return _counted(value, _TO_NINETY_NINE[form]) if value < 100 else format_number(value, "ideographDigital")
    if form in _COUNTED:
        return _counted(value, form) if value < 10_000 else str(value)
    made = _MADE.get(form)
    return made(value) if made else str(value)


def form_like(sample: str) -> str | None:
    """The form of a list that counts as a sample does ("А, Б, .., Аа", "①, ②, ③, ..."); None where none does."""
    begins = [each.strip() for each in sample.split(",")][:2]
    forms = (*_ALPHABETS, *_SIGNS, *_COUNTED, *_TO_NINETY_NINE, *_DIGITS)
    return next((form for form in forms if [format_number(count, form) for count in (1, 2)] == begins), None)


def _counted(value: int, form: str) -> str:
    """A number below ten thousand by its thousands, hundreds, tens and ones."""
    digits, units, least, gap = _COUNTED[form]
    shown, skipped = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit == 0:
            skipped = bool(shown)
            continue
        shown += gap if skipped else ""
        skipped = False
        bare = digit == 1 and power > 0 and value < least
        shown += ("" if bare else digits[digit]) + (units[power - 1] if power else "")
    return shown


def _roman(value: int) -> str:
    return _added(min(value, 9_999), _ROMANS)


def _hebrew(value: int) -> str:
    return _added(value % 1000 or 1000, _HEBREW)


def _added(value: int, worths: tuple[tuple[int, str], ...]) -> str:
    shown = ""
    for worth, letters in worths:
        while value >= worth:
            shown += letters
            value -= worth
    return shown


def _in_order(value: int) -> str:
    """Letters as columns of a spreadsheet: after z comes aa, then ab."""
    shown = ""
    while value > 0:
        value, letter = divmod(value - 1, len(LATIN))
        shown = LATIN[letter] + shown
    return shown


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


_MADE: Mapping[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerAlpha": _in_order,
    "upperAlpha": lambda value: _in_order(value).upper(),
    "hebrew1": _hebrew,
    "ordinal": _ordinal,
    "decimalZero": lambda value: f"{value:02d}",
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "none": lambda _: "",
    "bullet": lambda _: "",
}

"""Which language a text is in: by its script, and within Latin and Cyrillic letters by its commonest words."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

_WORDS = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARACTERS = 200_000
_FEWEST_WORDS = 20
# Scripts without blanks between words are judged by their letters.
_FEWEST_LETTERS = 20
# English contracts are made of these to 35-45%; a text of another language of the list reaches 2-6% by shared words.
_LEAST_SHARE = 0.12
# A script of so many of the letters is that of the text: names and terms in Latin letters stand in any contract.
_LEAST_SCRIPT = 0.35
# Chinese has none of these letters, Japanese has them in every sentence.
_LEAST_KANA = 0.05
_SCRIPTS = {
    "GREEK": "el", "ARABIC": "ar", "HEBREW": "he", "HANGUL": "ko", "THAI": "th", "DEVANAGARI": "hi", "BENGALI": "bn",
    "GEORGIAN": "ka", "ARMENIAN": "hy",
}  # fmt: skip
_HAN, _KANA = frozenset({"CJK"}), frozenset({"HIRAGANA", "KATAKANA"})


def _listed(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in lists.items()}


_LATIN = _listed(
    {
        "en": "the of and to in or a any such by for be shall this is with as that on not at from which will its it",
        "de": "der die und des von den in zu dem für auf ist mit nicht oder im eine nach bei werden durch das ein wird",
        "fr": "de la et le les des à en du ou par pour une est dans un que sur au aux ce qui avec sont son cette",
        "es": "de la y el en que los del las por a para se una o un con al su no lo es como este esta sus será",
        "it": "di e la il del in che per a della le i o un una con da non dei alla al delle è si gli nel sono questo",
        "nl": "de van en het in een is op te dat voor met of door zijn aan niet deze bij worden wordt als om tot",
        "pt": "de a e o da do que em os para as por com um no ou na uma dos das ao não se pelo pela é este",
        "pl": "w i z na do o nie się oraz przez lub od dla jest po za są niniejszej umowy że nr jego",
        "sv": "och av i att för som på en med till är ett den eller det om inte skall de vid från enligt",
        "da": "og af i at for til den er på som en med det de eller et ikke skal fra ved om efter mellem",
        "no": "og av i å for til den er på som en med det de eller et ikke skal fra ved om etter mellom",
        "fi": "ja on ei että tai se joka sen tämä tämän sekä ovat voi mukaan kun jos osapuolen sopimuksen siihen siitä",
        "cs": "a v na se je že s z do k o pro ve za od nebo podle jsou být této tato smlouvy který které jeho bude",
        "sk": "a v na sa je že s z do k o pre vo za od alebo podľa sú byť tejto táto zmluvy ktorý ktoré jeho bude",
        "hu": "a az és hogy nem is egy vagy ez által szerint kell jelen azt amely esetén valamint illetve között meg",
        "ro": "de și şi în a la cu pe care din pentru nu sau este prin al ale va fi că se părți orice către",
        "tr": "ve bir bu ile için olarak veya da de olan tarafından her ise işbu kadar sonra göre gibi olup",
        "hr": "i u je na se da za od s o ne ili su kao te ovog koji koje prema bez iz ugovora kojim nije",
        "sl": "in v je na se da za s z ali so o po ki pri ne bo med pogodbe pogodba kot tega te pogodbi",
        "et": "ja on ei või et see kui mis ning käesoleva lepingu selle vastavalt poolte pool tema ka oma",
        "lv": "un ir uz no ar vai par šis kas tiek lai pie tā pēc kā saskaņā līguma puses nav šī ja",
        "lt": "ir yra į su ar kad iš šios už pagal bei nuo kaip arba tai po ne sutarties šalis šalys jei",
        "id": "dan yang di dengan untuk dari atau ini dalam pada tidak oleh akan adalah sebagai para ke setiap",
        "vi": "và của các là trong cho không có được với một theo hoặc này bên tại từ khi những phải",
    }
)
_CYRILLIC = _listed(
    {
        "ru": "и в на с по не от за или к о для из при что его настоящего договора быть а также",
        "uk": "і в на з та до не від за або у про для із при що його цього договору бути а також й",
        "bg": "и в на с по не от за или към да се са е при че настоящия договора бъде а също",
    }
)


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of a text; "und" where too little speaks for one."""
    words = [word.lower() for word in _WORDS.findall(text[:_SAMPLE_CHARACTERS])]
    scripts = _scripts(words)
    letters = scripts.total()
    if letters < _FEWEST_LETTERS:
        return "und"
    shares = {script: count / letters for script, count in scripts.items()}
    if sum(shares.get(script, 0.0) for script in _HAN | _KANA) > _LEAST_SCRIPT:
        return "ja" if sum(shares.get(script, 0.0) for script in _KANA) > _LEAST_KANA else "zh"
    found = next((language for script, language in _SCRIPTS.items() if shares.get(script, 0.0) > _LEAST_SCRIPT), None)
    if found is not None:
        return found
    return _by_words(words, _CYRILLIC if shares.get("CYRILLIC", 0.0) > _LEAST_SCRIPT else _LATIN)


def _by_words(words: list[str], languages: dict[str, frozenset[str]]) -> str:
    if len(words) < _FEWEST_WORDS:
        return "und"
    counts = Counter(words)
    shares = {language: sum(counts[word] for word in stops) / len(words) for language, stops in languages.items()}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= _LEAST_SHARE else "und"


def _scripts(words: list[str]) -> Counter[str]:
    """How many letters of each script the words have, by the first word of the letters' names in Unicode."""
    scripts: Counter[str] = Counter()
    for letter, count in Counter("".join(words)).items():
        scripts[_script_of(letter)] += count
    return scripts


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").partition(" ")[0]

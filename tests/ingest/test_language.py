"""The language of a text, in scripts and languages of contracts."""

import pytest

from legalai.ingest.language import language_of

CLAUSES = {
    "en": (
        "This agreement is made between the parties and it shall be governed by the laws of the place "
        "where the seller has its seat, and any notice must be given in writing."
    ),
    "de": (
        "Dieser Vertrag wird zwischen den Parteien geschlossen und unterliegt dem Recht des Ortes, an "
        "dem der Verkäufer seinen Sitz hat; jede Mitteilung ist schriftlich zu machen."
    ),
    "fr": (
        "Le présent contrat est conclu entre les parties et il est soumis au droit du lieu où le vendeur"
        " a son siège ; toute notification doit être faite par écrit."
    ),
    "es": (
        "El presente contrato se celebra entre las partes y se rige por la ley del lugar en que el "
        "vendedor tiene su sede; toda comunicación debe hacerse por escrito."
    ),
    "it": (
        "Il presente contratto è concluso tra le parti ed è regolato dalla legge del luogo in cui il "
        "venditore ha la sede; ogni comunicazione deve essere fatta per iscritto."
    ),
    "nl": (
        "Deze overeenkomst wordt gesloten tussen de partijen en wordt beheerst door het recht van de "
        "plaats waar de verkoper is gevestigd; elke mededeling geschiedt schriftelijk."
    ),
    "pt": (
        "O presente contrato é celebrado entre as partes e rege-se pela lei do lugar em que o vendedor "
        "tem a sua sede; qualquer comunicação deve ser feita por escrito."
    ),
    "pl": (
        "Niniejsza umowa zostaje zawarta między stronami i podlega prawu miejsca, w którym sprzedawca ma"
        " siedzibę; wszelkie zawiadomienia są dokonywane na piśmie przez strony."
    ),
    "sv": (
        "Detta avtal ingås mellan parterna och regleras av lagen på den plats där säljaren har sitt "
        "säte; varje meddelande ska lämnas skriftligen till den andra parten."
    ),
    "da": (
        "Denne aftale indgås mellem parterne og er undergivet loven på det sted, hvor sælgeren har sit "
        "sæde; enhver meddelelse skal gives skriftligt til den anden part."
    ),
    "no": (
        "Denne avtalen inngås mellom partene og er underlagt loven på det sted der selgeren har sitt "
        "sete; enhver melding skal gis skriftlig til den andre parten og ikke muntlig."
    ),
    "fi": (
        "Tämä sopimus tehdään osapuolten välillä ja siihen sovelletaan sen paikan lakia, jossa myyjällä "
        "on kotipaikka; kaikki ilmoitukset on annettava kirjallisesti toiselle osapuolelle."
    ),
    "cs": (
        "Tato smlouva se uzavírá mezi stranami a řídí se právem místa, kde má prodávající své sídlo; "
        "každé oznámení musí být učiněno písemně a doručeno druhé straně."
    ),
    "hu": (
        "Ez a szerződés a felek között jön létre, és annak a helynek a joga irányadó rá, ahol az eladó "
        "székhelye van; minden értesítést írásban kell megtenni a másik fél részére."
    ),
    "ro": (
        "Prezentul contract se încheie între părți și este guvernat de legea locului în care vânzătorul "
        "își are sediul; orice notificare trebuie făcută în scris către cealaltă parte."
    ),
    "tr": (
        "İşbu sözleşme taraflar arasında akdedilmiş olup satıcının merkezinin bulunduğu yerin hukukuna "
        "tabidir; her bildirim diğer tarafa yazılı olarak yapılmalıdır ve bu şekilde geçerlidir."
    ),
    "ru": (
        "Настоящий договор заключён между сторонами и регулируется правом места, где находится продавец;"
        " любое уведомление должно быть сделано в письменной форме."
    ),
    "uk": (
        "Цей договір укладено між сторонами і він регулюється правом місця, де знаходиться продавець; "
        "будь-яке повідомлення має бути зроблене у письмовій формі."
    ),
    "el": (
        "Η παρούσα σύμβαση συνάπτεται μεταξύ των μερών και διέπεται από το δίκαιο του τόπου όπου εδρεύει"
        " ο πωλητής· κάθε ειδοποίηση πρέπει να γίνεται εγγράφως."
    ),
    "zh": (
        "本合同由双方签订，适用卖方所在地法律。任何通知均应以书面形式作出并送达对方。未经另一方书面同意，任何一方不得转让本合同。"
    ),
    "ja": (
        "本契約は両当事者間で締結され、売主の所在地の法律に準拠する。すべての通知は書面により相手方に行うものとする。"
    ),
    "ko": (
        "본 계약은 당사자 간에 체결되며 매도인의 소재지 법률에 따른다. 모든 통지는 서면으로 상대방에게 하여야 한다."
    ),
    "ar": (
        "يُبرم هذا العقد بين الطرفين ويخضع لقانون المكان الذي يقع فيه مقر البائع، ويجب أن يكون كل إشعار "
        "خطيًا وموجهًا إلى الطرف الآخر."
    ),
    "he": ("הסכם זה נערך בין הצדדים ויחול עליו הדין של מקום מושבו של המוכר; כל הודעה תינתן בכתב לצד השני."),
    "th": ("สัญญานี้ทำขึ้นระหว่างคู่สัญญาและอยู่ภายใต้บังคับกฎหมายของสถานที่ตั้งของผู้ขาย"),
    "hi": ("यह अनुबंध पक्षों के बीच किया जाता है और विक्रेता के स्थान के कानून द्वारा शासित होगा; प्रत्येक सूचना लिखित रूप में दी जाएगी।"),
    "bg": (
        "Настоящият договор се сключва между страните и се урежда от правото на мястото, където "
        "продавачът има седалище; всяко уведомление се прави писмено."
    ),
}


@pytest.mark.parametrize("language", CLAUSES)
def test_a_clause_of_each_language(language: str) -> None:
    assert language_of(f"{CLAUSES[language]}\n{CLAUSES[language]}") == language


@pytest.mark.parametrize("language", ["ru", "zh", "ar", "el"])
def test_names_in_latin_letters_change_nothing(language: str) -> None:
    assert language_of(f"{CLAUSES[language] * 2} Northgate Holdings Limited (USD 5,000)") == language


def test_a_foreign_name_in_an_english_clause_changes_nothing() -> None:
    assert language_of(f"{CLAUSES['en']} Ромашка, 株式会社") == "en"


@pytest.mark.parametrize("text", ["", "12 March 2027", "合同", "§ 4.2 (b)"])
def test_too_little_to_tell(text: str) -> None:
    assert language_of(text) == "und"

"""Shapes of what identifies: numbers in registers and at banks, places, people by what stands beside them."""

import re

CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w.'’-]{0,30}"
_PARTICLE = r"(?:de|van|von|der|den|du|la|le|zu|al|bin|da|di|dos)"
FULL_NAME = rf"{CAPITAL}(?:[ \t]{{1,3}}(?:{_PARTICLE}[ \t]){{0,2}}{CAPITAL}){{1,3}}"

_LABEL = (
    r"(?:(?:regist(?:ered|ration|er|ry)|company|corporate|file|entity)[ ](?:number|no\.?)|VAT(?:[ ](?:ID|reg\.?))?"
    r"|EIN|TIN|ITIN|SSN"
    r"|tax[ ](?:file|id|identification|reference)|ABN|ACN|ARBN|CIN|GSTIN|PAN|UEN|KvK|SIREN|SIRET|RCS[ ]\w{2,30}"
    r"|R\.C\.S\.[ ]\w{2,30}"
    r"|HR[AB]|GnR|PR|USt-?Id(?:-?Nr)?\.?|UID|Steuer-?(?:nummer|Nr\.?)|TVA(?:[ ]intracommunautaire)?"
    r"|sous[ ]le[ ]num[ée]ro"
    r"|sort[ ]code|(?:bank[ ])?account(?:[ ](?:number|no\.?|nr\.?))|a/c(?:[ ]no\.?)?|Konto-?(?:nummer|Nr\.?)?|BLZ"
    r"|BIC|SWIFT(?:/BIC)?"
    r"|ABA|routing(?:[ ](?:number|no\.?))|passport(?:[ ](?:number|no\.?))?|DUNS|LEI|NPI|Plot[ ]No\.?|Registernummer"
    r"|licen[cs]e[ ]no\.?"
    r"|Personalausweis(?:nummer)?)"
)
_BORN = (
    r"(?:date[ ]of[ ]birth|d\.?o\.?b\.?|born(?:[ ]on)?|geb(?:oren|\.)(?:[ ]am)?|née?[ ]le)"
    r"[ \t:]{1,3}(\d{1,4}[./ -]{1,2}\w{1,10}[./ -]{1,2}\d{1,4})"
)
NUMBERS = re.compile(
    rf"(?<!\w){_LABEL}(?:[ \t]?(?:number|no\.?|nr\.?|code|of|is|:|#|=)){{0,2}}[ \t:]{{1,3}}"
    r"((?:[A-Z]{1,3}[ ]?)?\d[\dA-Z./-]{1,24}(?:[ ]\d[\dA-Z./-]{0,12}){0,6}(?:[ ][A-Z](?!\w))?"
    r"|[A-Z]{6}[A-Z\d]{2,5}(?!\w))"
    rf"|(?<!\w){_BORN}"
    r"|(?<!\w)((?:OC|SC|NI|SO|NC)\d{6})(?!\w)"
    r"|(?<![\w.,-])(\d{3}-\d{2}-\d{4})(?![\w-])"
    # The mark of a fence round the contract is no number of anybody's.
    r"|(?<!<contract-)(?<!</contract-)(?<!\w)((?=[A-Z\d]{9,25}(?!\w))(?=(?:[A-Z]{0,20}\d){4})(?=\d{0,20}[A-Z])[A-Z\d]{9,25})(?!\w)"
    r"|(?<!<contract-)(?<!</contract-)(?<![\w.,/-])(\d{8,20}|\d{2,4}(?:[ ]\d{3,4}){2,4}(?:[ ]\d{1,5})?)(?![\w%])",
    re.IGNORECASE,
)
_WAY = (
    r"(?:Street|Avenue|Road|Lane|Crescent|Boulevard|Mews|Gardens|Grove|Row|Drive|Parkway|Terrace|Hill|Wharf|Yard"
    r"|Walk|Plaza|Close|Court|Square|Way|Place)"
)
# Streets of the north and south stand before their number, and so does any place behind words that it is one.
_NORTHERN = (
    r"(?:gata|gaten?|gatan|vägen|väg|veien|vegen|vei|gade|vej|allé|katu|tie|plass|plads|torg|torget|gränd|brygge)"
)
_SOUTHERN = r"(?:Via|Viale|Piazza|Corso|Calle|Avenida|Plaza|Paseo|Rua|Travessa|Largo|[Uu]l\.|[Uu]lica|[Aa]leja|Al\.)"
_NO_PLACE = r"(?!(?:Sections?|Clauses?|Articles?|Schedules?|Exhibits?|Ann?ex(?:es)?|Appendi\w+|Parts?|Paragraphs?)\b)"
_SEATED = (
    r"(?:resid(?:ing|es|ent)|liv(?:ing|es)|domiciled|office|seat|address|premises|home|business|located|situated)"
    r"(?:[ ](?:is|are))?(?:[ ](?:at|in)|[ ]?:)?[ ]"
)
_TOWN = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,30}(?:-[\wà-ÿ]{2,20}){0,3}"
PLACES = re.compile(
    rf"(?<!\w)(?:\d{{1,5}}[A-Za-z]?(?:[-/]\d{{1,5}})?|One|Two|Three|Four|Five|Six"
    rf"|Ten),?[ \t](?:{CAPITAL}[ \t]){{1,4}}{_WAY}(?!\w)"
    rf"|(?<=,[ ])(?:{CAPITAL}[ ]){{1,2}}(?:Street|Avenue|Road|Lane|Crescent|Boulevard)(?!\w)"
    rf"|(?<!\w)(?:Unit|Flat|Suite|Level|Floor)[ ]\w{{1,5}},[ ]{CAPITAL}(?:[ ]{CAPITAL})?"
    rf"|(?<!\w)(?:{CAPITAL}[ ]){{1,2}}(?:House|Chambers|Buildings?|Tower|Centre|Mills?|Works)(?=,[ ]\d)"
    rf"|(?<!\w)(?:Am|An[ ]de[rn]|Auf[ ]de[rm]|Im|In[ ]de[rn]|Unter[ ]den|Zu[mr]"
    rf"|Hinter[ ]de[rm])[ ](?:{_TOWN}[ ]){{1,2}}\d{{1,3}}(?:[-/]\d{{1,3}})?[a-z]?(?!\w)"
    r"|(?<!\w)[A-ZÄÖÜ][a-zäöüß-]{1,40}(?:gracht|straat|laan|kade|plein|singel|str\.|straße"
    r"|weg)[ ]\d{1,4}(?:-\d{1,4})?[a-z]?(?!\w)"
    r"|(?<!\w)\d{1,4}(?:[ ](?:bis|ter|quater))?,?[ ](?:rue|avenue|boulevard|place|quai|chemin|all[ée]e|cours"
    r"|impasse|route|square|passage|esplanade)"
    rf"[ ](?:(?:de|du|des|la|le|l['’]|d['’])[ ]?){{0,2}}{CAPITAL}"
    rf"|(?<![\w.,-])(?:(?:L|D|A|CH|B|F)-)?(?!19|20)\d{{4,5}}[ ](?!January|February|March|April|May|June|July|August"
    rf"|September|October|November|December)(?:[A-Z]{{2}}[ ])?{_TOWN}"
    rf"|(?<!\w)(?!(?:Sections?|Clauses?|Articles?|Rules?|Titles?|Parts?|Code|Act|No"
    rf"|Number)\b){_TOWN},?[ ]\d{{5,6}}(?:-\d{{4}})?(?!\w)"
    r"|(?<!\w)[A-Z]\.[A-Z]\.[ ]\d{5}(?:-\d{4})?(?!\w)"
    rf"|(?<!\w){_NO_PLACE}[A-ZÆØÅÄÖ][\wæøåäö-]{{1,40}}[ ]?{_NORTHERN}[ ]\d{{1,4}}(?:[ ]?[A-Z])?(?!\w)"
    rf"|(?<!\w){_SOUTHERN}(?:[ ](?:d[aeio]l?|del|della|dos|das|la|las|los|e)){{0,3}}(?:[ ]{CAPITAL}){{1,4}}"
    r",?[ ]\d{1,4}[A-Za-z]?(?!\w)"
    rf"|(?<!\w){_SEATED}({_NO_PLACE}(?:{CAPITAL}[ ]){{1,3}}\d{{1,4}}(?:[ ]?[A-Za-z])?(?!\w)"
    rf"|\d{{1,4}}[A-Za-z]?,?[ ]{CAPITAL}(?:[ ]{CAPITAL}){{0,2}})"
    r"|(?<!\w)(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)[ ]\d{4}(?!\w)"
    rf"|(?<![\w.-])\d{{1,3}}-\d{{1,3}}-\d{{1,3}}[ ]{_TOWN}(?:,[ ]{_TOWN}(?:-\w{{1,5}})?)?"
    r"|(?<![\w.-])\d{3}-\d{4}(?![\w-])"
)
PHONES = re.compile(
    r"(?<![\w.,/+-])\(?0\d{1,5}\)?[ \t]?[/-]?[ \t]?\d{2,8}(?:[ \t-]\d{1,6}){0,4}(?![\w/])"
    r"|(?<![\w.,/+-])0\d(?:[ .]\d{2}){4}(?!\w)"
)
# Number words of German and French; the English ones go with their unit.
_WORDS = (
    r"(?:eine?|[a-zäöüß]{0,30}(?:hundert|tausend|zwanzig|ßig|zig|zehn|zwölf)[a-zäöüß]{0,40}|million(?:en|s)?|und|et"
    r"|deux"
    r"|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante"
    r"|cinquante|soixante|cents?|mille)"
)
_INDIAN = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|hundred|thousand|lakhs?|crores?|million|only|and)"
)
AMOUNTS = re.compile(
    rf"(?<!\w){_WORDS}(?:[\s-]{{1,2}}{_WORDS}){{0,12}}\s(?:d['’])?(?:euros?|franken|francs?)(?!\w)"
    rf"|(?<!\w)(?:rupees|euros?|dollars|pounds)(?:[\s-]{_INDIAN}){{1,12}}(?!\w)"
    r"|(?<![\w.,])\d{1,3}(?:[.,]\d{2,3}){0,4},[-–—]{1,2}[ ]?(?:€|EUR|CHF)?"
    # Thousands without a currency; "401k" and "Form 10K" are no sums, and "10m" is one only where it is said to be.
    r"|(?<![\w.,/-])(?<!form )(?!401k)\d{1,4}(?:[.,]\d{1,3})?[ ]?(?:k|bn|grand)(?![\w-])"
    r"|(?<!\w)(?:bonus|fees?|price|sum|cap|limit|budget|salary|total|rent|deposit|retainer)"
    r"(?:[ ](?:of|is|at))?[ ](?:up[ ]to[ ])?(\d{1,4}(?:[.,]\d{1,3})?[ ]?(?:mm?|mn|mio|million|thousand))(?!\w)",
    re.IGNORECASE,
)
_BESIDE = (
    r"(?:Attn|Attention|attention(?:[ ]of)?|[Cc]c|Witness(?:ed[ ]by)?|Contact|Ansprechpartner(?:in)?"
    r"|vertreten[ ]durch|représentée?[ ]par"
    r"|[Rr]epresented[ ]by|[Ss]igned[ ](?:for[ ]and[ ]on[ ]behalf[ ]of[ ][^\n]{0,80}[ ])?by|By|gez\.|[Ss]ignatory"
    r"|[Ss]upervisor(?:[ ]is)?"
    r"|[Mm]anager(?:[ ]is)|/s/|[Dd]emeurant)"
)
_ROLE = (
    r"(?:[Hh]ead|[Dd]irector|[Mm]anager|[Oo]fficer|[Ee]ngineer|[Ss]ecretary|[Pp]resident|[Cc]hair(?:man|woman|person)?"
    r"|[Ll]ead(?:er)?|[Ss]upervisor|[Ff]ounder|[Tt]reasurer|[Aa]rchitect|[Aa]ccountant|[Rr]epresentative"
    r"|[Cc]oordinator|[Aa]dministrator|[Cc]ounsel|C[EFTIO]O|DPO|VP)"
    r"(?:[ ](?:of|for)[ ][A-Za-z-]{2,30}(?:[ ][a-z-]{2,30}){0,3})?"
)
PEOPLE = (
    re.compile(rf"(?<!\w){_ROLE}(?:,[ ]|:[ ]|[ ]is[ ]|[ ]\(|[ ])(?:currently[ ]|named[ ])?({FULL_NAME})"),
    re.compile(rf"(?<!\w){_BESIDE}[ \t]?:?[ \t_]{{0,20}}(?:/s/[ ])?({FULL_NAME})"),
    re.compile(rf"(?<!\w){_BESIDE}[ \t]?:?[ \t]{{0,3}}{FULL_NAME}[ ]?(?:/|and|,)[ ]({FULL_NAME})"),
    re.compile(rf"(?<!\w)({FULL_NAME}),[ ](?:Esq|Esquire|VP|CEO|CFO|[Dd]irector|[Pp]resident|[Pp]artner)"),
    re.compile(rf"(?<!\w)({FULL_NAME})[ ](?:and[ ]{FULL_NAME}[ ])?as[ ](?:partners?|trustees?|director)"),
    re.compile(rf"(?<!\w){FULL_NAME}[ ]and[ ]({FULL_NAME})[ ]as[ ](?:partners?|trustees?)"),
)

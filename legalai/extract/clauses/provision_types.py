"""The provision types beyond CUAD, and the headings and wordings they are known by."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProvisionType:
    """A provision type. `heading` is looked for in a clause's heading, `wording` in its sentences, both ignoring case.

    `alone` is what a sentence must say where no heading helps, since many clauses mention notices or press releases.
    """

    name: str
    heading: re.Pattern[str]
    wording: re.Pattern[str]
    alone: re.Pattern[str]


def _type(name: str, heading: str, wording: str, *, alone: str | None = None) -> ProvisionType:
    return ProvisionType(
        name=name,
        heading=re.compile(heading, re.IGNORECASE),
        wording=_spaced(wording),
        alone=_spaced(alone or wording),
    )


def _spaced(wording: str) -> re.Pattern[str]:
    return re.compile(wording.replace(" ", r"\s{1,4}"), re.IGNORECASE)


# In a wording a space stands for any white space; in a heading it is itself.
PROVISION_TYPES: tuple[ProvisionType, ...] = (
    _type(
        "Indemnification",
        r"\bindemni|hold harmless",
        r"\b(?:shall|will|agrees? to|must|hereby)(?: (?:\w+ly|also|at its (?:own )?(?:sole )?(?:cost|expense),?))? "
        r"(?:(?:defend|protect|release|save),? (?:and )?){0,2}(?:fully )?(?:indemnif(?:y|ies)|hold harmless|"
        r"hold \w+ harmless)|"
        r"\bindemnif(?:y|ies),? (?:and )?(?:defend|hold)|\b(?:defend|protect)(?:,| and)(?: and)? indemnify|"
        r"\bhereby indemnif|\bshall be indemnified",
    ),
    _type(
        "Confidentiality",
        r"confidential|non-?disclosure|proprietary information|\bsecrecy",
        r"\b(?:hold|keep|maintain|treat)\b[^.;]{0,80}\b(?:in (?:strict )?confidence|confidential(?:ly)?\b)|"
        r"\b(?:not|neither|never)\b[^.;]{0,60}\bdisclos\w+\b[^.;]{0,80}\b(?:confidential|proprietary) information|"
        r"\bconfidential information[\"”]? (?:means|shall mean|includes|does not include|shall not include)",
    ),
    _type(
        "Data Protection",
        r"data (?:protection|privacy|processing)|personal (?:data|information)|\bprivacy\b|\bgdpr\b|\bhipaa\b",
        r"\b(?:personal data|personal information|personally identifiable information|protected health information|"
        r"data subjects?|data controller|data processor|nonpublic personal information|"
        r"non-public personal information)\b|"
        r"\b(?:data protection|privacy) (?:law|legislation|act|regulation|polic|requirement)|"
        r"\bgeneral data protection regulation\b|\bgdpr\b|\bhipaa\b|\bgramm-leach",
    ),
    _type(
        "Payment Terms",
        r"\b(?:payments?|fees|compensation|invoic\w+|billing|remuneration|price and payment|consideration|charges)\b",
        r"\b(?:shall|will|must|agrees? to|is to) (?:pay|remit)\b[^.;]{0,200}\b(?:within|net|on or before|"
        r"no later than|upon|"
        r"monthly|quarterly|annually|in arrears|in advance)\b|"
        r"\b(?:invoices?|payments?|fees|amounts?)\b[^.;]{0,80}\b(?:are|is|shall be|will be) (?:due|payable|"
        r"paid)\b|\bnet (?:thirty|30|60|45)\b",
    ),
    _type(
        "Late Payment",
        r"late (?:payment|fee|charge)|overdue|interest on (?:late|overdue)|past due",
        r"\b(?:late|overdue|past due|delinquent|unpaid)\b[^.;]{0,120}\b(?:interest|late (?:fee|charge|"
        r"payment charge)|penalty|"
        r"finance charge)\b|\binterest\b[^.;]{0,120}\b(?:late|overdue|past due|unpaid|delinquent|"
        r"from the (?:due date|date due|date such))\b|"
        r"\blate (?:payment )?(?:fee|charge)s?\b",
    ),
    _type(
        "Price Increase",
        r"(?:price|fee|rate|cost)s? (?:increase|adjustment|change|escalation)|(?:increase|adjustment|"
        r"change)s? (?:in|of|to) (?:the )?"
        r"(?:price|fee|rate|charge)|price protection|escalat",
        r"\b(?:increase|adjust|revise|raise|change)\b(?: \w+){0,4} (?:its |the |their |any |such )?(?:list |"
        r"then-current |unit )?"
        r"(?:prices?|pricing|fees|rates|charges)\b|"
        r"\b(?:prices?|fees|rates|charges)\b[^.;]{0,60}\b(?:may|shall|will) (?:also )?be (?:increased|adjusted|"
        r"escalated)\b|"
        r"\b(?:price|fee|rate) increases?\b",
    ),
    _type(
        "Force Majeure",
        r"force majeure|act(?:s)? of god|excusable delay|unavoidable delay|excused performance",
        r"\bforce majeure\b|\bacts? of god\b|\bcauses? (?:that (?:are|is) )?beyond (?:its|their|the|his|"
        r"such)\b[^.;]{0,50}\bcontrol\b|"
        r"\breasonable control\b",
        alone=(
            r"\b(?:not|no|neither|excused?|relieved|suspended|prevented|delayed)\b[^.]{0,400}(?:\bforce majeure\b|"
            r"\bacts? of god\b|"
            r"\bbeyond (?:its|their|the|his|such)\b[^.;]{0,50}\bcontrol\b)|[\"“]force majeure(?: event)?[\"”] means"
        ),
    ),
    _type(
        "Warranty Disclaimer",
        r"disclaim|no (?:other )?warrant|exclusion of warrant|warranty (?:exclusion|disclaimer)|as[- ]is\b",
        r"\bdisclaims?\b[^.;]{0,120}\bwarrant|\bno (?:other )?(?:representations?|warrant(?:y|"
        r"ies))\b[^.;]{0,120}\b(?:express|implied)|"
        r"\bin lieu of (?:all|any) (?:other )?warrant|\b(?:provided|licensed|delivered|sold|"
        r"accepted) (?:on an )?[\"“]?as[- ]is\b|"
        r"\bimplied warrant(?:y|ies) of (?:merchantability|fitness)|\bwarrant(?:y|ies) of merchantability\b|"
        r"\b(?:makes|gives) no (?:other )?(?:representation|warrant)",
    ),
    _type(
        "Exclusion Of Damages",
        r"(?:consequential|indirect|special|punitive|incidental) (?:damages|loss)|exclusion of (?:damages|liability)|"
        r"limitations? (?:of|on) (?:liability|damages)|(?:disclaimer|waiver) of (?:consequential )?damages|"
        r"\bliability\b",
        r"\b(?:not|no|neither|nor|never|waives?|excludes?|without)\b[^.;]{0,250}\b(?:consequential|indirect|"
        r"incidental|punitive|"
        r"exemplary|special)\b[^.;]{0,80}\b(?:damages?|loss(?:es)?)\b|\bno(?:t|r)? [^.;]{0,80}\b(?:lost|"
        r"loss of) (?:profits?|revenues?)\b",
    ),
    _type(
        "Limitation Of Remedies",
        r"(?:sole|exclusive|limitation of|limited) remed|remedies exclusive",
        r"\b(?:sole|exclusive|only)(?:,? (?:and|or) (?:sole|exclusive|"
        r"entire))?(?: and)? (?:liability and )?(?:remed(?:y|ies)|recourse)\b",
    ),
    _type(
        "Dispute Resolution",
        r"dispute|arbitrat|mediation|escalation (?:procedure|process)",
        r"\b(?:dispute|controversy|claim)s?\b[^.;]{0,250}\b(?:arbitrat\w+|mediat\w+|escalated|negotiat\w+|"
        r"resolved amicably)\b|"
        r"\b(?:settled|resolved|determined|decided) (?:exclusively |finally |solely )?by (?:binding |"
        r"final and binding |confidential )?"
        r"(?:arbitration|mediation)|\bamerican arbitration association\b|\barbitral tribunal\b",
        alone=(
            r"\b(?:disputes?|controvers(?:y|ies)|disagreements?)\b[^.;]{0,250}\b(?:shall|will|must|may) (?:first |"
            r"also )?(?:be |attempt to |seek to )"
            r"[^.;]{0,120}\b(?:arbitrat\w+|mediat\w+|escalated|negotiat\w+|resolved?)\b|"
            r"\b(?:settled|resolved|determined) (?:exclusively |finally |solely )?by (?:binding |"
            r"final and binding )?(?:arbitration|mediation)"
        ),
    ),
    _type(
        "Entire Agreement",
        r"entire (?:agreement|contract|understanding)|integration|merger clause|complete agreement|whole agreement",
        r"\b(?:entire|whole|complete|full|sole)(?: and (?:\w+ )?(?:entire|exclusive|complete|only|full|final))? "
        r"(?:agreement|understanding|contract|statement)\b[^.;]{0,200}\b(?:parties|hereto|subject matter|"
        r"between|with respect)|"
        r"\bsupersedes?\b[^.;]{0,100}\b(?:prior|previous|all|earlier)\b",
    ),
    _type(
        "Amendment",
        r"amend|modification|variation|changes? to (?:this|the) agreement",
        r"\b(?:agreement|contract|provisions?|terms?|addendum)\b[^.;]{0,120}\b(?:may|shall|can|will)(?: not|"
        r"only| only)? (?:only )?"
        r"be (?:\w+, ){0,3}(?:\w+ or )?(?:amended|modified|changed|varied|altered|supplemented)|"
        r"\bno (?:\w+,? ){0,4}(?:or )?(?:amendment|modification|variation|change|"
        r"alteration)s?\b[^.;]{0,160}\b(?:effective|valid|binding|"
        r"unless|writing|enforceable)\b|\b(?:amended|modified|changed) (?:only|except|or \w+ (?:only|except))\b",
    ),
    _type(
        "Notices",
        r"^\W*(?:[\dA-Z.()]{1,8}\s+)?notices?\b|notices?\W*$|notices and|communications?\W*$|addresses? for notice",
        r"\b(?:all |any )?(?:notices?|communications?)\b[^.;]{0,200}\b(?:shall|must|will|may|"
        r"to) be (?:\w+ )?(?:in writing|given|sent|"
        r"delivered|made|addressed|deemed|effective)\b|\bnotices?\b[^.;]{0,200}\b(?:registered|certified|"
        r"overnight|facsimile|courier|"
        r"first[- ]class)\b",
        alone=(
            r"\b(?:all|any|every|each) (?:other )?(?:\w+,? ){0,3}(?:notices?|"
            r"communications?)\b[^.;]{0,160}\b(?:shall|must|will|may|to) be "
            r"(?:\w+ )?(?:in writing|given|sent|delivered|made|addressed)\b|^\W*notices (?:hereunder|under|required|"
            r"to be given)\b"
        ),
    ),
    _type(
        "Severability",
        r"severab|invalid(?:ity)?\b|partial invalidity|unenforceab|savings clause|severance of",
        r"\b(?:provisions?|terms?|clauses?|sections?|parts?|portions?|paragraphs?|"
        r"covenants?)\b[^.;]{0,200}\b(?:invalid|unenforceable|illegal|void|"
        r"inoperative)\b[^.]{0,300}\b(?:remain\w*|remaining|remainder|rest|balance|other (?:provision|term|"
        r"part)s?|sever\w*|"
        r"affect\w*|validity|impair\w*)\b",
    ),
    _type(
        "Waiver",
        r"\bwaivers?\b(?! of (?:jury|subrogation|sovereign|consequential))|\bno waiver|non-?waiver",
        r"\bno (?:failure|delay|waiver|omission)\b[^.;]{0,200}\b(?:waive[rd]?|waivers|subsequent|unless|"
        r"effective|continuing|construed)\b|"
        r"\b(?:failure|delay|omission)\b[^.;]{0,200}\b(?:not|no)\b[^.;]{0,60}\b(?:waiver|waive)\b|"
        r"\bwaiver (?:of|by)\b[^.;]{0,160}\b(?:shall|will|is|may) (?:not|be)\b",
    ),
    _type(
        "Survival",
        r"\bsurviv",
        r"\b(?:shall|will|which|that|to|intended to|expressly|hereby) surviv(?:e|es|ed)\b(?! (?:him|her)\b)",
    ),
    _type(
        "Termination For Cause",
        r"terminat\w* (?:for|upon|on|by reason of) (?:\w+ )?(?:cause|breach|default|insolvency|bankruptcy)|"
        r"events? of default|"
        r"\bdefaults?\b|\bterminat",
        r"\bterminat\w*\b[^.]{0,300}\b(?:breach\w*|default\w*|cause|insolven\w+|bankrupt\w*|fail(?:s|ure)\b|"
        r"receiver|cure[ds]?)\b|"
        r"\b(?:breach\w*|default\w*|insolven\w+|bankrupt\w*|fails? to cure|not cured)\b[^.]{0,300}\b(?:may|"
        r"right to|entitled to|shall)\b"
        r"[^.]{0,60}\bterminate\b",
        alone=(
            r"\b(?:may|right to|entitled to|option to)\b[^.]{0,100}\bterminate\b[^.]{0,300}\b(?:breach\w*|"
            r"default\w*|cause|"
            r"insolven\w+|bankrupt\w*|fails?|cured?)\b|"
            r"\b(?:breach\w*|default\w*|insolven\w+|bankrupt\w*|fails? to cure|remedied)\b[^.]{0,300}\b(?:may|right to|"
            r"entitled to)\b[^.]{0,100}\bterminate\b"
        ),
    ),
    _type(
        "Service Levels",
        r"service levels?|\bslas?\b|performance standards|\bup-?time|availability|response times?",
        r"\bservice levels?\b|\bservice credits?\b|\b(?:uptime|"
        r"availability)\b[^.;]{0,60}\b\d{2}(?:\.\d+)? ?(?:%|percent)|"
        r"\bresponse times?\b[^.;]{0,80}\b(?:hours?|minutes?|business days?)\b",
        alone=(
            r"\bservice credits?\b|\b(?:meet|achieve|maintain|comply with|satisfy|"
            r"fail to meet)\b[^.;]{0,60}\bservice levels?\b|"
            r"\b(?:uptime|availability|available)\b[^.;]{0,80}\b\d{2}(?:\.\d+)? ?(?:%|percent)"
        ),
    ),
    _type(
        "Subcontracting",
        r"sub-?contract|use of third[- ]part|delegation",
        r"\b(?:may|shall|will|right to|entitled to|not|agrees)\b[^.;]{0,60}\b(?:sub-?contract|"
        r"engage(?: \w+){0,3} sub-?contractors?|use(?: of)?(?: \w+){0,2} "
        r"sub-?contractors?)\b|\b(?-i:sub-?contractors?)\b[^.;]{0,120}\b(?:consent|approval|responsible|liable|"
        r"perform)\b",
    ),
    _type(
        "Publicity",
        r"publicity|press releases?|public (?:announcement|statement|disclosure)|use of (?:the )?names?|announcements?",
        r"\b(?:press release|public announcement|public statement|publicity|news release)s?\b",
        alone=(
            r"\b(?:no|not|neither|nor|without|prior (?:written )?(?:consent|"
            r"approval))\b[^.;]{0,250}\b(?:press release|public announcement|"
            r"public statement|publicity|news release)s?\b|\b(?:press release|public announcement|publicity|"
            r"news release)s?\b[^.;]{0,200}\b"
            r"(?:without|prior (?:written )?(?:consent|approval)|mutually (?:agree\w*|acceptable|approved))\b"
        ),
    ),
    _type(
        "Security Incident",
        r"security (?:incident|breach)|data breach|breach notification",
        r"\b(?:security (?:incident|breach)|data breach|breach of security)(?:es|s)?\b|\bunauthorized (?:access|"
        r"acquisition|use|disclosure)\b"
        r"[^.;]{0,120}\b(?:notif\w+|inform|report)\b|\b(?:notif\w+|inform|"
        r"report)\b[^.;]{0,120}\bunauthorized (?:access|acquisition)\b",
    ),
)

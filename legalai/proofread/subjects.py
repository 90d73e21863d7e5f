"""What a clause is about, by the words of its heading or of the sentence that refers to it."""

import re

_SUBJECTS: dict[str, re.Pattern[str]] = {
    name: re.compile(words, re.IGNORECASE)
    for name, words in (
        (
            "confidentiality",
            r"\bconfidential|\b(?:dut(?:y|ies)|obligations?) of confidence\b"
            r"|\bnon-?disclosure|\bsecrecy|\bproprietary information",
        ),
        (
            "payment",
            r"\bpayments?\b|\bfees?\b|\binvoic|\bpric(?:e|es|ing)\b|\bcompensation\b|\broyalt|\bcharges?\b|\brents?\b",
        ),
        ("indemnity", r"\bindemni"),
        ("termination", r"\bterminat|\bexpir|\bterm\b|\brenew"),
        ("liability", r"\bliabilit|\bdamages\b"),
        ("warranty", r"\bwarrant|\brepresentations?\b|\bdisclaim"),
        ("insurance", r"\binsur"),
        ("governing law", r"\bgoverning law|\bchoice of law|\bjurisdiction|\bvenue\b|\bapplicable law"),
        ("disputes", r"\bdisput|\barbitrat|\bmediat"),
        ("assignment", r"\bassign"),
        ("notices", r"\bnotices?\b"),
        ("force majeure", r"\bforce majeure"),
        ("audit", r"\baudit|\brecords\b|\binspect"),
        ("non-compete", r"\bnon-?compet|\bnon-?solicit|\bcompetition\b|\bsolicitation\b"),
        ("data protection", r"\bdata (?:protection|privacy|security)|\bpersonal data|\bprivacy\b"),
    )
}


def subjects_of(words: str) -> frozenset[str]:
    """The subjects that words speak of."""
    return frozenset(name for name, pattern in _SUBJECTS.items() if pattern.search(words))

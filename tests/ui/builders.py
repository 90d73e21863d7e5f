"""A workbench that reads files with the real readers and finds by looking for words it was told of."""

from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from legalai.advise import RenderedPrompt
from legalai.errors import EncryptedFile
from legalai.ingest import read
from legalai.plugins.host import PluginHost
from legalai.review import Extracted, Progress, Reviewed, ReviewRequest
from legalai.schema import (
    AppliedJurisdiction,
    Authority,
    ChecklistItem,
    ChecklistResult,
    Citation,
    Clause,
    Contract,
    Document,
    Execution,
    Finding,
    Issue,
    KeyDate,
    KeyDates,
    NegotiationPoint,
    NotFound,
    Obligation,
    ObligationDeadline,
    Party,
    Period,
    ProofStep,
    Provenance,
    Quote,
    QuotedPeriod,
    Renewal,
    Review,
    Sentence,
    View,
)

SAMPLES = Path(__file__).parents[2] / "samples"
SAAS = ("saas-us-ny.docx", (SAMPLES / "saas-us-ny.docx").read_bytes())
NDA = ("nda-gb.docx", (SAMPLES / "nda-gb.docx").read_bytes())
LEASE = ("lease-us-ca.pdf", (SAMPLES / "lease-us-ca.pdf").read_bytes())
TODAY = date(2026, 11, 21)
CAP = "SHALL NOT EXCEED THE FEES PAID BY CUSTOMER"
RENEWAL = "automatically renews for successive terms of twenty-four (24) months each"
NOTICE = "at least one hundred twenty (120) days before the end"
SMALL = "Is the side that was given the terms a small business?"
FALLBACK = "Twelve months of fees, and not a month less, if they insist on it."
WALK_AWAY = "Below six months of fees we walk away from this deal altogether."
MORE = "10.2A Nothing in this Agreement limits liability for fraud."
PAY = "Customer shall pay each invoice within thirty (30) days after the invoice date."
HOSTILE = '<img src="https://evil.example/x.png" onerror="alert(1)"> ![x](https://evil.example/y.png)'


@dataclass(frozen=True)
class FakeWorkbench:
    """Reviews the SaaS sample; every other contract gets an empty review. `read` and `asked` keep every call."""

    read: list[Path] = field(default_factory=list[Path])
    asked: list[ReviewRequest] = field(default_factory=list[ReviewRequest])
    plugins: PluginHost = field(default_factory=PluginHost.load)

    def extract(
        self,
        path: Path,
        *,
        as_of: date,
        password: str | None,
        view: View,
        triggers: tuple[tuple[str, date], ...],
        progress: Progress,
    ) -> Extracted:
        self.read.append(path)
        progress("reading")
        if path.suffix == ".pdf" and password != "secret":
            raise EncryptedFile(f"{path.name} is encrypted: supply its password.")
        if path.suffix == ".txt":
            raise KeyError(CAP)
        document = read(path, self.plugins.readers(), password=password, view=view)
        return Extracted(document, _contract(document, as_of))

    def advise(
        self, extracted: Extracted, request: ReviewRequest, *, progress: Progress, words: Progress | None = None
    ) -> Reviewed:
        self.asked.append(request)
        progress("advising")
        return Reviewed(extracted.document, _review(extracted, request), (_prompt(request),))


def _prompt(request: ReviewRequest) -> RenderedPrompt:
    return RenderedPrompt(
        "us-ny/prompts/summary.v1.jinja", 1, "0" * 64, "summary", None, f"Summarise under {request.jurisdiction}"
    )


def quote(document: Document, words: str, number: str | None = None) -> Citation:
    start = document.text.index(words)
    return Citation(text=words, start=start, end=start + len(words), number=number)


def _review(extracted: Extracted, request: ReviewRequest) -> Review:
    document, contract = extracted.document, extracted.contract
    found = CAP in document.text
    cap = quote(document, CAP, "10.2") if found else None
    law = "New York" if request.jurisdiction == "auto" else request.jurisdiction
    return Review(
        status="complete",
        contract=contract,
        jurisdiction=AppliedJurisdiction(id="us-ny" if law == "New York" else law, as_of=request.as_of, why="asked"),
        focuses=request.focuses,
        acting_for=request.acting_for,
        matter_type=None,
        summary=(Sentence(sentence=f"The cap is three months of fees. {HOSTILE}", citations=(cap,)),) if cap else (),
        findings=(_finding(cap, law),) if cap else (),
        negotiation_points=_points(cap, law) if cap and request.acting_for else (),
        provenance=Provenance(
            legalai="0",
            clause_model="m",
            clause_model_sha256="0" * 64,
            drafter="offline",
            prompts=(),
            packs=(),
            plugins=(),
            created_at="2026-11-21T00:00:00Z",
        ),
        issues=(Issue(code="blank-field", severity="warning", message="A blank was left", page=None), *_asks(request)),
        checklists=(_checklist(cap),) if cap else (),
    )


def _asks(request: ReviewRequest) -> tuple[Issue, ...]:
    """The question of a rule, until it is answered."""
    if "small_business" in dict(request.facts):
        return ()
    return (Issue(code="fact-needed", severity="info", message=f"{SMALL} Answer with --fact small_business=yes."),)


def _checklist(cap: Citation) -> ChecklistResult:
    return ChecklistResult(
        id="gdpr-28",
        title="Contract with a processor",
        authorities=(),
        assumptions=("Personal data is processed.",),
        items=(
            ChecklistItem(id="a", what="Instructions in writing", cite="Art. 28(3)(a)", status="absent", citations=()),
            ChecklistItem(id="b", what="A limit of liability", cite="none", status="present", citations=(cap,)),
        ),
    )


def _finding(cap: Citation, law: str) -> Finding:
    return Finding(
        id="f-cap",
        severity="high",
        focus="liability",
        title=f"Low cap under {law}",
        explanation="Three months of fees are next to nothing.",
        clause_type="Cap On Liability",
        favours="them",
        citations=(cap,),
        authorities=(Authority(cite="A case", url="javascript:alert(1)", as_of=TODAY, checked_on=None),),
    )


def _points(cap: Citation, law: str) -> tuple[NegotiationPoint, ...]:
    raised = NegotiationPoint(
        id="p-cap",
        finding="f-cap",
        priority=1,
        ask=f"Raise the cap ({law})",
        rationale="Risk and reward should fit.",
        proposed_text="SHALL NOT EXCEED TWICE THE FEES PAID BY CUSTOMER",
        fallback=FALLBACK,
        walk_away=WALK_AWAY,
        citations=(cap,),
    )
    added = replace(
        raised, id="p-fraud", priority=2, ask="Except fraud", proposed_text=MORE, edit="insert_after", fallback=None
    )
    return raised, added


def _contract(document: Document, as_of: date) -> Contract:
    found = CAP in document.text
    return Contract(
        document=document.facts,
        title=document.text.partition("\n")[0],
        contract_type=None,
        parties=_parties(document) if found else (),
        execution=Execution(),
        clauses=(
            Clause(**_fields(quote(document, CAP, "10.2")), type="Cap On Liability", score=0.93),
            Clause(**_fields(quote(document, RENEWAL, "11.3")), type="Renewal Term", score=0.88),
        )
        if found
        else (),
        not_found=(NotFound(type="Source Code Escrow", miss_rate=0.1),),
        key_dates=_key_dates(document, as_of, found),
        governing_law=None,
        forum=None,
        amounts=(),
        defined_terms=(),
        obligations=_obligations(document) if found else (),
        incorporated=(),
        issues=(),
    )


def _fields(citation: Citation) -> dict[str, Any]:
    return {each.name: getattr(citation, each.name) for each in fields(citation)}


def _parties(document: Document) -> tuple[Party, ...]:
    return tuple(
        Party(**_fields(quote(document, name)), name=name, role=role)
        for name, role in (("Tessellate Cloud Systems, Inc.", "Provider"), ("Harrow & Pell Logistics LLC", "Customer"))
    )


def _key_dates(document: Document, as_of: date, found: bool) -> KeyDates:
    absent = KeyDate(value=None, status="absent", reason="no clause names it")
    notice = quote(document, NOTICE) if found else None
    renewal = quote(document, RENEWAL) if found else None
    return KeyDates(
        agreement_date=absent,
        effective_date=absent,
        expiration_date=absent,
        initial_term=None,
        renewal=Renewal(
            kind="automatic",
            term=Period(amount=24, unit="month"),
            successive=True,
            text=RENEWAL,
            start=renewal.start,
            end=renewal.end,
        )
        if renewal
        else Renewal(kind="unknown"),
        notice_period=QuotedPeriod(amount=120, unit="day", text=NOTICE, start=notice.start, end=notice.end)
        if notice
        else None,
        as_of=as_of,
        current_term_end=date(2027, 6, 30) if found else None,
        notice_deadline=date(2027, 3, 2) if found else None,
        proof=(
            ProofStep(
                step="Count back 120 days",
                result="2027-03-02",
                quotes=(Quote(text=NOTICE, start=notice.start, end=notice.end),),
                rule="calendar days before the end of the term",
            ),
        )
        if notice
        else (),
    )


def _obligations(document: Document) -> tuple[Obligation, ...]:
    days = ObligationDeadline(
        period=Period(amount=30, unit="day"), anchor="the invoice date", text="within thirty (30) days"
    )
    pay = Obligation(
        **_fields(quote(document, PAY, "4.1")),
        obligor="Customer",
        obligee=None,
        obligor_party=None,
        obligee_party=None,
        modality="obligation",
        action="pay each invoice",
        deadline=days,
    )
    notify = Obligation(
        **_fields(quote(document, "Provider shall notify Customer of a Security Incident", "5.3")),
        obligor="Provider",
        obligee="Customer",
        obligor_party=None,
        obligee_party=None,
        modality="obligation",
        action="notify Customer",
    )
    return (pay, notify)

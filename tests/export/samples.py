"""A small contract and its review, made by hand: what every exporter is shown."""

from datetime import date

from legalai.schema import (
    AppliedJurisdiction,
    Authority,
    Block,
    Candidate,
    Citation,
    Clause,
    Contract,
    Deviation,
    Document,
    DocumentFacts,
    Execution,
    Finding,
    GoverningLaw,
    Issue,
    KeyDate,
    KeyDates,
    NegotiationPoint,
    NotFound,
    Obligation,
    PackUsed,
    Party,
    Period,
    PluginUsed,
    PromptUsed,
    ProofStep,
    Provenance,
    Qualification,
    Quote,
    QuotedPeriod,
    Renewal,
    Review,
    Sentence,
)
from legalai.text_map import Home, TextMap

LINES = (
    "Hosting Agreement",
    "This agreement is made on 4 March 2024 by Alder Cloud Ltd (the Provider) and Brook Retail plc (the Client).",
    "2. The term is three years and renews for further years unless notice is given 90 days before it ends.",
    "3. <b>The Provider</b> shall restore | the service & report within two business days.",
    "4. The Provider's liability shall not exceed £50,000.",
    "5. English law governs this agreement.",
)
TEXT = "\n".join(LINES)


def document(text: str = TEXT, *, name: str = "hosting.txt", sha256: str = "a" * 64) -> Document:
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line:
            kind = "heading" if start == 0 else "paragraph"
            blocks.append(Block(kind=kind, start=start, end=start + len(line), body_start=start))
        start += len(line) + 1
    middle = len(text) // 2
    homes = (Home(0, middle, page=1), Home(middle, len(text), page=2))
    facts = DocumentFacts(
        name=name, sha256=sha256, media_type="text/plain", pages=2, characters=len(text), language="en"
    )
    return Document(facts=facts, text=text, blocks=tuple(blocks), text_map=TextMap(homes))


def quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(text=words, start=start, end=start + len(words))


def cite(text: str, words: str, number: str | None = None) -> Citation:
    start = text.index(words)
    return Citation(
        text=words, start=start, end=start + len(words), page=1 if start < len(text) // 2 else 2, number=number
    )


def _spread(quoted: Quote) -> dict[str, object]:
    return {"text": quoted.text, "start": quoted.start, "end": quoted.end}


def contract(text: str = TEXT, *, name: str = "hosting.txt", sha256: str = "a" * 64) -> Contract:
    renews = quote(text, "renews for further years")
    ninety = quote(text, "90 days")
    absent = KeyDate(value=None, status="absent", reason="no date for it is stated")
    cap = cite(text, "The Provider's liability shall not exceed £50,000.", "4")
    return Contract(
        document=document(text, name=name, sha256=sha256).facts,
        title="Hosting Agreement",
        contract_type="Hosting",
        parties=(
            Party(
                name="Alder Cloud Ltd",
                role="Provider",
                aliases=("Provider",),
                **_spread(quote(text, "Alder Cloud Ltd")),
            ),
            Party(
                name="Brook Retail plc", role="Client", aliases=("Client",), **_spread(quote(text, "Brook Retail plc"))
            ),
        ),
        execution=Execution(status="unsigned"),
        clauses=(
            Clause(
                type="Cap On Liability",
                score=0.91,
                page=2,
                number="4",
                qualifications=(
                    Qualification(
                        kind="subordinate",
                        reach="far",
                        cue="Subject to",
                        via=cite(text, "5"),
                        number="2",
                        **_spread(quote(text, "The term is three years")),
                    ),
                ),
                **_spread(cap),
            ),
        ),
        not_found=(
            NotFound(
                type="Audit Rights",
                miss_rate=0.12,
                candidates=(Candidate(score=0.2, **_spread(quote(text, "report within two business days"))),),
            ),
        ),
        key_dates=KeyDates(
            agreement_date=KeyDate(
                value=date(2024, 3, 4), status="stated", score=0.9, **_spread(quote(text, "4 March 2024"))
            ),
            effective_date=absent,
            expiration_date=KeyDate(value=date(2027, 3, 3), status="computed"),
            initial_term=QuotedPeriod(amount=3, unit="year", **_spread(quote(text, "three years"))),
            renewal=Renewal(kind="automatic", term=Period(amount=1, unit="year"), successive=True, **_spread(renews)),
            notice_period=QuotedPeriod(amount=90, unit="day", **_spread(ninety)),
            as_of=date(2026, 11, 21),
            current_term_end=date(2027, 3, 3),
            notice_deadline=date(2026, 12, 3),
            proof=(
                ProofStep(
                    step="end of the term", result="2027-03-03", quotes=(quote(text, "three years"),), rule="term"
                ),
            ),
        ),
        governing_law=GoverningLaw(
            value="gb-eaw", name="England and Wales", **_spread(quote(text, "English law governs"))
        ),
        forum=None,
        amounts=(),
        defined_terms=(),
        obligations=(
            Obligation(
                obligor="The Provider",
                obligee=None,
                obligor_party="Alder Cloud Ltd",
                obligee_party=None,
                modality="obligation",
                action="restore | the service & report",
                number="3",
                **_spread(quote(text, "shall restore | the service & report within two business days")),
            ),
        ),
        incorporated=(),
        issues=(),
    )


def review(
    text: str = TEXT, *, name: str = "hosting.txt", sha256: str = "a" * 64, issues: tuple[Issue, ...] = ()
) -> Review:
    cap = cite(text, "The Provider's liability shall not exceed £50,000.", "4")
    law = Authority(
        cite="Unfair Contract Terms Act 1977, s 3", url="javascript:alert(1)", as_of=date(2026, 1, 1), checked_on=None
    )
    return Review(
        status="partial" if any(issue.severity == "error" for issue in issues) else "complete",
        contract=contract(text, name=name, sha256=sha256),
        jurisdiction=AppliedJurisdiction(id="gb-eaw", as_of=date(2026, 1, 1), why="the contract chooses English law"),
        focuses=("liability",),
        acting_for="Brook Retail plc",
        matter_type=None,
        summary=(Sentence(sentence="Liability is capped at £50,000.", citations=(cap, cite(text, "£50,000"))),),
        findings=(
            Finding(
                id="f-cap",
                severity="high",
                focus="liability",
                title="A low cap",
                explanation="The cap is <below> what the client wants.",
                clause_type="Cap On Liability",
                favours="them",
                citations=(cap,),
                authorities=(law,),
                deviation=Deviation(position="at least £250,000", found="£50,000"),
                assumptions=("fees are paid yearly",),
                escalate_to="General Counsel",
            ),
        ),
        negotiation_points=(
            NegotiationPoint(
                id="p-cap",
                finding="f-cap",
                priority=1,
                ask="Raise the cap.",
                rationale="It is a fraction of the fees.",
                proposed_text="liability shall not exceed £250,000",
                fallback="£150,000",
                citations=(cap,),
                authorities=(law,),
            ),
        ),
        provenance=Provenance(
            legalai="0.1.0",
            clause_model="clauses-en",
            clause_model_sha256="b" * 64,
            drafter="offline",
            prompts=(PromptUsed(file="_base/prompts/summary.v1.jinja", version=1, sha256="c" * 64),),
            packs=(PackUsed(id="gb-eaw", as_of=date(2026, 1, 1), sha256="d" * 64),),
            plugins=(PluginUsed(name="markdown", version="1.0"),),
            created_at="2026-11-21T12:00:00Z",
        ),
        issues=issues,
    )

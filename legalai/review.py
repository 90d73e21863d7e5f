"""The one place that joins the stages: a file in, a Contract or a Review out."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from legalai import __version__
from legalai.advise import Advice, RenderedPrompt, advise, choose_jurisdiction
from legalai.advise.objections import Objector
from legalai.comparison import Version, compare
from legalai.drafting.drafter import Drafter
from legalai.drafting.egress import require_consent
from legalai.drafting.language_model.model_drafter import LanguageModelDrafter
from legalai.drafting.language_model.redaction import vocabulary
from legalai.errors import ConfigError
from legalai.extract.given_values import GivenValue
from legalai.ingest.reader import USUAL_LIMITS, Limits, read
from legalai.jurisdictions import Packs, Reach
from legalai.playbook import Playbook, load_playbook
from legalai.plugins.host import PluginHost
from legalai.resources import pack_folders
from legalai.schema import AppliedJurisdiction, Comparison, Contract, Document, Provenance, Review, View

if TYPE_CHECKING:
    from spacy.language import Language

    from legalai.extract.clauses.clause_model import ClauseModel

Progress = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class ReviewRequest:
    """What the user asks of a review. No focus means all of them; `as_of` is the day renewals are walked to.

    `triggers`: events that the contract runs from, and their days. `facts`: what rules of law turn on and whether it
    holds. `overlays`: packs whose law counts beside the governing one, with what brings them to the contract.
    `allow_remote`: contract text may leave this machine to the drafter that is named. `redact`: with placeholders for
    names, sums and addresses.
    """

    as_of: date
    jurisdiction: str = "auto"
    focuses: tuple[str, ...] = ()
    acting_for: str | None = None
    matter_type: str | None = None
    playbook: str | None = None
    packs: Path | None = None
    drafter: str = "offline"
    password: str | None = None
    view: View = "accepted"
    limits: Limits = USUAL_LIMITS
    triggers: tuple[tuple[str, GivenValue], ...] = ()
    facts: tuple[tuple[str, bool], ...] = ()
    overlays: tuple[tuple[Reach, str], ...] = ()
    allow_remote: bool = False
    redact: bool = False


@dataclass(frozen=True)
class Extracted:
    """A document and the contract found in it."""

    document: Document
    contract: Contract


@dataclass(frozen=True)
class Reviewed:
    """A document, its review, and the prompts that wrote it."""

    document: Document
    review: Review
    prompts: tuple[RenderedPrompt, ...]


@dataclass(frozen=True)
class Compared:
    """Two versions of a contract, reviewed under one request, and what changed from one to the other."""

    old: Reviewed
    new: Reviewed
    comparison: Comparison


def _silent(stage: str) -> None:
    """Tell nobody."""


def _packs_and_playbook(request: ReviewRequest) -> tuple[Packs, Playbook | None]:
    return Packs(pack_folders(request.packs)), load_playbook(request.playbook) if request.playbook else None


def _objector(contract: Contract, request: ReviewRequest) -> Objector:
    """Reads by the law and the playbook that a contract is reviewed by."""
    packs, playbook = _packs_and_playbook(request)
    choice = choose_jurisdiction(packs, contract, request.jurisdiction, request.overlays)
    return Objector(choice, playbook, request.focuses, dict(request.facts))


def chosen_drafter(plugins: PluginHost, request: ReviewRequest) -> Drafter:
    """The drafter that a request names, where it may be used. Raises: ConfigError, EgressDenied."""
    drafter = plugins.drafter(request.drafter)
    require_consent(drafter, allowed=request.allow_remote)
    if isinstance(drafter, LanguageModelDrafter):
        return replace(drafter, consent=request.allow_remote)
    if request.redact and drafter.remote:
        raise ConfigError(f"The drafter '{drafter.name}' sends text as it is: it cannot be used with --redact.")
    return drafter


@dataclass
class Workbench:
    """What reviews need and is slow to load: plugins and the extraction pipeline, each loaded when first used.

    `clause_model` is a model's name or folder, `threads` how many it may take (0: every core).
    """

    plugins: PluginHost = field(default_factory=PluginHost.load)
    clause_model: str | None = None
    threads: int = 0

    @classmethod
    def open(cls, plugins: PluginHost | None = None, *, threads: int = 0) -> "Workbench":
        """A workbench with the plugins that are installed, or with those given."""
        return cls(plugins=plugins or PluginHost.load(), threads=threads)

    @cached_property
    def _pipeline(self) -> "Language":
        from legalai.extract.pipeline import load_pipeline

        return load_pipeline(model=self.clause_model, threads=self.threads)

    def extract(
        self,
        path: Path,
        *,
        as_of: date,
        password: str | None = None,
        view: View = "accepted",
        limits: Limits = USUAL_LIMITS,
        triggers: tuple[tuple[str, GivenValue], ...] = (),
        progress: Progress = _silent,
    ) -> Extracted:
        """Read a file and find what is in it. Raises: InputError where it cannot be read."""
        progress("reading")
        document = read(path, self.plugins.readers(), password=password, view=view, limits=limits)
        progress("extracting")
        from legalai.extract.pipeline import extract

        return Extracted(document, extract(document, self._pipeline, as_of=as_of, triggers=dict(triggers)))

    def extract_text(self, text: str, as_of: date) -> tuple[Document, Contract]:
        """What is found in a text that is no file: the cases of a pack are."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / "case.txt"
            path.write_text(text, encoding="utf-8")
            extracted = self.extract(path, as_of=as_of)
        return extracted.document, extracted.contract

    def review(self, path: Path, request: ReviewRequest, *, progress: Progress = _silent) -> Reviewed:
        """Read a file, find what is in it, and say what stands out by law and by playbook.

        Raises: InputError where it cannot be read, ConfigError where the request names what does not exist,
        EgressDenied where it names a drafter elsewhere that contract text may not go to.
        """
        # Before the long part: what is not there, or not allowed, is told at once.
        _packs_and_playbook(request)
        chosen_drafter(self.plugins, request)
        extracted = self.extract(
            path,
            as_of=request.as_of,
            password=request.password,
            view=request.view,
            limits=request.limits,
            triggers=request.triggers,
            progress=progress,
        )
        return self.advise(extracted, request, progress=progress)

    def advise(
        self,
        extracted: Extracted,
        request: ReviewRequest,
        *,
        progress: Progress = _silent,
        words: Progress | None = None,
    ) -> Reviewed:
        """Say what stands out, by law and by playbook, in a contract that was extracted as of the day of the request.

        `words` is told what a language model writes, as it comes: a piece of its reply, with its placeholders.
        Raises: ConfigError where the request names what does not exist; EgressDenied; DrafterError.
        """
        packs, playbook = _packs_and_playbook(request)
        drafter = chosen_drafter(self.plugins, request)
        if isinstance(drafter, LanguageModelDrafter):
            drafter = drafter.told(words) if words is not None else drafter
            if request.redact:
                drafter = drafter.redacting(vocabulary(extracted.contract, extracted.document.text))
        progress("advising")
        choice = choose_jurisdiction(packs, extracted.contract, request.jurisdiction, request.overlays)
        advice = advise(
            extracted.document,
            extracted.contract,
            choice=choice,
            focuses=request.focuses,
            playbook=playbook,
            acting_for=request.acting_for,
            drafter=drafter,
            checks=self.plugins.checks(),
            facts=dict(request.facts),
            matter=request.matter_type,
            progress=progress,
        )
        review = self._review(advice.contract, advice, request, choice.applied(), drafter=drafter)
        return Reviewed(extracted.document, review, advice.prompts)

    def compare(self, old: Path, new: Path, request: ReviewRequest, *, progress: Progress = _silent) -> Compared:
        """Review two versions and say what changed, what that does to the findings, and what to answer.

        Tracked changes count as accepted, whatever view is asked for. Raises: as `review`.
        """
        _packs_and_playbook(request)
        before, after = (
            self.extract(
                path,
                as_of=request.as_of,
                password=request.password,
                limits=request.limits,
                triggers=request.triggers,
                progress=lambda stage, path=path: progress(f"{path.name}: {stage}"),
            )
            for path in (old, new)
        )
        original = self.before_marks(new, after.document, request)
        return self.compare_extracted(before, after, request, original=original, progress=progress)

    def before_marks(self, path: Path, document: Document, request: ReviewRequest) -> Document | None:
        """A file as it was before its tracked changes; None where it has none. Raises: InputError."""
        if not document.changes:
            return None
        return read(path, self.plugins.readers(), password=request.password, view="original", limits=request.limits)

    def compare_extracted(
        self,
        old: Extracted,
        new: Extracted,
        request: ReviewRequest,
        *,
        original: Document | None,
        progress: Progress = _silent,
    ) -> Compared:
        """The same for versions that were extracted with their tracked changes accepted.

        `original` is the new one before its tracked changes. Raises: ConfigError.
        """
        before, after = (self.advise(each, request, progress=progress) for each in (old, new))
        progress("comparing")
        comparison = compare(
            Version(before.document, before.review),
            Version(after.document, after.review),
            original=original,
            objector=_objector(after.review.contract, request),
        )
        return Compared(before, after, comparison)

    def _review(
        self,
        contract: Contract,
        advice: Advice,
        request: ReviewRequest,
        jurisdiction: AppliedJurisdiction,
        *,
        drafter: Drafter,
    ) -> Review:
        issues = (*contract.issues, *advice.issues)
        return Review(
            status="partial" if any(issue.severity == "error" for issue in issues) else "complete",
            contract=contract,
            jurisdiction=jurisdiction,
            focuses=advice.focuses,
            acting_for=advice.acting_for,
            matter_type=advice.matter_type,
            summary=advice.summary,
            findings=advice.findings,
            negotiation_points=advice.points,
            provenance=self._provenance(advice, request, drafter),
            issues=issues,
            checklists=advice.checklists,
        )

    def _provenance(self, advice: Advice, request: ReviewRequest, drafter: Drafter) -> Provenance:
        from legalai.extract.components import clause_model_of

        model: ClauseModel = clause_model_of(self._pipeline)
        return Provenance(
            legalai=__version__,
            clause_model=model.name,
            clause_model_sha256=model.sha256,
            drafter=request.drafter,
            prompts=tuple(dict.fromkeys(prompt.used() for prompt in advice.prompts)),
            packs=advice.packs,
            plugins=self.plugins.loaded(),
            created_at=datetime.now(UTC).isoformat(timespec="seconds"),
            usage=drafter.usage() if isinstance(drafter, LanguageModelDrafter) else None,
        )

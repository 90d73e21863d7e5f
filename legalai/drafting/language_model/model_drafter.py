"""The drafter behind PROVIDER:MODEL: a language model writes, in sentences that cite, and can do nothing else."""

from dataclasses import dataclass, field, replace

from legalai.drafting.drafter import Job
from legalai.drafting.egress import require_consent
from legalai.drafting.language_model.cache import ReplyCache, key_of
from legalai.drafting.language_model.ledger import Ledger
from legalai.drafting.language_model.providers import Endpoint, OutputMode, endpoint_named
from legalai.drafting.language_model.redaction import Placeholders, Vocabulary, redact
from legalai.drafting.language_model.reply_schema import ReplyForm, instructions, invented, reply_form
from legalai.drafting.language_model.server import Listener, ModeRefused, Question, ask, library_is_installed
from legalai.drafting.language_model.settings import Settings, settings_from
from legalai.drafting.reply import Drafted, Reply
from legalai.errors import DrafterError
from legalai.schema import DrafterUsage


@dataclass(frozen=True, kw_only=True)
class LanguageModelDrafter:
    """Writes with a language model. Without `consent` it sends nothing to another machine, whoever calls it.

    `vocabulary` is what to replace by placeholders before sending; None sends the text as it is.
    """

    endpoint: Endpoint
    settings: Settings = field(default_factory=Settings)
    consent: bool = False
    vocabulary: Vocabulary | None = None
    listener: Listener | None = None
    ledger: Ledger = field(default_factory=Ledger)

    @property
    def name(self) -> str:
        """The name users choose it by."""
        return self.endpoint.name

    @property
    def remote(self) -> bool:
        """Whether contract text leaves this machine."""
        return self.endpoint.remote

    @property
    def destination(self) -> str:
        """Where contract text goes."""
        return self.endpoint.host

    @property
    def contract_tokens(self) -> int:
        """How many tokens of a contract it wants in one prompt at most."""
        return self.settings.contract_tokens

    def redacting(self, vocabulary: Vocabulary) -> "LanguageModelDrafter":
        """The same drafter, which sends placeholders for these words."""
        return replace(self, vocabulary=vocabulary)

    def told(self, listener: Listener) -> "LanguageModelDrafter":
        """The same drafter, which tells the words of its model as they come."""
        return replace(self, listener=listener)

    def usage(self) -> DrafterUsage:
        """What it has taken so far, for provenance."""
        spent = self.ledger.spent
        return DrafterUsage(
            remote=self.remote,
            redacted=self.vocabulary is not None,
            requests=spent.requests,
            cached=self.ledger.cached,
            input_tokens=spent.input_tokens,
            output_tokens=spent.output_tokens,
            cost_usd=float(spent.cost_usd) if spent.cost_usd is not None else None,
        )

    def write(self, job: Job) -> Reply:
        """The model's sentences for the parts of the job. Raises: DrafterError, EgressDenied."""
        require_consent(self, allowed=self.consent)
        placeholders = None
        prompt = job.prompt.text(job.context)
        if self.vocabulary is not None:
            prompt, placeholders = redact(prompt, self.vocabulary, keep=(job.sources.tag,))
        asked = instructions(job)
        key = key_of(self.endpoint, job, asked, prompt)
        cache = ReplyCache(self.settings.cache) if self.settings.cache is not None else None
        reply = cache.get(key, job) if cache is not None else None
        if reply is not None:
            self.ledger.cached += 1
        else:
            reply = self._ask(job, asked, prompt, placeholders)
            if cache is not None:
                cache.put(key, reply)
        return _put_back(reply, placeholders) if placeholders is not None else reply

    def _ask(self, job: Job, asked: str, prompt: str, placeholders: Placeholders | None) -> Reply:
        def check(form: ReplyForm) -> str | None:
            return _trouble(form.drafted(job.sources), job, placeholders)

        question = Question(instructions=asked, prompt=prompt, form=reply_form(job.parts), check=check)
        refused: ModeRefused | None = None
        for mode in self._modes():
            try:
                form = ask(self.endpoint, question, mode, self.settings, pay=self.ledger.pay, listener=self.listener)
            except ModeRefused as error:
                refused = error
                continue
            self.ledger.mode = mode
            return form.drafted(job.sources)
        raise DrafterError(str(refused)) from None

    def _modes(self) -> tuple[OutputMode, ...]:
        known = self.settings.mode or self.ledger.mode
        return (known,) if known is not None else self.endpoint.modes


def open_drafter(name: str) -> LanguageModelDrafter:
    """The drafter that PROVIDER:MODEL names, set up by the environment. Raises: ConfigError."""
    drafter = LanguageModelDrafter(endpoint=endpoint_named(name), settings=settings_from())
    library_is_installed()
    return drafter


def _trouble(reply: Reply, job: Job, placeholders: Placeholders | None) -> str | None:
    """What a model is told that its reply gets wrong, in words that hold nothing of the contract."""
    numbers = invented(reply, job)
    if numbers:
        return f"These numbers in cites stand for no quote: {', '.join(map(str, numbers[:20]))}."
    unknown = [each for line in _lines(reply) for each in placeholders.unknown(line)] if placeholders else []
    if unknown:
        return f"These placeholders do not occur in the prompt: {', '.join(unknown[:20])}."
    return None


def _lines(reply: Reply) -> list[str]:
    return [each.text for drafted in reply.values() for each in drafted]


def _put_back(reply: Reply, placeholders: Placeholders) -> Reply:
    """The reply with the words behind its placeholders; a sentence with one that was never given is left out."""
    return {
        part: tuple(
            Drafted(placeholders.restore(each.text), each.cites)
            for each in drafted
            if not placeholders.unknown(each.text)
        )
        for part, drafted in reply.items()
    }

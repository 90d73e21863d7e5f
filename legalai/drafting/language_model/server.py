"""The one border to the library that speaks to models: a question goes out, a reply of the wanted form comes back."""

import asyncio
import importlib
import importlib.util
import logging
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from legalai.drafting.language_model.ledger import Spent
from legalai.drafting.language_model.providers import Endpoint, OutputMode
from legalai.drafting.language_model.reply_schema import ReplyForm
from legalai.drafting.language_model.settings import Settings
from legalai.drafting.language_model.transport import RefusedReply, guarded_client
from legalai.errors import ConfigError, DrafterError

# A server that does not know a way of asking for JSON says so with one of these.
_REFUSES_THE_MODE = {400, 404, 415, 422, 500, 501}
_OWN_SERVERS = {"openai-compatible", "ollama"}
_LIBRARIES = ("pydantic_ai", "openai", "anthropic", "httpx2")

Listener = Callable[[str], None]


class ModeRefused(DrafterError):
    """The server did not take the question in this output mode; another one may do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is sent. `check` says what is wrong with a well-formed reply, None where nothing is."""

    instructions: str
    prompt: str
    form: type[ReplyForm]
    check: Callable[[ReplyForm], str | None]


def library_is_installed() -> None:
    """Raises: ConfigError where the extra `llm` is missing. Nothing is imported, which takes seconds."""
    if any(importlib.util.find_spec(each) is None for each in _LIBRARIES):
        raise ConfigError("Language models need the extra 'llm': pip install 'legalai[llm]'.")


def ask(
    endpoint: Endpoint,
    question: Question,
    mode: OutputMode,
    settings: Settings,
    *,
    pay: Callable[[Spent], None],
    listener: Listener | None = None,
) -> ReplyForm:
    """The reply of a model. `listener` is told its words as they come; `pay` what it took, however it ends.

    Raises: DrafterError, whose words are ours alone: what a server says may quote the contract; ModeRefused.
    """
    # At their lowest level these log what is sent, if the environment asks for it as they are imported.
    for name in _LIBRARIES:
        importlib.import_module(name)
    for name in (*_LIBRARIES, "httpcore2"):
        logging.getLogger(name).setLevel(logging.WARNING)
    return asyncio.run(_ask(endpoint, question, mode, settings, pay=pay, listener=listener))


async def _ask(
    endpoint: Endpoint,
    question: Question,
    mode: OutputMode,
    settings: Settings,
    *,
    pay: Callable[[Spent], None],
    listener: Listener | None,
) -> ReplyForm:
    errors: Any = importlib.import_module("pydantic_ai.exceptions")
    usage: Any = importlib.import_module("pydantic_ai.usage").RunUsage()
    client, guard = guarded_client(endpoint, most_bytes=settings.most_bytes, timeout=settings.timeout)
    cost: Decimal | None = None
    try:
        async with asyncio.timeout(settings.timeout), client:
            agent = _agent(endpoint, question, mode, settings, client)
            result = await agent.run(
                question.prompt, usage=usage, event_stream_handler=_told(listener) if listener else None
            )
            cost = _cost(endpoint, result.new_messages())
            return cast(ReplyForm, result.output)
    except TimeoutError:
        raise DrafterError(f"{endpoint.name} gave no whole reply in {settings.timeout:g} seconds.") from None
    except errors.UnexpectedModelBehavior:
        tries = settings.retries + 1
        raise DrafterError(f"{endpoint.name} gave no reply of the form asked for in {tries} attempts.") from None
    except errors.ModelHTTPError as error:
        raise _http_error(endpoint, error, errors) from None
    except DrafterError:
        raise
    except Exception as error:
        # Whatever a hostile server brings about in the library, its words may quote the contract.
        raise DrafterError(f"{endpoint.name} {guard.refused or _fault(error, errors)}.") from None
    finally:
        pay(
            Spent(
                requests=usage.requests,
                input_tokens=usage.input_tokens,
                output_tokens=usage.output_tokens,
                cost_usd=cost if usage.requests else Decimal(0),
            )
        )


def _agent(endpoint: Endpoint, question: Question, mode: OutputMode, settings: Settings, client: Any) -> Any:
    """An agent without a tool: it can write, and do nothing else."""
    library: Any = importlib.import_module("pydantic_ai")
    kind = library.NativeOutput if mode == "json_schema" else library.PromptedOutput
    agent = library.Agent(
        _model(endpoint, mode, client),
        # The form is told in our own instructions, whatever the mode.
        output_type=kind(question.form, name="Reply", template=False),
        instructions=question.instructions,
        retries={"output": settings.retries, "tools": 0},
        model_settings=_model_settings(endpoint, settings),
        name="drafter",
    )

    async def checked(context: Any, output: Any) -> Any:
        trouble = question.check(output)
        # At the last attempt what is good is kept; grounding drops the rest.
        if trouble and context.retry < settings.retries:
            raise library.ModelRetry(trouble)
        return output

    agent.output_validator(checked)
    return agent


def _model_settings(endpoint: Endpoint, settings: Settings) -> dict[str, Any]:
    """The length of a reply; and the same words for the same prompt, where models may be asked for that."""
    steady = {"temperature": 0.0} if endpoint.provider in _OWN_SERVERS else {}
    return {"max_tokens": settings.most_tokens, **steady}


def _model(endpoint: Endpoint, mode: OutputMode, client: Any) -> Any:
    profile = {
        "supports_json_schema_output": mode == "json_schema",
        "supports_json_object_output": mode == "json_object",
    }
    if endpoint.provider == "anthropic":
        sdk = importlib.import_module("anthropic").AsyncAnthropic(
            base_url=endpoint.url, api_key=endpoint.key, http_client=client, max_retries=2
        )
        provider = importlib.import_module("pydantic_ai.providers.anthropic").AnthropicProvider(anthropic_client=sdk)
        model = importlib.import_module("pydantic_ai.models.anthropic").AnthropicModel
    else:
        provider = _openai_provider(endpoint, client)
        model = importlib.import_module("pydantic_ai.models.openai").OpenAIChatModel
    if endpoint.provider in _OWN_SERVERS:
        profile["openai_chat_supports_max_completion_tokens"] = False
    return model(endpoint.model, provider=provider, profile=profile)


def _openai_provider(endpoint: Endpoint, client: Any) -> Any:
    openai: Any = importlib.import_module("openai")
    providers = "pydantic_ai.providers"
    if endpoint.provider == "azure":
        sdk = openai.AsyncAzureOpenAI(
            azure_endpoint=endpoint.url,
            api_key=endpoint.key,
            api_version=endpoint.api_version,
            http_client=client,
            max_retries=2,
        )
        return importlib.import_module(f"{providers}.azure").AzureProvider(openai_client=sdk)
    # Without a key of ours the library would send the one of another provider that it finds in the environment.
    sdk = openai.AsyncOpenAI(
        base_url=endpoint.url,
        api_key=endpoint.key or "none",
        http_client=client,
        max_retries=2,
        organization="",
        project="",
    )
    if endpoint.provider == "openai":
        return importlib.import_module(f"{providers}.openai").OpenAIProvider(openai_client=sdk)
    compatible = importlib.import_module(f"{providers}.openai_compatible").OpenAICompatibleProvider
    return compatible(endpoint.provider, openai_client=sdk)


def _told(listener: Listener) -> Any:
    async def handler(context: Any, events: Any) -> None:
        async for event in events:
            words = getattr(getattr(event, "delta", None), "content_delta", None)
            if event.event_kind == "part_start":
                words = getattr(event.part, "content", None)
            if isinstance(words, str) and words:
                listener(words)

    return handler


def _cost(endpoint: Endpoint, messages: Any) -> Decimal | None:
    """The price of the replies by the list that comes with the library; no price of a server of one's own."""
    if endpoint.provider in _OWN_SERVERS:
        return None
    try:
        return sum((each.cost().total_price for each in messages if each.kind == "response"), Decimal(0))
    except (LookupError, ValueError, AssertionError):
        return None


def _http_error(endpoint: Endpoint, error: Any, errors: Any) -> DrafterError:
    if isinstance(error, errors.ModelContextWindowExceededError):
        return DrafterError(f"{endpoint.name} has no room for so long a prompt. Choose a model with a larger window.")
    hints = {
        401: "Look at the key.",
        403: "Look at the key and what it allows.",
        404: "Look at the name of the model and the address.",
        429: "It is asked too often, or an allowance is used up: try later.",
    }
    message = f"{endpoint.name} answered with HTTP {error.status_code}. {hints.get(error.status_code, 'Try later.')}"
    return ModeRefused(message) if error.status_code in _REFUSES_THE_MODE else DrafterError(message)


def _fault(error: Exception, errors: Any) -> str:
    if isinstance(error, errors.ModelAPIError):
        return "cannot be reached, or broke off. See whether the server runs and the address is right"
    if isinstance(error, RefusedReply):
        return str(error)
    return f"brought an error about ({type(error).__name__})"

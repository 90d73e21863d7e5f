"""The Jinja side of packs: a sandbox that knows no undefined name, and caps on what a template may be and become."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    select_autoescape,
)
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from legalai.drafting.contexts import PointContext, SummaryContext
from legalai.errors import ConfigError
from legalai.jurisdictions import PromptFile
from legalai.schema import PromptUsed

# Terms that call the parties "you" and "we".
_POSSESSIVE = re.compile(r"\b(you|we)['’]s\b", re.IGNORECASE)

TEMPLATE_CHARACTERS = 64_000
RENDERED_CHARACTERS = 4_000_000

# The blocks of a prompt that carry sentences; the others hold instructions to a language model.
SUMMARY_PARTS = (
    "parties",
    "dates",
    "term",
    "renewal",
    "notice",
    "money",
    "duties",
    "cap",
    "uncapped",
    "damages",
    "indemnity",
    "data",
    "restrictions",
    "rights",
    "exit",
    "assignment",
    "law",
    "missing",
)
FINDINGS_PARTS = ("finding", "effect")
NEGOTIATE_PARTS = ("ask", "rationale")
REDLINE_PARTS = ("wording",)
PARTS: Mapping[str, tuple[str, ...]] = {
    "summary": SUMMARY_PARTS,
    "findings": FINDINGS_PARTS,
    "negotiate": NEGOTIATE_PARTS,
    "redline": REDLINE_PARTS,
}

DraftContext = SummaryContext | PointContext


class _PackLoader(BaseLoader):
    """Finds "us-ny/prompts/summary.v1.jinja" in the first folder that has the pack "us-ny"."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        parts = PurePosixPath(template).parts
        if not parts or any(part in {"..", "/"} for part in parts) or "\\" in template:
            raise TemplateNotFound(template)
        for folder in self._folders:
            if (folder / parts[0] / "profile.toml").is_file():
                path = folder.joinpath(*parts)
                if path.is_file():
                    return _read(path), str(path), None
                break
        raise TemplateNotFound(template)


def _read(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if len(text) > TEMPLATE_CHARACTERS:
        raise ConfigError(f"{path}: {len(text)} characters; a prompt may have {TEMPLATE_CHARACTERS}. Shorten it.")
    return text


@dataclass(frozen=True)
class Prompt:
    """A prompt file ready to render."""

    file: PromptFile
    template: Template

    def text(self, context: DraftContext) -> str:
        """The whole prompt, as a language model is given it. Raises: ConfigError where the template is wrong."""
        with _Where(self.file.path):
            return _capped(self.template.root_render_func(self._names(context)), self.file.path).strip() + "\n"

    def parts(self, context: DraftContext, names: Iterable[str]) -> dict[str, str]:
        """Named blocks, each by itself; a block that no pack of the chain defines is an error."""
        with _Where(self.file.path):
            values = self._names(context)
            # Running the template is what fills in the blocks of the templates it extends.
            _capped(self.template.root_render_func(values), self.file.path)
            missing = [name for name in names if name not in values.blocks]
            if missing:
                raise ConfigError(
                    f"{self.file.path}: the block '{missing[0]}' is missing. Extend the parent's prompt, or add it."
                )
            return {name: _capped(values.blocks[name][0](values), self.file.path) for name in names}

    def used(self) -> PromptUsed:
        """What provenance records."""
        digest = sha256(self.file.path.read_bytes()).hexdigest()
        return PromptUsed(file=self.file.name, version=self.file.version, sha256=digest)

    def _names(self, context: DraftContext) -> Context:
        return self.template.new_context({field.name: getattr(context, field.name) for field in fields(context)})


class _Where:
    """Turns what goes wrong inside a template into an error that names the file and line it went wrong in."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(error, TemplateNotFound):
            raise ConfigError(f"{self._place(error, trace)}: there is no prompt '{error.name}'") from error
        if isinstance(error, TemplateError):
            raise ConfigError(f"{self._place(error, trace)}: {error.message or type(error).__name__}") from error
        if isinstance(error, (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)):
            # The message could hold contract text; the kind of error and the place are enough to find it.
            message = f"the template fails with {type(error).__name__}"
            raise ConfigError(f"{self._place(error, trace)}: {message}") from error

    def _place(self, error: BaseException, trace: TracebackType | None) -> str:
        """The file and line: those of the innermost template, which may be one that the file extends."""
        path, line = self._path, getattr(error, "lineno", None)
        if isinstance(error, TemplateSyntaxError) and error.filename is not None:
            path = Path(error.filename)
        while trace is not None and not isinstance(error, TemplateSyntaxError):
            template = trace.tb_frame.f_globals.get("__jinja_template__")
            if isinstance(template, Template):
                # Words of a playbook or rule are no file of their own.
                path = self._path if template.name is None else Path(template.filename or self._path)
                line = template.get_corresponding_lineno(trace.tb_lineno)
            trace = trace.tb_next
        return f"{path}, line {line}" if line else str(path)


class Templates:
    """Every template of some folders of packs."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._environment = _environment(_PackLoader(folders))

    def prompt(self, file: PromptFile) -> Prompt:
        """A prompt file, compiled. Raises: ConfigError."""
        with _Where(file.path):
            return Prompt(file=file, template=self._environment.get_template(file.name))

    def words(self, source: str, names: Mapping[str, str | Mapping[str, str]], *, where: Path | str) -> str:
        """A few words of a playbook or rule, with a contract's names or a day's rates put in. Raises: ConfigError."""
        place = Path(where)
        with _Where(place):
            if len(source) > TEMPLATE_CHARACTERS:
                raise ConfigError(f"{where}: {len(source)} characters; a template may have {TEMPLATE_CHARACTERS}.")
            template = _compiled(source)
            written = " ".join(_capped(template.root_render_func(template.new_context(dict(names))), place).split())
            return _POSSESSIVE.sub(_possessive, written)


def _possessive(match: re.Match[str]) -> str:
    said = {"you": "your", "we": "our"}[match[1].lower()]
    return said.capitalize() if match[1][0].isupper() else said


def _environment(loader: BaseLoader | None) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        # Drafts are plain text; whoever shows them escapes them.
        autoescape=select_autoescape(enabled_extensions=(), default_for_string=False),
        trim_blocks=True,
        lstrip_blocks=True,
    )


# The words of rules and positions are the same for every contract.
@lru_cache(maxsize=4096)
def _compiled(source: str) -> Template:
    return _environment(None).from_string(source)


def _capped(pieces: Iterator[str], path: Path) -> str:
    found: list[str] = []
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > RENDERED_CHARACTERS:
            raise ConfigError(f"{path}: the template renders more than {RENDERED_CHARACTERS} characters.")
        found.append(piece)
    return "".join(found)

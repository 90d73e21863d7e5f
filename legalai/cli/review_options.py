"""The options of a review, which every command that makes one takes in the same words."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from legalai.cli import options
from legalai.ingest.reader import USUAL_LIMITS, Limits

if TYPE_CHECKING:
    from legalai.review import ReviewRequest

Ends = TypeVar("Ends")


@dataclass(frozen=True, kw_only=True)
class ReviewOptions:
    """What a review is asked for on the command line, as it was written there."""

    jurisdiction: options.Jurisdiction = "auto"
    focus: options.Focus = ""
    acting_for: options.ActingFor = None
    matter_type: options.MatterType = None
    playbook: options.Playbook = None
    packs: options.PacksFolder = None
    drafter: options.Drafter = "offline"
    allow_remote: options.AllowRemote = False
    redact: options.Redact = False
    as_of: options.AsOf = None
    password: options.Password = None
    view: options.TrackedView = "accepted"
    max_characters: options.MaxCharacters = USUAL_LIMITS.characters
    max_pages: options.MaxPages = USUAL_LIMITS.pages
    trigger: options.Triggers = None
    fact: options.Facts = None
    overlay: options.Overlays = None

    def request(self, *, as_of: date | None = None) -> "ReviewRequest":
        """The request they make; `as_of`, where given, counts before the day asked for.

        Raises: typer.BadParameter where one is not written as its help says.
        """
        from legalai.review import ReviewRequest

        return ReviewRequest(
            jurisdiction=self.jurisdiction,
            focuses=tuple(each.strip() for each in self.focus.split(",") if each.strip()),
            acting_for=self.acting_for,
            matter_type=self.matter_type,
            playbook=self.playbook,
            packs=self.packs,
            drafter=self.drafter,
            allow_remote=self.allow_remote,
            redact=self.redact,
            as_of=as_of or options.day(self.as_of),
            password=self.password,
            view=self.view,
            limits=Limits(self.max_characters, self.max_pages),
            triggers=options.days_of(self.trigger),
            facts=options.known_facts(self.fact),
            overlays=options.chosen_overlays(self.overlay),
        )


def takes_review_options(
    *without: str,
) -> Callable[[Callable[..., Ends]], Callable[..., Ends]]:
    """Give a command the options of a review after its own; they reach it together, as its `asked`.

    Those in `without` it does not take: they keep what they are when nothing is said.
    """

    def give(command: Callable[..., Ends]) -> Callable[..., Ends]:
        shared = [each for each in fields(ReviewOptions) if each.name not in without]
        kinds = get_type_hints(ReviewOptions, include_extras=True)
        own = [each for each in inspect.signature(command).parameters.values() if each.name != "asked"]
        added = [
            inspect.Parameter(
                each.name, inspect.Parameter.KEYWORD_ONLY, default=each.default, annotation=kinds[each.name]
            )
            for each in shared
        ]

        @wraps(command)
        def run(**given: Any) -> Ends:
            asked = ReviewOptions(**{each.name: given.pop(each.name) for each in shared})
            return command(**given, asked=asked)

        # What typer makes the command line from.
        run.__dict__["__signature__"] = inspect.Signature([*own, *added])
        run.__annotations__ = {each.name: each.annotation for each in (*own, *added)}
        return run

    return give

"""The exact prompt of a task for one contract, as a language model would be given it."""

import secrets

from legalai.advise.acting_for import take_side
from legalai.advise.facts import summary_context
from legalai.advise.findings import raised_positions, raised_rules
from legalai.advise.jurisdiction_choice import Choice
from legalai.advise.points import proposals
from legalai.advise.reading import Reading
from legalai.advise.write import Desk
from legalai.drafting.offline import OfflineDrafter
from legalai.drafting.sources import Sources
from legalai.errors import ConfigError
from legalai.jurisdictions import TASKS
from legalai.playbook import Playbook, load_playbook
from legalai.schema import Contract, Document


def render_prompt(
    document: Document,
    contract: Contract,
    *,
    choice: Choice,
    task: str,
    focus: str | None = None,
    playbook: Playbook | None = None,
    acting_for: str | None = None,
) -> str:
    """The prompt for a task and focus. `negotiate` is written once for each point; this is the first one's.

    Raises: ConfigError for an unknown task, focus or party, or where there is nothing to negotiate.
    """
    if task not in TASKS:
        raise ConfigError(f"There is no task '{task}'. Known: {', '.join(TASKS)}.")
    pack = choice.jurisdiction
    focuses = (pack.focus(focus).id,) if focus is not None else tuple(each.id for each in pack.focuses)
    reading = Reading(document, contract, take_side(contract, acting_for))
    desk = Desk.open(reading, choice, OfflineDrafter())
    sources = Sources(tag=secrets.token_hex(6))
    if task == "summary":
        return desk.prompt(task, focus).text(summary_context(reading, pack, focuses, sources, desk.fenced))
    rules = raised_rules(reading, choice, focuses).rules
    side = reading.stance.side
    playbook = playbook or (load_playbook(side) if side is not None else None)
    positions = raised_positions(reading, playbook, focuses) if playbook is not None else []
    found = proposals(reading, positions, rules, desk.render)
    raised = found[0].raised if found else next(iter(rules), None)
    if raised is None:
        raise ConfigError(
            "Nothing of this contract is to be negotiated for this focus and party, so there is no prompt to show."
        )
    law = [each for each in rules if each is raised or each.topic == raised.topic]
    context = desk.context(raised, law, found[0] if found else None, sources)
    return desk.prompt(task, focus).text(context)

"""A review as one HTML page that asks nothing of the network: findings on the left, the contract on the right."""

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from legalai.export import words
from legalai.export.marked_text import stretches
from legalai.schema import Document, Quote, Review

_TEMPLATES = files("legalai.export") / "templates"


class HtmlExporter:
    """`review.html`: the review beside the contract; a click on a citation shows its words there."""

    name = "html"
    file_name = "review.html"

    def export(self, document: Document, review: Review) -> str:
        """The review as a self-contained page; every text in it is escaped."""
        return _template().render(
            review=review,
            contract=review.contract,
            stretches=stretches(
                document,
                linked=tuple(_linked(review)),
                cited=tuple(_cited(review)),
                clauses=review.contract.clauses,
            ),
            policy=_policy(),
            safe_url=safe_url,
            words=words,
        )


def _cited(review: Review) -> Iterator[Quote]:
    """What the review rests on."""
    supported = (*review.summary, *review.findings, *review.negotiation_points)
    return chain.from_iterable(item.citations for item in supported)


def _linked(review: Review) -> Iterator[Quote]:
    """What the tables of facts point at."""
    contract = review.contract
    yield from contract.obligations
    yield from chain.from_iterable(clause.qualifications for clause in contract.clauses)
    yield from chain.from_iterable(missing.candidates for missing in contract.not_found)
    yield from chain.from_iterable(step.quotes for step in contract.key_dates.proof)
    yield from chain.from_iterable(item.citations for each in review.checklists for item in each.items)


def _policy() -> str:
    """A Content-Security-Policy (W3C CSP 3) under which only the page's own script and style run, and nothing loads."""
    own = f"script-src {_hash(_file('review.js'))}; style-src {_hash(_file('review.css'))}"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def safe_url(url: str | None) -> str | None:
    """The address when it is a web address; a pack could hold `javascript:` as well."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _file(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Script and style are included byte for byte: the policy names their hashes.
        keep_trailing_newline=True,
    )
    return environment.get_template("review.html.jinja")

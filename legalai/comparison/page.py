"""A comparison as one web page: what was taken out struck through, what was put in underlined, the answer beside."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from legalai.comparison import words
from legalai.schema import ChangeAnswer, ClauseChange, Comparison

_PAGE = Markup(
    """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body{{font:16px/1.5 Georgia,serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}}
header,h2,h3,.what,.effects,aside,footer{{font-family:system-ui,sans-serif}}
header{{border-bottom:1px solid #bbb;margin-bottom:1.5rem;font-size:14px}} h1{{font-size:1.5rem}}
h2{{font-size:1.15rem;margin-top:2rem}} h3{{font-size:1rem;margin:0}}
section{{border-top:1px solid #ddd;padding:.8rem 0}}
section p{{white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0}}
.what{{font-size:13px;color:#555}} .no,.partly{{color:#8a4b00;font-weight:600}}
del{{color:#a11212;background:#fdecec}} del+ins{{margin-left:.2em}}
ins{{color:#0b5a26;background:#e6f5ea}}
.effects{{font-size:14px;padding-left:1.2rem}} .effects li{{margin:.2rem 0}}
aside{{font-size:14px;line-height:1.45;border-left:4px solid #7a8ba8;background:#f4f6fa;padding:.4rem .8rem;
margin:.5rem 0}}
aside.accept{{border-color:#2c7a4b}} aside.counter{{border-color:#b7791f}} aside.escalate{{border-color:#a11212}}
aside div{{margin:.15rem 0}} q{{quotes:"“" "”"}}
</style></head><body>
<header><h1>{title}</h1>{about}</header>
{body}
</body></html>
"""
)

_MARKS = {"": Markup("{}"), "del": Markup("<del>{}</del>"), "ins": Markup("<ins>{}</ins>")}


def html_page(comparison: Comparison) -> str:
    """The comparison as a page that loads nothing and runs nothing."""
    title = f"{comparison.new.name} against {comparison.old.name}"
    about = _joined(Markup("<p>{}</p>").format(each) for each in (*words.about(comparison), *words.doubts(comparison)))
    return str(_PAGE.format(title=title, about=about, body=_joined(_body(comparison))))


def _body(comparison: Comparison) -> Iterator[Markup]:
    answers = {each.change: each for each in comparison.answers}
    yield from _listed(
        "What it does to the findings", (_effect(comparison, n) for n in range(len(comparison.findings)))
    )
    yield from _listed("Dates, parties, sums and law", (escape(words.fact(each)) for each in comparison.facts))
    changes = words.shown(comparison)
    if changes:
        yield Markup("<h2>Changes</h2>")
    for change in changes:
        yield _change(change, answers.get(change.id))


def _listed(title: str, lines: Iterable[Markup]) -> Iterator[Markup]:
    items = _joined(Markup("<li>{}</li>").format(line) for line in lines)
    if items:
        yield Markup('<h2>{}</h2><ul class="effects">{}</ul>').format(title, items)


def _effect(comparison: Comparison, number: int) -> Markup:
    each = comparison.findings[number]
    links = Markup(", ").join(
        Markup('<a href="#{}">{}</a>').format(change, words.ties(comparison, [change])) for change in each.changes
    )
    return Markup("{}: change {}").format(words.effect(each), links) if links else escape(words.effect(each))


def _change(change: ClauseChange, answer: ChangeAnswer | None) -> Markup:
    number = change.id.removeprefix("change-")
    parts = [
        Markup('<section id="{}"><h3>{}. {}</h3>').format(change.id, number, words.place(change)),
        Markup('<div class="what {}">{}</div>').format(change.tracked, words.what(change)),
        Markup("<p>{}</p>").format(_marked(words.pieces(change))),
    ]
    unmarked = _marked(words.unmarked_pieces(change))
    if unmarked:
        parts.append(Markup('<div class="what">Of it, without a tracked change:</div><p>{}</p>').format(unmarked))
    if answer is not None:
        parts.append(_answer(answer))
    return _joined([*parts, Markup("</section>")])


def _answer(answer: ChangeAnswer) -> Markup:
    lines = [Markup("<b>{}.</b> {}").format(answer.answer.capitalize(), answer.why)]
    if answer.ask is not None:
        lines.append(Markup("Ask: {}").format(answer.ask))
    if answer.proposed_text is not None:
        lines.append(Markup("Propose: <q>{}</q>").format(answer.proposed_text))
    return Markup('<aside class="{}">{}</aside>').format(
        answer.answer, _joined(Markup("<div>{}</div>").format(line) for line in lines)
    )


def _marked(pieces: Iterable[words.Piece]) -> Markup:
    return Markup("").join(_MARKS[mark].format(text) for mark, text in pieces if text)


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("\n").join(parts)

"""Sixty notice deadlines against answers worked by hand: what the program says of each contract as of its day.

    python benchmarks/notice_deadlines/score.py [--show] [--json] [--model NAME|DIR]

A case is right when every date that is tested is the answer, or accepted for its key. One that cannot be determined is
right when no deadline is given. A deadline given later than every right one is counted apart: it costs a client a year.
"""

import argparse
import json
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from legalai.evaluation.answers import length, length_of, same
from legalai.extract.pipeline import extract, load_pipeline
from legalai.ingest.text import document_of
from legalai.schema import Clock, Contract, Period

DATES = ("effective_date", "expiration_date", "current_term_end", "notice_by", "window_opens", "send_by")
_APART = re.compile(r"\boption\b|\bbreak\b")
LATE = ("notice_by", "send_by", "next_notice_by")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="list every key that is not right")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--model", help="the clause model to find clauses with")
    args = parser.parse_args()
    nlp = load_pipeline(model=args.model)
    cases = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
    tally: dict[str, Counter[str]] = {}
    right = late = 0
    for case in cases:
        document = document_of(case["text"], name=case["id"])
        contract = extract(document, nlp, as_of=case["as_of"], triggers=case["triggers"])
        wrong = {key: told for key, told in compared(case["answer"], contract).items() if told[0] != "right"}
        for key, (outcome, _, _) in compared(case["answer"], contract).items():
            tally.setdefault(key, Counter())[outcome] += 1
        right += not wrong
        late += any(outcome == "late" for outcome, _, _ in wrong.values())
        if args.show and wrong:
            print(f"{case['id']} (as of {case['as_of']}): {case['pattern']}")
            for key, (outcome, truth, found) in wrong.items():
                print(f"    {key}: {outcome}, answer {truth}, found {found}")
    figures: dict[str, Any] = {
        "cases": len(cases),
        "right": right,
        "with a deadline told too late": late,
        "keys": {key: dict(counts) for key, counts in sorted(tally.items())},
    }
    if args.json:
        print(json.dumps(figures, indent=2))
        return
    print(f"{right} of {len(cases)} cases right; {late} with a deadline told too late")
    for key, counts in sorted(tally.items()):
        asked = sum(counts.values())
        others = ", ".join(f"{outcome} {number}" for outcome, number in counts.items() if outcome != "right")
        print(f"  {key:18} right {counts['right']:2} of {asked:2}, {others}")


Told = tuple[str, Any, Any]


def compared(answer: Mapping[str, Any], contract: Contract) -> dict[str, Told]:
    """For each key tested: right, silent, wrong or late, the answer, and what was found."""
    accepted = answer.get("accept_by_key", {})
    ours = said(contract)
    told: dict[str, Told] = {}
    for key in (*DATES, "next_term_end", "next_notice_by", "renewal_kind"):
        if key in answer:
            truth = [answer[key] or None, *accepted.get(key, ())]
            told[key] = (outcome(key, truth, ours[key]), answer[key], ours[key])
    clock = _option_or_break(contract)
    periods = {
        "renewal_term": contract.key_dates.renewal.term,
        "notice_period": clock.notice.period if clock else contract.key_dates.notice_period,
    }
    for key, period in periods.items():
        if key in answer:
            truth = [answer[key], *accepted.get(key, ())]
            told[key] = (of_length(truth, period), answer[key], worded(period))
    if answer.get("missed"):
        told["missed"] = ("right" if ours["missed"] else "silent", True, ours["missed"])
    if answer.get("enforceability"):
        told["enforceability"] = ("right" if ours["enforceability"] else "silent", "a statute", ours["enforceability"])
    if answer.get("clocks"):
        told["clocks"] = of_clocks(answer["clocks"], contract)
    return told


def said(contract: Contract) -> dict[str, Any]:
    dates = contract.key_dates
    option = _option_or_break(contract)
    return {
        "effective_date": dates.effective_date.value,
        "expiration_date": dates.expiration_date.value,
        "current_term_end": dates.current_term_end,
        "notice_by": option.notice_by if option else dates.notice_deadline,
        "window_opens": option.window_opens if option else dates.window_opens,
        "send_by": dates.send_by,
        "next_term_end": dates.next_term_end,
        "next_notice_by": dates.next_notice_deadline,
        "missed": dates.notice_deadline is not None and dates.notice_deadline < dates.as_of,
        "renewal_kind": dates.renewal.kind,
        "enforceability": next((clock.enforceability for clock in dates.clocks if clock.enforceability), None),
    }


def _option_or_break(contract: Contract) -> Clock | None:
    """The clock of an option or a break right: neither is a notice against a renewal, so it stands among the clocks."""
    clocks = contract.key_dates.clocks
    return next((clock for clock in clocks if clock.notice_by and _APART.search(clock.what)), None)


def outcome(key: str, truth: list[Any], found: Any) -> str:
    if found in truth:
        return "right"
    if found is None:
        return "silent"
    days = [day for day in truth if isinstance(day, date)]
    return "late" if key in LATE and isinstance(found, date) and (not days or found > max(days)) else "wrong"


def of_length(truth: list[str], period: Period | None) -> str:
    answers = [length(each.replace("business ", "")) for each in truth]
    if any(each is None and period is None for each in answers):
        return "right"
    if period is None:
        return "silent"
    ours = length_of(period)
    return "right" if any(each is not None and ours is not None and same(each, ours) for each in answers) else "wrong"


def worded(period: Period | None) -> str:
    return f"{period.amount} {period.unit}" if period else "-"


def of_clocks(truth: list[Mapping[str, Any]], contract: Contract) -> Told:
    """Right where every clock of the answer has one of ours with its last day, and we tell no other last day."""
    asked = {clock["notice_by"] for clock in truth if clock.get("notice_by")}
    ours = {clock.notice_by for clock in contract.key_dates.clocks if clock.notice_by and "remind" not in clock.what}
    verdict = "right" if asked == ours else "late" if ours and max(ours) > max(asked) else "wrong" if ours else "silent"
    return verdict, sorted(map(str, asked)), sorted(map(str, ours))


if __name__ == "__main__":
    main()

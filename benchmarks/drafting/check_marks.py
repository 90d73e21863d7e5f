"""Check that the marks of the drafting test set point at words that stand once in their contract, and print counts."""

import sys
import tomllib
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
SIDES = {"customer", "supplier"}
FOCUSES = set(
    "liability indemnity data-protection ip renewal restraint forum payment assignment confidentiality unfair-terms "
    "limitation liquidated-damages third-parties e-sign termination".split()
)
NEEDED = {"id", "contract", "side", "party", "focus", "what", "quote"}
KNOWN = NEEDED | {"or_focus", "also", "law", "checked", "missing"}
EXTRA = {"must": {"severity": {"high", "medium"}}, "may": {}, "never": {"kind": {"reading", "law", "weight"}}}


def flat(text: str) -> str:
    """Return the text with every run of white space as one blank."""
    return " ".join(text.split())


def faults_of(kind: str, row: dict, texts: dict[str, str], roles: dict[tuple[str, str], str]) -> list[str]:
    """List what is wrong with one row."""
    extra = EXTRA[kind]
    known, needed = KNOWN | set(extra), NEEDED | set(extra)
    bad = [f"lacks {key}" for key in sorted(needed - set(row))] + [
        f"unknown key {key}" for key in sorted(set(row) - known)
    ]
    if bad or row["contract"] not in texts:
        return [*bad, *([] if row.get("contract") in texts else ["unknown contract"])]
    if row["side"] not in SIDES or roles.get((row["contract"], row["side"])) != row["party"]:
        bad.append("side and party do not agree")
    bad += [f"unknown focus {focus}" for focus in [row["focus"], *row.get("or_focus", [])] if focus not in FOCUSES]
    bad += [f"unknown {key}" for key, values in extra.items() if row[key] not in values]
    if ("law" in row) != ("checked" in row):
        bad.append("law and checked go together")
    if not row["quote"] and not row.get("missing"):
        bad.append("neither quote nor missing")
    for quote in [row["quote"], *row.get("also", [])]:
        found = texts[row["contract"]].count(flat(quote)) if quote else 1
        if found != 1:
            bad.append(f"stands {found} times: {quote!r}")
        if quote and not 3 <= len(quote.split()) <= 25:
            bad.append(f"{len(quote.split())} words: {quote!r}")
        if quote and kind == "must" and len(quote.split()) < 5:
            bad.append(f"under five words: {quote!r}")
    return bad


def main() -> int:
    """Check marks.toml and return 1 if anything is wrong."""
    marks = tomllib.loads((HERE / "marks.toml").read_text(encoding="utf-8"))
    contracts = marks["contract"]
    texts = {row["id"]: flat((HERE / "contracts" / row["file"]).read_text(encoding="utf-8")) for row in contracts}
    roles = {(row["id"], side): row[side]["role"] for row in contracts for side in SIDES}
    rows = [(kind, row) for kind in ("must", "may", "never") for row in marks[kind]]
    faults = [f"{row.get('id')}: {fault}" for kind, row in rows for fault in faults_of(kind, row, texts, roles)]
    faults += [f"{name}: used {n} times" for name, n in Counter(row["id"] for _, row in rows).items() if n > 1]
    seen = {(row["contract"], row["side"]) for _, row in rows}
    faults += [f"{name}: no mark for the {side}" for name, side in sorted(set(roles) - seen)]
    listed, there = {row["file"] for row in contracts}, {path.name for path in (HERE / "contracts").glob("*.txt")}
    faults += [f"{name}: listed and there do not agree" for name in sorted(listed ^ there)]
    faults += [
        f"{row['id']}: names {row[s]['name']!r}?"
        for row in contracts
        for s in SIDES
        if row[s]["name"].lower() not in texts[row["id"]].lower()
    ]
    print("\n".join(faults) or "every mark stands")
    must = marks["must"]
    print(f"{len(contracts)} contracts; must {len(must)}, may {len(marks['may'])}, never {len(marks['never'])}")
    for key in ("side", "severity", "focus", "contract"):
        print(f"{key}: " + ", ".join(f"{name} {n}" for name, n in sorted(Counter(row[key] for row in must).items())))
    print(f"law: {sum('law' in row for row in must)}, of them checked {sum(row.get('checked', False) for row in must)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""What of a pack is out of date on a day: law that was to be looked at again, figures that hold no more."""

from datetime import date

from legalai.jurisdictions.packs import Pack


def out_of_date(pack: Pack, day: date) -> list[str]:
    """What somebody has to look up, one line each; an empty list for a pack that is fresh."""
    found: list[str] = []
    due = pack.profile.review_by
    if due is not None and due < day:
        found.append(f"{pack.folder / 'profile.toml'} -> review_by: its law was to be looked at again by {due}")
    for rate in pack.rates:
        if not any(value.holds(day) for value in rate.values):
            last = max(rate.values, key=lambda each: each.holds_from)
            ends = f"ends on {last.holds_until}" if last.holds_until else f"begins on {last.holds_from}"
            found.append(f"{pack.folder / 'rates.toml'} -> {rate.id}: no figure for {day}; the last one known {ends}")
    return found

"""Tables whose rows can be chosen."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st
from streamlit.elements.lib.column_types import ColumnWidth

_ROW = 34
_ROWS = 100


def choosable(
    rows: list[dict[str, str]], choose: Callable[[int], None], *, key: str, widths: Mapping[str, ColumnWidth]
) -> None:
    """Show rows; `choose` is called with the index of a row when the user chooses it. `widths`: column -> width."""

    def chosen() -> None:
        # Only a change calls this: a row stays chosen while the user clicks a citation elsewhere.
        state: Any = st.session_state[key]
        for row in state.selection.rows:
            choose(row)

    settings = {name: st.column_config.TextColumn(width=width) for name, width in widths.items()}
    st.dataframe(
        rows,
        hide_index=True,
        key=key,
        column_config=settings,
        on_select=chosen,
        selection_mode="single-row",
        row_height=_ROW,
        # As it comes, a table shows ten rows and scrolls by itself inside a part that scrolls.
        height=_ROW * (min(len(rows), _ROWS) + 1) + 2,
    )

"""The Streamlit app: a contract on one side, its review on the other.

`streamlit run` is given `APP`; settings stand in `.streamlit/config.toml` beside it.
"""

from pathlib import Path

APP = Path(__file__).with_name("app.py")

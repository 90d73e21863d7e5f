"""The app for `streamlit run app.py`; the same as `legalai ui`."""

from legalai.ui.app import main

main()

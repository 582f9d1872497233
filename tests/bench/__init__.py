"""Measurements of the dashboard against a bare Streamlit app; see docs/bench.md."""

"""The only part of cpdash that imports Streamlit."""

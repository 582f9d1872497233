"""The project's own workbook: the template, the starter figures and the examples."""

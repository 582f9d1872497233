"""A file -> its sheets: what it is, whether it can be opened without harm, and its cells."""

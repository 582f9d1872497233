"""The tables of a sheet: where they stand, and which figures their numbers are."""

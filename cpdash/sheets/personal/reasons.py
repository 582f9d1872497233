"""What is said of a list that was found. None of it can hold a value of the file."""

from typing import Final

REASONS: Final = {
    "name": "a column headed as names of children or other persons",
    "birth": "a column headed as dates of birth",
    "id": "a column headed as identifiers of children or other persons",
    "address": "a column headed as addresses or postcodes of children",
    "return": "columns of a statutory return with a row for every child",
    "days": "a row for every child with the days of their care",
    "row": "a row for every child, with a reference and what is said of one person",
    "described": "a row for every child with their age and sex, and no counts",
    "ones": "counts that are all 1, a row for every child by age and sex",
    "births": "a column that looks like dates of birth beside columns about persons",
    "initials": "a row for every child, with initials or a name beside the age or sex",
}

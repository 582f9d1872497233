"""What can be wrong with a file as a whole, or with a table of another publication."""

from typing import Final

from cpdash.sheets.faults.fault import Fault

NOT_TABLES: Final = "expected a spreadsheet (.xlsx, .xls or .ods) or a text file of values (.csv)"
AS_EXCEL: Final = "save it as an Excel workbook (.xlsx), then try again."
A_TABLE: Final = (
    "expected at most 60 sheets and 500,000 filled cells, or a text file of at most 200,000 lines,"
    " 4,096 values a line and 40,000 characters a value"
)

FILES: Final[dict[str, Fault]] = {
    # The file as a whole: nothing of it could be used.
    "file-missing": Fault("fatal", NOT_TABLES, "Check the name and the folder of the file."),
    "file-locked": Fault(
        "fatal",
        "expected a file that may be read",
        "Close it in other programs, or ask for the right to read it.",
    ),
    "file-empty": Fault("fatal", NOT_TABLES, "Ask for the file again: nothing of it arrived."),
    "file-too-large": Fault(
        "fatal", "expected at most 10 MB", "Keep only the sheets that are needed, and save it."
    ),
    "file-inflates": Fault(
        "fatal",
        "expected a workbook of at most 64 MB once unpacked, in at most 400 parts",
        "Copy the figures into a new workbook: this one may have been made to do harm.",
    ),
    "file-not-excel": Fault(
        "fatal", NOT_TABLES, f"Open it in the program that made it and {AS_EXCEL}"
    ),
    "file-web-page": Fault(
        "fatal",
        NOT_TABLES,
        f"Open it in Excel and {AS_EXCEL} Changing its name does not change what it is.",
    ),
    "file-document": Fault(
        "fatal", NOT_TABLES, "Ask its sender for the spreadsheet that its tables came from."
    ),
    "file-password": Fault(
        "fatal",
        "expected a workbook without a password",
        "Open it in Excel, take the password away under File, Info, and save it.",
    ),
    "file-macros": Fault(
        "fatal",
        "expected a workbook without macros",
        f"Open it in Excel, without allowing the macros to run, and {AS_EXCEL}",
    ),
    "file-objects": Fault(
        "fatal",
        "expected a workbook of sheets alone",
        "Delete the embedded files and controls, or copy the figures into a new workbook.",
    ),
    "file-connections": Fault(
        "fatal",
        "expected a workbook that holds its own figures",
        "Copy the figures as values into a new workbook: the connection may hold more than the"
        " sheets show.",
    ),
    "file-far-cell": Fault(
        "fatal",
        "expected all filled cells within row 100,000 and column 4,096 (FAN), and not far apart",
        "Delete the forgotten cell: select the empty rows or columns around it, delete them, save.",
    ),
    "file-too-much": Fault("fatal", A_TABLE, "Keep only what is needed, and save it."),
    "file-broken-text": Fault(
        "fatal",
        "expected text in UTF-8",
        "Open it in Excel and save it as CSV UTF-8, or as an Excel workbook (.xlsx).",
    ),
    "file-damaged": Fault(
        "fatal", NOT_TABLES, "Open it in Excel, let Excel repair and save it, or ask for it again."
    ),
    "file-unsafe": Fault(
        "fatal",
        "expected a file that can be read without harm",
        "Copy the figures as values into a new workbook, and try that.",
    ),
    "file-busy": Fault("fatal", "expected at most a dozen at once", "Try again in a minute."),
    # The file as a whole: it was used, and should be looked at.
    "file-encoding": Fault(
        "warning",
        "expected text in UTF-8",
        "It was read as Windows-1252: check names with accents. Save it as CSV UTF-8.",
    ),
    "file-delimiter": Fault(
        "warning",
        "expected commas",
        "It was read so; check that the columns are right.",
    ),
    "file-wrong-ending": Fault(
        "warning",
        "expected the ending to say what the file is",
        "It was read as what it is. Give it its right ending.",
    ),
    "file-links": Fault(
        "warning",
        "expected a workbook that holds its own figures",
        "No link was followed: figures are as they were last saved. Check that they were up to"
        " date.",
    ),
    "file-old-excel": Fault(
        "warning",
        "expected an Excel workbook (.xlsx)",
        "Cells with an error were taken for blank ones. Save it as an Excel workbook (.xlsx) to"
        " have them named.",
    ),
    # What is in the file, as a whole.
    "nothing-ours": Fault(
        "fatal",
        "expected how many children are looked after and where they live, or how many young people"
        " have left care or receive aftercare, on a day",
        "Choose the workbook that counts them, or copy the figures into the template: python -m"
        " cpdash template FILE.",
    ),
    "child-level": Fault(
        "fatal",
        "expected counts only, and nothing about one child",
        "It was not read, and nothing of it was kept. Delete the copy if you should not hold it,"
        " tell your data protection officer, and ask for a workbook of totals.",
    ),
    # A table of another publication.
    "date-unknown": Fault(
        "error",
        "expected the day of the census in the title, the headings, the name of the sheet or of"
        " the file",
        "The numbers of the table at {table} were left out. Write the day into its title, or answer"
        " the question for it (on the command line: --date 2018-07-31).",
    ),
    "date-order": Fault(
        "error",
        "expected dates that can be read in one way only beside '{text}' in cell {other}",
        "The numbers were left out: the day may be the month. Write the dates as 3 April 2020.",
    ),
    "table-area-unknown": Fault(
        "error",
        "expected the name of a council or country in the title, the labels, the name of the sheet"
        " or of the file",
        "The numbers of the table at {table} were left out. Write the name into its title, or"
        " answer the question for it (on the command line: --area Falkirk).",
    ),
    "population-unknown": Fault(
        "error",
        "expected words such as 'children looked after' in the title or the headings",
        "The numbers of the table at {table} were left out. Write into its title whom they count.",
    ),
    "title-unclear": Fault(
        "error",
        "expected a title that says whom the table counts, such as 'Children looked after by"
        " placement'",
        "The table was left out. Write whom it counts into the line above it.",
    ),
    "name-unclear": Fault(
        "error",
        "expected a name that says no more than whom the tables count, where and when",
        "Its numbers were left out: they may be some children's only. If they are everyone's, give"
        " it a plainer name.",
    ),
    "note-limits": Fault(
        "error",
        "expected notes that leave nobody out and add nobody to whom the headings name",
        "{numbers} that it is about were left out. If they are everyone's, delete the note.",
    ),
    "headings-unclear": Fault(
        "error",
        "expected headings that stand clearly over its columns, such as 'Placement' and 'Number'",
        "The table was left out. Write over each column what it holds.",
    ),
    "note-date": Fault(
        "error",
        "expected a note that agrees with the title and the headings, by which some are of {day}",
        "Left out: {numbers}. Write the day of the census into the title.",
    ),
    "unit-unknown": Fault(
        "error",
        "expected a word that says whether they are numbers or percentages",
        "The numbers of the table at {table} were left out. Write it over the columns.",
    ),
    "percent-of-one": Fault(
        "error",
        "expected percentages such as 43, and all of them are 1 or less: 0.43 may be 43% or 0.43%",
        "The percentages of the table at {table} were left out. Multiply them by 100 if they are"
        " shares.",
    ),
    "labels-clash": Fault(
        "error",
        "expected headings and labels that agree about what is counted",
        "The numbers were left out of the table at {table}. Check the headings over them.",
    ),
    "table-in-future": Fault(
        "error",
        "expected a day that has passed",
        "The numbers were left out of the table at {table}. Check its years.",
    ),
    "unknown-label": Fault(
        "error",
        "expected a kind of place, an age or a total{nearest}",
        "Its numbers were left out. Correct the label, or leave it if it is something else.",
    ),
    "tables-disagree": Fault(
        "error",
        "expected the same wherever a figure stands, and {other} says {says}",
        "Both were left out. Ask the publisher which is right.",
    ),
}

"""Codes, whole numbers, dates and cells are stored, and no text that may be about a person."""

from dataclasses import replace

import pandas as pd
import pytest

from cpdash.store import Store, StoreFault, Upload
from tests.store.places import Places, SQLite
from tests.store.workbooks import FIFE, MORAY, START, drawn, one, put


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """What is decided before a database is asked is tried with one of them."""
    return SQLite(tmp_path_factory.mktemp("stores"))


TWO = f"{FIFE} 2018-07-31 total 12\n{FIFE} 2018-07-31 foster 5"


def test_the_drawing_that_is_changed_here_is_stored(store: Store) -> None:
    assert put(store, drawn(TWO)).version == 1


@pytest.mark.parametrize(
    ("column", "value", "found"),
    [
        ("value", 12.5, "a number that counts no people"),
        ("value", -1.0, "a number that counts no people"),
        ("value", 10_000_001.0, "a number that counts no people"),
        ("value", float("inf"), "a number that counts no people"),
        ("value", float("nan"), "a number and the mark for none"),
        ("status", "c", "a number and the mark for none"),
        ("status", "q", "a strange status"),
        ("area", "S12999999", "a strange area"),
        ("area", "Alex Sample", "a strange area"),
        ("collection", "somebody", "a strange collection"),
        ("measure", "potholes", "a strange measure"),
        ("category", "Alex Sample", "a strange category"),
        ("cell", "Alex", "a strange cell"),
        ("cell", "B7\n", "a strange cell"),
        ("census_date", pd.NaT, "a figure without its date"),
        ("edition", "e/9", "figures of no source"),
    ],
)
def test_what_is_no_figure_keeps_the_whole_workbook_out(
    store: Store, column: str, value: object, found: str
) -> None:
    upload = drawn(TWO)
    upload.figures.loc[1, column] = value
    with pytest.raises(StoreFault) as fault:
        put(store, one(7, "other.xlsx"), upload)
    assert fault.value.kind == "refused"
    assert fault.value.sentence.startswith(f"census.xlsx: found {found}, expected ")
    assert (store.version(), len(store.holdings().figures)) == (0, 0)


def test_a_figure_twice_in_one_source_keeps_the_workbook_out(store: Store) -> None:
    with pytest.raises(StoreFault, match="found a figure twice"):
        put(store, drawn(f"{FIFE} 2018-07-31 total 12\n{FIFE} 2018-07-31 total 12"))


def test_a_workbook_without_figures_or_without_its_hash_is_refused(store: Store) -> None:
    upload = one(12)
    with pytest.raises(StoreFault, match="found no figures"):
        put(store, replace(upload, figures=upload.figures.iloc[:0]))
    with pytest.raises(StoreFault, match="no SHA-256"):
        put(store, replace(upload, sha256="1234"))


@pytest.mark.parametrize(
    "label",
    [
        "Total",
        "In residential care",
        "Foster carers (council)",
        "Number of children looked after at 31 July 2018",
        "Fife",
        "Kinship care [Note 4]",
    ],
)
def test_a_label_of_which_every_word_is_understood_is_kept(store: Store, label: str) -> None:
    put(store, drawn(TWO, label=label))
    assert set(store.holdings().figures["label"]) == {label}


@pytest.mark.parametrize(
    "label",
    ["Alex Sample", "Total Alex", "At home 4857773456", "Foster care, born 12/03/2014", "=1+1"],
)
def test_a_label_with_another_word_in_it_is_not_kept(store: Store, label: str) -> None:
    put(store, drawn(TWO, label=label))
    assert set(store.holdings().figures["label"]) == {""}


def test_a_label_that_somebody_explained_is_kept_for_that_publisher(store: Store) -> None:
    store.answer("Fife Council", "Crisis cair", "crisis", who="Anna", token="a", now=START)
    put(store, drawn(TWO, "a.xlsx", label="Crisis cair"), publisher="Fife Council")
    put(store, drawn(TWO, "b.xlsx", label="Crisis cair"), publisher="Moray Council")
    kept = store.holdings().figures.groupby("edition")["label"].first()
    assert kept.to_dict() == {"1/1": "Crisis cair", "2/1": ""}


def stored(store: Store, upload: Upload) -> tuple[str, str, str]:
    """What is kept of an upload's texts: file, sheet, source."""
    put(store, upload)
    held = store.holdings()
    return held.editions["file"][0], held.figures["sheet"][0], held.editions["source"][0]


@pytest.mark.parametrize(
    "name",
    [
        "Alex_Sample.xlsx",
        "AlexSample-2026.xlsx",
        "J. Sample moved.xlsx",
        "child 12.03.2014 Alex Sample.xlsx",
        "CHI 485 777 3456.xlsx",
        "dob.xlsx",
        "EH1 1YZ.xlsx",
        "line\nbreak.xlsx",
        f"{'x' * 120}.xlsx",
        ".xlsx",
        "",
    ],
)
def test_a_file_name_that_may_name_somebody_is_not_kept(store: Store, name: str) -> None:
    upload = drawn(TWO, name)
    file, _, _ = stored(store, upload)
    assert file == f"upload-{upload.sha256[:8]}.xlsx"


@pytest.mark.parametrize(
    "name",
    [
        "scotland-councils-lgbf.xlsx",
        "South Lanarkshire 2018.xls",
        "Looked After Children Q2.ods",
        "Fife_Placements_July.csv",
        "SFR34_CLA2015.csv",
        "Strathlorne Quarterly.xlsx",
        "a'b \u201cc\u201d \U0001f600.xlsx",
    ],
)
def test_an_ordinary_file_name_is_kept_without_its_folder(store: Store, name: str) -> None:
    assert stored(store, drawn(TWO, f"C:\\Users\\anna\\{name}"))[0] == name


def test_a_source_that_is_the_file_has_the_name_that_is_kept(store: Store) -> None:
    upload = drawn(TWO, "Alex_Sample.csv")
    upload.editions["source"] = upload.file
    assert stored(store, upload)[2] == f"upload-{upload.sha256[:8]}.csv"


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        ("Table 1.1", "Table 1.1"),
        ("Where children live", "Where children live"),
        ("Alex Sample", "(not kept)"),
        ("DOB 12.03.2014", "(not kept)"),
        ("a-name-of-a-csv-file-that-is-longer-than-a-sheet", "a-name-of-a-csv-file-that-is-lo"),
    ],
)
def test_a_sheet_keeps_its_name_where_it_names_nobody(store: Store, sheet: str, kept: str) -> None:
    assert stored(store, drawn(TWO, sheet=sheet))[1] == kept


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("Answer, Natalie Don to Jamie Greene, 10 November 2023", None),
        ("Moray Council, freedom of information request 101003661874", None),
        ("Alex, date of birth 12.03.2014", "(not kept)"),
        ("ask a.sample@example.org", "(not kept)"),
        ("x" * 301, f"{'x' * 299}\u2026"),
    ],
)
def test_a_source_is_kept_as_far_as_it_is_about_nobody(
    store: Store, source: str, kept: str | None
) -> None:
    upload = drawn(TWO)
    upload.editions["source"] = source
    assert stored(store, upload)[2] == (kept or source)


def test_a_date_in_words_that_is_none_is_not_kept(store: Store) -> None:
    put(store, drawn(f"# 2020-01-01 Alex Sample\n{FIFE} 2018-07-31 total 12"))
    assert store.holdings().editions["published_text"].tolist() == [""]


@pytest.mark.parametrize(
    ("remark", "found"),
    [
        ("moved J. Sampleton", "what may be a name"),
        ("Alex Sample, 12 March 2014, moved", "what may be a name beside a day"),
        ("her DOB is missing", "a date of birth"),
        ("CHI 485 777 3456", "the number of a person"),
        ("ask 0131 244 3777", "a telephone number"),
        ("ask a.sample@example.org", "an e-mail address"),
        ("now at EH1 1YZ", "a postcode"),
    ],
)
def test_a_remark_about_a_person_is_refused_and_not_repeated(
    store: Store, remark: str, found: str
) -> None:
    with pytest.raises(StoreFault) as fault:
        put(store, one(12), remark=remark)
    assert fault.value.kind == "personal"
    assert f"The remark: found {found}" in fault.value.sentence.replace("a text with ", "")
    assert remark not in fault.value.sentence
    assert store.version() == 0


@pytest.mark.parametrize(
    "remark",
    ["corrected by the Scottish Government on 3 March 2026", "foster care was 5 too high", ""],
)
def test_an_ordinary_remark_is_kept(store: Store, remark: str) -> None:
    put(store, one(12), remark=remark)
    assert store.editions()[0].remark == remark


def test_what_somebody_types_is_kept_on_one_line_and_not_endless(store: Store) -> None:
    put(store, one(12), remark=" two\nlines \x00 ", who="Anna\nExample")
    assert (store.journal()[0].remark, store.journal()[0].who) == ("two lines", "Anna Example")
    with pytest.raises(StoreFault, match="found 501 characters, expected at most 500"):
        put(store, one(13), remark="x" * 501)
    with pytest.raises(StoreFault, match="The publisher: found a postcode"):
        put(store, one(13), publisher="EH1 1YZ")


@pytest.mark.parametrize(
    ("publisher", "label", "category", "kind"),
    [
        ("Fife Council", "Alex Sample", "foster", "personal"),
        ("Fife Council", "DOB", "foster", "personal"),
        ("J. Sample", "Kin", "foster", "personal"),
        ("Fife Council", "Kin", "somewhere", "refused"),
        ("Fife Council", "", "foster", "refused"),
        ("", "Kin", "foster", "refused"),
    ],
)
def test_an_answer_that_may_not_be_kept_is_refused(
    store: Store, publisher: str, label: str, category: str, kind: str
) -> None:
    with pytest.raises(StoreFault) as fault:
        store.answer(publisher, label, category, who="Anna", token="a", now=START)
    assert fault.value.kind == kind
    assert store.every_answer() == ()


def test_the_journal_has_codes_and_digests_and_no_figure(store: Store) -> None:
    put(store, drawn(f"{MORAY} 2018-07-31 total 7"))
    (entry,) = store.journal()
    assert len(entry.details) == len(entry.hash) == 64
    assert entry.previous == ""

"""The project's data folder, copied: no test and no measurement writes a store into our own."""

import shutil
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"


def copied(folder: Path) -> Path:
    """The data folder at `folder`, without a store that somebody has beside the workbooks."""
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("*.sqlite*"))
    return folder


def with_the_examples(folder: Path) -> Path:
    """The same, and a new store of it begins with the illustrative council's workbooks and plan
    too."""
    copied(folder)
    for name in ("strathlorne-quarterly", "strathlorne-corrected"):
        shutil.copy(DATA / "examples" / f"{name}.xlsx", folder / "starter")
    shutil.copy(DATA / "examples" / "plan.xlsx", folder / "plan-strathlorne.xlsx")
    return folder

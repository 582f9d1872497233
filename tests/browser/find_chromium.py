"""The Chromium that the browser tests drive: one on this machine, else one that is fetched.

Run as a script before the tests: says which it found, or gets one, or says how to get one.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
ADVICE = (
    "The browser tests need Chromium, and none was found or could be fetched.\n"
    "Debian or Ubuntu, as root: apt-get install chromium. macOS: brew install --cask chromium.\n"
    "Or name one: CHROMIUM=/path/to/chrome make test"
)


def of_the_machine() -> str | None:
    """The browser that CHROMIUM names, or one that is installed here, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    found = [path for path in map(shutil.which, NAMES) if path]
    return next(iter(found + [app for app in MAC_APPS if Path(app).exists()]), None)


def of_playwright() -> str | None:
    """The browser that Playwright has fetched before, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def find() -> str | None:
    """The path of a Chromium to start, or None when there is none."""
    return of_the_machine() or of_playwright()


def fetch() -> None:
    """Get one: Playwright's; else, as root on Debian, the system's package."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if find() and starts(str(find())):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False)


def starts(path: str) -> bool:
    """Whether it runs here: a browser that was fetched may miss libraries of the system."""
    try:
        asked = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def main() -> int:
    """Exit status 0 when there is a Chromium that starts."""
    path = find()
    if path is None or not starts(path):
        fetch()
        path = find()
    if path is None or not starts(path):
        print(ADVICE, file=sys.stderr)
        return 1
    print(f"Browser: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Have a browser and the PDF tools at hand: install them on Debian, else say how.

The tests print pages with Chromium and WeasyPrint and read the PDF back with poppler.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
# What WeasyPrint loads from the system.
PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
BREW = {
    "chromium": "--cask chromium",
    "poppler-utils": "poppler",
    **dict.fromkeys(PANGO, "pango"),
}


def browser() -> str | None:
    """Find a browser that prints pages without a window."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def pango() -> bool:
    """Tell whether WeasyPrint finds all that it loads; it warns of a part it may do without."""
    command = [sys.executable, "-W", "error", "-c", "import weasyprint"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def missing() -> list[str]:
    """Name the Debian packages of the tools that are not here."""
    packages = [] if browser() else ["chromium"]
    packages += [] if shutil.which("pdftotext") else ["poppler-utils"]
    packages += [] if pango() else PANGO
    return packages


def main() -> int:
    """Install what is missing where that is possible; otherwise print the one line to run."""
    packages = missing()
    if not packages:
        return 0
    if shutil.which("apt-get") and Path("/etc/debian_version").exists():
        root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
        if not root or shutil.which("sudo"):
            environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            update = [*root, "apt-get", "update", "--quiet=2"]
            install = [*root, "apt-get", "install", "--yes", "--quiet=2", *packages]
            subprocess.run(update, check=False, env=environment)
            subprocess.run(install, check=False, env=environment)
    packages = missing()
    if not packages:
        return 0
    line = f"sudo apt-get install {' '.join(packages)}"
    if sys.platform == "darwin":
        kegs = dict.fromkeys(BREW[name] for name in packages)
        line = " && ".join(f"brew install {name}" for name in kegs)
    sys.stderr.write(f"The tests need {' and '.join(packages)}. Run: {line}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())

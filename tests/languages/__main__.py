"""`make languages`: brings the catalogues up to what the window says, and compiles them.

New sentences come in without a translation and are told; those that nobody says any more go.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.languages.catalogue import read, text
from tests.languages.sentences import ROOT, read_sentences

FOLDER = ROOT / "resources" / "languages"


def main() -> int:
    said = read_sentences().sentences
    missing = 0
    for path in sorted(FOLDER.glob("*.ts")):
        known = read(path)
        translations = {sentence: known.get(sentence, "") for sentence in said}
        path.write_text(text(path.stem.removeprefix("quintet_"), translations, said), encoding="utf-8")
        lrelease = Path(sys.executable).parent / "pyside6-lrelease"
        subprocess.run([lrelease, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)
        for sentence in (sentence for sentence in said if not translations[sentence]):
            print(f"{path.name}: no translation of {sentence!r}")
            missing += 1
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

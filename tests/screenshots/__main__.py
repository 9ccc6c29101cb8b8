"""`make screenshots`: each state of the window at two sizes in two themes, as PNG files with a page to leaf through.

python -m tests.screenshots [STATE...] [--keep] [--to FOLDER] [--themes light,dark,contrast] [--sizes 1024x640,...]
"""

from __future__ import annotations

import argparse
import html
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.screenshots.geometry import look_of, windows
from tests.screenshots.kept import keep
from tests.screenshots.notes import NOTES, SEEN
from tests.screenshots.stage import Stage, stage
from tests.screenshots.states import STATES, Set

OK, FAILED = 0, 1


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    chosen = [state for state in STATES if not options.states or state.__name__ in options.states]
    application = QApplication(["screenshots"])
    application.setQuitOnLastWindowClosed(False)
    options.to.mkdir(parents=True, exist_ok=True)
    failed = [state.__name__ for state in chosen if not _taken(state, options)]
    _write_page(options.to, chosen)
    print(f"{options.to / 'index.html'}: {len(chosen) - len(failed)} states" + _told(failed))
    return FAILED if failed else OK


def _told(failed: Sequence[str]) -> str:
    return f"; not reached: {', '.join(failed)}" if failed else ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("states", nargs="*", metavar="STATE", help=", ".join(state.__name__ for state in STATES))
    parser.add_argument("--to", type=Path, default=Path("build/screenshots"), metavar="FOLDER")
    parser.add_argument("--themes", type=lambda text: text.split(","), default=["light", "dark"], metavar="NAMES")
    parser.add_argument("--sizes", type=_sizes, default=_sizes("1024x640,1600x1000"), metavar="SIZES")
    parser.add_argument("--keep", action="store_true", help="keep the layouts too, for the test of tests/screenshots")
    return parser


def _sizes(text: str) -> list[QSize]:
    return [QSize(*(int(number) for number in size.split("x"))) for size in text.split(",")]


def _taken(state: Set, options: argparse.Namespace) -> bool:
    """Set the state up once and take all pictures of it; False where it cannot be reached."""
    with tempfile.TemporaryDirectory() as folder, stage(Path(folder)) as made:
        made.window.resize(options.sizes[-1])
        try:
            state(made)
        except Exception:  # noqa: BLE001  # one state that cannot be reached must not hide the others
            print(f"{state.__name__}:", file=sys.stderr)
            traceback.print_exc()
            return False
        for theme in options.themes:
            made.theme.set_scheme(theme)
            for size in options.sizes:
                made.resize(size)
                name = f"{state.__name__}-{size.width()}x{size.height()}-{theme}.png"
                made.picture().save(str(options.to / name), "PNG")  # type: ignore[call-overload]
        if options.keep:
            _keep(state, made, options.sizes)
        for error in made.errors:
            print(f"{state.__name__}: {error}", file=sys.stderr)
        return not made.errors


def _keep(state: Set, made: Stage, sizes: Sequence[QSize]) -> None:
    looks = {}
    for size in sizes:
        made.resize(size)
        looks[f"{size.width()}x{size.height()}"] = [look_of(window) for window in windows()]
    keep(state.__name__, looks)


def _write_page(folder: Path, states: Sequence[Set]) -> None:
    parts = ["<!doctype html><meta charset=utf-8><title>Quintet</title>"]
    parts.append(
        "<style>body{font:14px sans-serif;margin:2em}img{max-width:48%;margin:4px;border:1px solid #ccc}</style>"
    )
    for state in states:
        pictures = sorted(folder.glob(f"{state.__name__}-*.png"))
        parts.append(f"<h2>{html.escape(state.__name__)}</h2><p>{html.escape(state.__doc__ or '')}</p>")
        seen = ", ".join(SEEN.get(state.__name__, ())) or "none"
        parts.append(f"<p><i>{html.escape(NOTES.get(state.__name__, ''))}</i> Looked at: {html.escape(seen)}.</p>")
        parts += [f'<a href="{p.name}"><img src="{p.name}" alt="{p.stem}" loading=lazy></a>' for p in pictures]
    (folder / "index.html").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

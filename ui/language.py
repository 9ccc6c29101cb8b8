"""The language of the window: installs the catalogues before anything is said.

Ours is resources/languages/quintet_de.qm, made of the .ts beside it (`make languages`); Qt's own words (of file dialogs
and standard buttons) come with Qt. English needs none: it stands in the code. A window keeps the language that it was
made in, since half of it could not be said anew; so a change holds from the next start on.
"""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = ("en", "de")


class Language:
    """Attributes: name, one of LANGUAGES."""

    def __init__(self, wish: str) -> None:
        """`wish`: one of LANGUAGES, or "system"."""
        self.name = wish if wish in LANGUAGES else of_system(QLocale.system().uiLanguages())
        self._translators: list[QTranslator] = []
        self._catalogue = b""  # Qt reads in it for as long as it is installed
        if self.name != "en":
            self._install(f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{self.name}.qm")
            self._catalogue = (files("resources") / "languages" / f"quintet_{self.name}.qm").read_bytes()
            self._install(self._catalogue)

    def _install(self, catalogue: str | bytes) -> None:
        """A file or what is in it. Where Qt came without its translations its words stay English. Ours is read whole:
        Qt maps a file, and one that is written again under a window (by `make languages`, or an installation over the
        old one) takes its words away, or ends it."""
        translator = QTranslator()
        if translator.load(catalogue):
            QCoreApplication.installTranslator(translator)
            self._translators.append(translator)

    def close(self) -> None:
        """What is said from now on is English."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators.clear()


def of_system(wished: list[str]) -> str:
    """The first of these ("de-AT", "en") that there is; English where there is none."""
    found = (language.replace("_", "-").split("-")[0].lower() for language in wished)
    return next((name for name in found if name in LANGUAGES), "en")

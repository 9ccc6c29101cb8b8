"""The help's window, driven by mouse and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from ui.help.asking import HelpButton, ask_for_help
from ui.help.chapters import CHAPTERS
from ui.help.search import Hit
from ui.help.window import HelpWindow
from ui.theme.palette import Theme
from ui.theme.tokens import MARGIN


@pytest.fixture
def pages(qtbot: QtBot, theme: Theme, whole: QWidget) -> HelpWindow:
    window = HelpWindow(theme, lambda: "## View\n\n| Keys | |\n| --- | --- |\n| F7 | nothing |", whole)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_target("start")
    return window


def text(window: HelpWindow) -> str:
    return window.browser.toPlainText()


def top(window: HelpWindow) -> int:
    return window.browser.verticalScrollBar().value()


def headings(window: HelpWindow) -> list[str]:
    return [str(hit) for hit in window.list.hits.lines]


def test_it_opens_at_a_chapter(pages: HelpWindow):
    assert text(pages).startswith("Getting started")
    assert pages.windowTitle() == "Getting started – Help"
    assert pages.list.current == Hit("start", "", "Getting started")


def test_it_opens_at_a_heading(pages: HelpWindow):
    pages.show_target("findings#silent")
    assert text(pages).startswith(CHAPTERS["findings"])
    assert top(pages) > 0
    at_top = {pages.browser.cursorForPosition(QPoint(MARGIN, y)).block().text() for y in range(0, 5 * MARGIN, 4)}
    assert "The device is silent" in at_top


def test_a_chapter_that_there_is_not_is_the_first_one(pages: HelpWindow):
    pages.show_target("ages")
    pages.show_target("nowhere#at-all")
    assert text(pages).startswith("Getting started")


def test_a_link_leads_to_its_page_and_back(pages: HelpWindow, qtbot: QtBot):
    pages.browser.anchorClicked.emit(QUrl("findings#silent"))
    assert pages.place == "findings#silent"
    qtbot.keyClick(pages, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert pages.place == "start"
    assert not pages.back.isEnabled()
    qtbot.mouseClick(pages.forward, Qt.MouseButton.LeftButton)
    assert pages.place == "findings#silent"
    assert not pages.forward.isEnabled()


def test_another_way_taken_after_going_back_forgets_the_old_one(pages: HelpWindow, qtbot: QtBot):
    pages.show_target("ages")
    qtbot.mouseClick(pages.back, Qt.MouseButton.LeftButton)
    pages.show_target("keys")
    assert not pages.forward.isEnabled()
    qtbot.mouseClick(pages.back, Qt.MouseButton.LeftButton)
    assert pages.place == "start"


def test_a_link_to_elsewhere_leads_nowhere(pages: HelpWindow):
    pages.browser.anchorClicked.emit(QUrl("https://example.org/"))
    assert text(pages).startswith("Getting started")


def test_a_search_lists_sections_and_enter_shows_the_first(pages: HelpWindow, qtbot: QtBot):
    qtbot.keyClicks(pages.field.line, "rmem_max")
    assert "The receive buffer is smaller than asked, Health: findings and remedies" in headings(pages)
    qtbot.keyClick(pages.field.line, Qt.Key.Key_Return)
    assert "rmem_max" in text(pages)
    assert pages.browser.extraSelections()
    qtbot.keyClick(pages.field.line, Qt.Key.Key_Escape)
    assert headings(pages) == list(CHAPTERS.values())
    assert pages.isVisible()
    qtbot.keyClick(pages.field.line, Qt.Key.Key_Escape)
    assert not pages.isVisible()


def test_the_arrows_in_the_list_show_each_chapter(pages: HelpWindow, qtbot: QtBot):
    pages.list.setFocus()
    qtbot.keyClick(pages.list, Qt.Key.Key_Down)
    assert text(pages).startswith("Everyday tasks")


def test_the_arrows_in_the_search_move_the_page(pages: HelpWindow, qtbot: QtBot):
    pages.field.line.setFocus()
    qtbot.keyClick(pages.field.line, Qt.Key.Key_PageDown)
    assert top(pages) > 0
    qtbot.keyClick(pages.field.line, Qt.Key.Key_PageUp)
    assert top(pages) == 0


def test_a_page_is_copied_as_text(pages: HelpWindow, qtbot: QtBot):
    pages.show_target("keys")
    qtbot.mouseClick(pages.copy, Qt.MouseButton.LeftButton)
    assert "F7" in QGuiApplication.clipboard().text()


def test_nothing_but_its_own_pictures_is_fetched(pages: HelpWindow, tmp_path: Path):
    kind = QTextDocument.ResourceType.ImageResource.value
    for name in ("https://example.org/a.png", "file:///etc/hostname", "../pictures/window.png", "/etc/hostname", "no"):
        assert pages.browser.loadResource(kind, QUrl(name)) is None


def pictures(pages: HelpWindow) -> list[QSizeF]:
    """The sizes of all that are on the page."""
    found, document = [], pages.browser.document()
    block = document.begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            form = fragments.fragment().charFormat()
            if form.isImageFormat():
                kind = QTextDocument.ResourceType.ImageResource.value
                image = document.resource(kind, QUrl(form.toImageFormat().name()))
                assert not image.isNull(), form.toImageFormat().name()
                found.append(image.deviceIndependentSize())
            fragments += 1
        block = block.next()
    return found


def test_every_picture_is_there_and_as_wide_as_the_text_also_in_a_window_of_another_width(pages: HelpWindow):
    shown = 0
    for name in CHAPTERS:
        pages.show_target(name)
        for width in (1100, 700):
            pages.resize(width, 600)
            QApplication.processEvents()
            room = pages.browser.viewport().width()
            assert all(0 < size.width() <= room for size in pictures(pages))
            assert pages.browser.horizontalScrollBar().maximum() == 0
        shown += len(pictures(pages))
    assert shown == 6


def test_another_theme_recolours_the_page(pages: HelpWindow, theme: Theme):
    pages.show_target("findings#silent")
    before = top(pages)
    light = pages.browser.grab().toImage()
    theme.set_scheme("dark")
    assert pages.browser.grab().toImage() != light
    assert top(pages) == before


def test_each_page_can_be_shown(pages: HelpWindow):
    for name, title in CHAPTERS.items():
        pages.show_target(name)
        assert text(pages).startswith(title)


# -- from the main window


def test_f1_shows_the_keys_of_the_window(desk: Desk):
    desk.press(Qt.Key.Key_F1)
    pages = desk.window.help.pages
    assert pages is not None
    assert pages.isVisible()
    told = text(pages)
    assert "Ctrl+Shift+R" in told
    assert "Pause the view" in told
    assert "Wheel" in told


def test_the_help_can_be_read_beside_a_dialog_that_asked_for_it(desk: Desk):
    dialog = QDialog(desk.window)
    button = HelpButton("framing#decoding", dialog)
    dialog.open()
    desk.qtbot.waitExposed(dialog)
    button.click()
    pages = desk.window.help.pages
    assert pages is not None
    assert pages.place == "framing#decoding"
    handle = pages.windowHandle()
    desk.qtbot.waitExposed(pages)
    QTest.keyClick(handle, Qt.Key.Key_Escape)  # through the window system, which asks who may be used
    assert pages.isHidden()
    button.click()
    dialog.done(0)
    assert pages.isVisible()
    assert handle.transientParent() is desk.window.windowHandle()


def test_any_part_of_the_window_asks_for_a_page(desk: Desk):
    dialog = QWidget(desk.window, Qt.WindowType.Dialog)
    button = HelpButton("threads#compare", dialog)
    button.click()
    pages = desk.window.help.pages
    assert pages is not None
    assert pages.place == "threads#compare"
    ask_for_help(desk.window.devices, "ages")
    assert pages.place == "ages"
    pages.close()
    desk.window.help.open("findings", "silent")
    assert pages.isVisible()
    assert pages.place == "findings#silent"

"""The chapters of the help, in the order in which they are listed: the name of the page's file, and its title."""

from __future__ import annotations

from ui.translate import marked

CHAPTERS = {
    "start": marked("Getting started"),
    "tasks": marked("Everyday tasks"),
    "sessions": marked("Session files"),
    "framing": marked("Framing and decoding"),
    "plots": marked("Reading plots"),
    "layouts": marked("Arranging plots"),
    "threads": marked("Threads or not"),
    "findings": marked("Health: findings and remedies"),
    "ages": marked("How old the data is"),
    "back-pressure": marked("Back pressure"),
    "commands": marked("Commands to devices"),
    "keys": marked("Keys and mouse"),
    "faults": marked("Faults to try"),
    "reports": marked("Reports and bundles"),
}

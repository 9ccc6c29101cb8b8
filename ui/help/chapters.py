"""The chapters of the help, in the order in which they are listed: the name of the page's file, and its title."""

CHAPTERS = {
    "start": "Getting started",
    "sessions": "Session files",
    "framing": "Framing and decoding",
    "plots": "Reading plots",
    "layouts": "Arranging plots",
    "threads": "Threads or not",
    "findings": "Health: findings and remedies",
    "ages": "How old the data is",
    "back-pressure": "Back pressure",
    "commands": "Commands to devices",
    "keys": "Keys and mouse",
    "faults": "Faults to try",
    "reports": "Reports and bundles",
}

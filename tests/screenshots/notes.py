"""What was found wrong where each state was looked at, at two sizes in two themes, and is mended; by the state's name.

The page that `make screenshots` writes has each under its pictures, so that who looks next looks at that first. A
picture counts as looked at where it was opened by itself, not where it was made: `SEEN` says which were.
"""

NOTES = {
    "welcome": (
        "The inspector asked to choose from a list that was empty: it says that no device is chosen. A line of the "
        "style stood under the menu bar in the light theme alone, and the word at the right ended before the cards "
        "do: no line, one edge."
    ),
    "live": (
        "What hands do most, to pause and to fit, was in a menu alone: both are buttons now, first in the tool bar. "
        "Icons there stood 2 px from their words. In high contrast curves and the mark of the focus were thin as "
        "ever. Rows cut at the foot of a pane ended at nothing: a line stands over the status bar, and one over the "
        "inspector's last words. The plots of the chosen device stood out where another was chosen first, not from "
        "the start. A value around zero blinked between 0.0 and −0.0: what is rounded to nothing has no sign."
    ),
    "paused": (
        "The ruler's date was cut at its left and counts had powers of ten (1.24e+03): the date comes first, and "
        "counts have thin spaces. What says that the view is held reached over the legends: it stays beside them, in "
        "one word where plots are narrow."
    ),
    "silent": (
        "Beside long names the legend cut the value, a wrong number: a value is shown whole or not at all. The stage "
        "drew once in nine seconds, and the ages in its pictures were alarms: it draws as a window does."
    ),
    "refused": (
        "Beside narrow plots the cause of a gap was cut behind one word: it takes the lines that are free. Of two "
        "findings one was named and three dots stood for the other: both are named, of more it is said how many. In "
        "German the tool bar's hint on links that stand was cut: it is said shorter."
    ),
    "notice": "Four errors that wrapped read as one paragraph: each is a point.",
    "hostile": (
        "Nothing found: tags, formulas and endless names are plain text, cut, and whole in their tool tips. Boxes in "
        "place of letters are those of a computer without such a font."
    ),
    "health": (
        "The page stood 2 px right of its heading and buttons: the mark of the focus lies over the margin. A heading "
        "above the words at the foot read as theirs: a line is between."
    ),
    "device_chosen": (
        "A device chosen from the strip stood at the list's lower edge, its channels out of sight, and again where "
        "the window became lower: it comes up with as many as there is room for. The strip ended 4 px before the "
        "window: its cells share all of it."
    ),
    "comparison": (
        "Number fields had Fusion's dark frames beside the quiet ones of text: they have one edge now. How often "
        "Python's collector ran was cut while figures were there: it is said shorter."
    ),
    "send": "In a low window the lowest row and the last sentence were cut: the history's choice went to the head.",
    "add_device": (
        "A warning stood there before anything was typed: what was not touched is missing, not wrong. The choice of a "
        "template stood off the column of entries, its arrow close to its word: both are in line."
    ),
    "edit_device": (
        "The checksum's arrow stood close to its word, off its middle: it has a place of its own. In the preview a "
        "corner of the style was painted where two scroll bars end: nothing is. Numbers of a previewed column had "
        "their points at any place: they stand under each other."
    ),
    "palette": "Nothing found.",
    "preferences": "Nothing found. The picture had the dialog in a corner of the small window: it lies where it opens.",
    "keys": (
        "Each section had a head and columns of its own: all are one list now, in line. Its lines had the length of "
        "the longest word of each section: all end at the edge of the page, and keys stand under their heading."
    ),
    "crosshair": (
        "Handles of cursors lay over the crosshair's time on the ruler, and the table began left of its title and cut "
        "numbers (-1.1559e…): three digits stand before a power of ten. In narrow legends how long ago that is was "
        "cut in its middle: it stays or goes as a whole. The word that the view is held lay over values: it stays "
        "beside them. A curve struck a cursor's letter out: it has a ground. A label of the ruler half under the time "
        "said another: it is not there."
    ),
    "menu_file": (
        "The style drew the edge and the separators hard on the light ground, and on the dark one they could not be "
        "seen: they are the window's lines."
    ),
    "two_pages": (
        "Narrow legends kept values and lost names, and a high axis had eighteen marks: names stay longest, an axis "
        "has ten marks at most. That a unit has no axis was cut: it takes another line. The page in sight was "
        "underlined in grey and the inspector's in blue: one way for both."
    ),
    "many": "Of 13 findings one was named before three dots: how many more there are is said.",
    "list_filtered": "Nothing found.",
    "exported": "Nothing found.",
    "german": (
        "Forms take the width that their words need. Choices were in English and what is missing in small letters: "
        "they are translated, and titles are written as titles."
    ),
    "german_live": (
        "Words were in English in part: they are translated. The chosen tab was wider than its line and stood left of "
        "what is below: it is in line."
    ),
    "question": (
        "It was a plain message box: it has the look of the other dialogs. The picture had it in a corner of the "
        "small window: it lies where it opens."
    ),
    "no_devices": (
        "Plots without devices said what is so, not what to do: add one, or open a session. In German the sentence "
        "touched both edges, and the status bar measured 0 Hz of nothing: it has margins, and there are no figures."
    ),
}

ALL = ("1024x640-dark", "1024x640-light", "1600x1000-dark", "1600x1000-light")
SEEN: dict[str, tuple[str, ...]] = {
    "welcome": ALL,
    "live": ALL,
    "paused": ALL,
    "silent": ALL,
    "refused": ALL,
    "notice": ALL,
    "hostile": ALL,
    "health": ALL,
    "device_chosen": ALL,
    "comparison": ALL,
    "send": ALL,
    "add_device": ALL,
    "edit_device": ALL,
    "palette": ALL,
    "preferences": ALL,
    "keys": ALL,
    "crosshair": ALL,
    "menu_file": ALL,
    "two_pages": ALL,
    "many": ALL,
    "list_filtered": ALL,
    "exported": ALL,
    "german": ALL,
    "german_live": ALL,
    "question": ALL,
    "no_devices": ALL,
}

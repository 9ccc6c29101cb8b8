"""What was found wrong where each state was looked at, at two sizes in two themes, and is mended; by the state's name.

The page that `make screenshots` writes has each under its pictures, so that who looks next looks at that first.
"""

NOTES = {
    "welcome": "The inspector asked to choose from a list that was empty: it says that no device is chosen.",
    "live": (
        "What hands do most, to pause and to fit, was in a menu alone: both are buttons now, first in the tool bar. "
        "Icons there stood 2 px from their words. In high contrast curves and the mark of the focus were thin as ever."
    ),
    "paused": (
        "The ruler's date was cut at its left and counts had powers of ten (1.24e+03): the date comes first, "
        "and counts have thin spaces."
    ),
    "silent": "Beside long names the legend cut the value, a wrong number: a value is shown whole or not at all.",
    "refused": "Nothing but what is said of silent and live; cause and age of a gap stand in the legend.",
    "notice": "Nothing found: four errors are four sentences, and the plots below scroll.",
    "hostile": "Nothing found: tags, formulas and endless names are plain text, cut, and whole in their tool tips.",
    "health": "The page stood 2 px right of its heading and buttons: the mark of the focus lies over the margin.",
    "device_chosen": "A device chosen from the strip stood at the list's lower edge, its channels out of sight.",
    "comparison": "Number fields had Fusion's dark frames beside the quiet ones of text: they have one edge now.",
    "send": "In a low window the lowest row and the last sentence were cut: the history's choice went to the head.",
    "add_device": "A warning stood there before anything was typed: what was not touched is missing, not wrong.",
    "edit_device": "Nothing found.",
    "palette": "Nothing found.",
    "preferences": "Nothing found.",
    "keys": "Each section had a head and columns of its own: all are one list now, in line.",
    "crosshair": (
        "Handles of cursors lay over the crosshair's time on the ruler, and the table began left of its title and cut "
        "numbers (-1.1559e…): three digits stand before a power of ten."
    ),
    "menu_file": "Nothing found.",
    "two_pages": (
        "Narrow legends kept values and lost names, and a high axis had eighteen marks: names stay longest, an axis "
        "has ten marks at most."
    ),
    "many": "Nothing found: 64 devices scroll in the strip, the list and the plots.",
    "list_filtered": "Nothing found.",
    "exported": "Nothing found.",
    "german": "Nothing found: forms take the width that their words need.",
    "german_live": "Words were in English in part: they are translated.",
    "question": "It was a plain message box: it has the look of the other dialogs.",
    "no_devices": "Plots without devices said what is so, not what to do: add one, or open a session.",
}

"""Why no comparison can begin, in words: known to the dock before it is built."""

UNDER_WAY = "A comparison is under way"
PRESSURE = "The back-pressure experiment makes the window stand still"

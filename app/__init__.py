"""Everything of Quintet without a widget. Imports nothing, so that any part can be taken alone."""

__version__ = "0.1.0"

"""What every picture leaves as it was."""

from tests.collector import garbage_is_collected_as_usual_again

__all__ = ["garbage_is_collected_as_usual_again"]

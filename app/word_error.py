"""What is wrong with one word of the session, said by the struct that has it (`__post_init__`)."""

from __future__ import annotations


class WordError(ValueError):
    """Attributes: key, the word's; what, the rest of the message, which may be a sentence."""

    def __init__(self, key: str, what: str) -> None:
        super().__init__(f"{key}: {what}")
        self.key = key
        self.what = what

"""What a table answers with can be kept: nobody changes it."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from app.store.views import ColumnInfo, Envelope, Gap, Samples
from app.stream import Vocabulary


def test_a_column_with_a_vocabulary_is_text() -> None:
    assert ColumnInfo("mode", "", np.dtype(np.int32), Vocabulary()).is_text
    assert not ColumnInfo("x", "V", np.dtype(np.int32), None).is_text


@pytest.mark.parametrize("view", [ColumnInfo, Gap, Envelope, Samples])
def test_views_are_frozen(view: type) -> None:
    one = view(*range(len(dataclasses.fields(view))))
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(one, dataclasses.fields(view)[0].name, 7)

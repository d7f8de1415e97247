"""What people type for a time, and what they mean by it."""

import re
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilot.clock import read_time

WAYS = ["%H:%M", "%H.%M", "%H%M", "%Hu%M", "%H %M", "%H:%M uur", "%H uur %M", " %H:%M "]


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)), st.sampled_from(WAYS))
def test_time_is_read_back_in_each_way_it_is_written(at, way):
    assert read_time(at.strftime(way)) == at


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        ("9", 9, 0),
        ("9 uur", 9, 0),
        ("14u", 14, 0),
        ("9.05", 9, 5),
        ("930", 9, 30),
        ("14U30", 14, 30),
        ("14h30", 14, 30),
        ("14,30 uur", 14, 30),
    ],
)
def test_short_ways_are_understood(typed, hour, minute):
    assert read_time(typed) == time(hour, minute)


@pytest.mark.parametrize("typed", ["", "half drie", "25:00", "14:60", "14:3", "1:2:3", "14:305"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(ValueError, match=r"hour|minute|^" + re.escape(typed)):
        read_time(typed)

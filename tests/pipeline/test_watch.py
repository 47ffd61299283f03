"""The stages of an article: how long each takes, and the deadline between them."""

import pytest

from service.errors import DeadlineError
from service.pipeline.watch import Watch


def test_stages_are_timed_in_order() -> None:
    watch = Watch()
    for stage in ("check", "wait", "check"):
        watch.enter(stage)
    watch.stop()
    watch.stop()

    assert list(watch.seconds) == ["check", "wait"]
    assert all(seconds >= 0 for seconds in watch.seconds.values())
    assert watch.left() is None


def test_no_stage_begins_behind_the_deadline() -> None:
    watch = Watch(0)

    assert watch.left() == 0
    with pytest.raises(DeadlineError, match="0 seconds have passed, the last of them in encoder"):
        watch.enter("encoder")
    assert watch.seconds == {}

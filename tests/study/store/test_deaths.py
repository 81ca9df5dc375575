import subprocess
import sys
from pathlib import Path

WORKER = Path(__file__).with_name("worker.py")


def test_a_killed_process_loses_no_confirmed_review(tmp_path):
    """Killed at 200 moments: the file is sound, its state that of its log, and nothing is lost.

    At most the one event that was on its way is there without having been confirmed.
    """
    ran = subprocess.run(
        [sys.executable, WORKER, tmp_path, "die", "200", "1787"],
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    rounds = [line.split() for line in ran.stdout.splitlines()]
    assert len(rounds) == 200
    assert {(lost, *sound) for _, lost, _, *sound in rounds} == {("0", "ok", "True")}
    assert {ahead for _, _, ahead, *_ in rounds} <= {"0", "1"}
    written = [int(new) for new, *_ in rounds]
    assert (min(written), sum(n > 5 for n in written) > 30) == (0, True)

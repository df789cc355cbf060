"""How a check passes or fails, and how many failed."""

import sys

failures = 0


def check(name: str, wrong: list | bool) -> None:
    """Prints one line; `wrong` is what is wrong, or whether it holds."""
    global failures
    wrong = wrong if isinstance(wrong, list) else [] if wrong else ["it does not hold"]
    failures += bool(wrong)
    print(f"{'FAIL ' if wrong else 'ok   '} {name}", flush=True)
    for line in wrong[:8]:
        print(f"        {line}", flush=True)


def end() -> None:
    """Ends the program as its checks came out, with a line that counts them."""
    print("all pass" if failures == 0 else f"{failures} failed")
    sys.exit(failures > 0)

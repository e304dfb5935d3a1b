"""`python -m verheal`. The order of the lines below matters: see `verheal.startup`."""

from verheal.startup import leave_current_directory

leave_current_directory()

from verheal.cli.main import main  # noqa: E402

if __name__ == "__main__":  # worker processes import this module again under another name
    raise SystemExit(main())

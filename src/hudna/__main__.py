"""`python -m hudna`."""

from hudna.cli import main

if __name__ == "__main__":
    main()

"""`python -m templates` writes the Word templates anew; what changed is then read in the difference."""

from templates.word import main

main()

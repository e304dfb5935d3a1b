"""Contracts that nobody has written: guessed from templates, thinned out by runs, proved like any other."""

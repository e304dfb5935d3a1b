"""Two versions of one function: do they do the same?"""

"""Reading a repository of Python into the metamodel (`model`), without importing any of it."""

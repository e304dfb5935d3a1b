"""Order theory of evidence: levels, points of the bilattice, states. Knows no Python code and no solver."""

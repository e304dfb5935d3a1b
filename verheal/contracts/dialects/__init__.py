"""Contracts from how people write them: asserts, PEP 316, icontract, deal."""

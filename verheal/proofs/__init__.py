"""What a verdict is and who may give one: claims, transcripts, evidence, the kernel. Knows no prover."""

"""三审三校: three reviews and three proofs, in order, by different people."""

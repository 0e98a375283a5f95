"""What a machine can see when it reads proofs: each finding has its place, what is wrong, what to do."""

"""Answers that move from one certification to another, by the links that somebody has read again, and by nothing else."""

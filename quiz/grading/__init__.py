"""The room of the grader: what a fair examiner says of a typed response."""

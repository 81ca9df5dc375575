"""The room of the self-test: what is remembered, what is asked next, and mock exams."""

"""The room of papers: a blueprint says what is wanted, and items become versions of a form."""

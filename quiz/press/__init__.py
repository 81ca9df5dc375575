"""What is printed: papers, their keys, and cards to cut out; as HTML, and as PDF."""

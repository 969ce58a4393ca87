"""Reading and mentions → claims: who is said to have done what, where, when, by whom."""

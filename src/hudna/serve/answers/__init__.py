"""From a shelf to the body of an answer: one module a family, HTTP left to the routes."""

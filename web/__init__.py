"""The windows: pages, GraphQL, SPARQL and linked data."""

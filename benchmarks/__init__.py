"""What the service costs: each module measures one thing, `python -m benchmarks.run` all of them."""

"""What every problem must look like."""

import json

MEMBERS = ["type", "title", "status", "detail", "code", "request_id"]


def read_problem(body, content_type, status):
    """The problem in body, after its shape has been checked."""
    problem = json.loads(body)

    assert content_type == "application/problem+json"
    assert list(problem)[: len(MEMBERS)] == MEMBERS
    assert problem["status"] == status
    assert problem["type"] == f"/openapi.json#/components/x-problems/{problem['code']}"
    for error in problem.get("errors", []):
        assert list(error) == ["pointer", "detail"]
    return problem

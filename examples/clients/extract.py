import sys

from news_metadata import Client
from news_metadata.api.default import extract
from news_metadata.models import Extraction, ExtractRequest

answer = extract.sync(client=Client(sys.argv[1]), body=ExtractRequest(text=sys.stdin.read()))
if not isinstance(answer, Extraction):
    sys.exit(answer.detail if answer else "no answer")
for source in answer.quoted_sources:
    for quote in source.quotes:
        print(f"{source.name}: {quote.text}")

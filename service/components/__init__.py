"""The components of the pipeline; importing this package registers every factory."""

import service.components.claims.annotate
import service.components.dateline.annotate
import service.components.encoder.annotate
import service.components.encoder.tokenizer
import service.components.organisations.annotate
import service.components.sources.annotate  # noqa: F401

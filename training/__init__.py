"""Making of the model: corpora in, `service/model` out. Imports service, never the other way round."""

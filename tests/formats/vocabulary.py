"""Whether linked data uses a vocabulary as the vocabulary says: its types, and what its properties join."""

from pathlib import Path

from rdflib import RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.plugins.parsers.jsonld import to_rdf

FOLDER = Path(__file__).parent / "vocabularies"
SCHEMA = Namespace("http://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")


def read_vocabulary(name):
    """The statements of a vocabulary."""
    return Graph().parse(FOLDER / f"{name}.nt", format="nt")


def read_graph(content, context):
    """The statements of JSON-LD, by a context that needs no network."""
    # Not Graph.parse, which goes through a class that rdflib itself warns of.
    graph = Graph()
    to_rdf({**content, "@context": context}, graph)
    return graph


def list_schema_org_faults(graph, vocabulary):
    """What in graph schema.org does not know, or would not join so, in words; empty where all is well."""
    faults = []
    for subject, name, value in graph:
        if name == RDF.type:
            if not list(vocabulary.objects(value, RDFS.subClassOf)):
                faults.append(f"no type: {value}")
            continue
        domains = set(vocabulary.objects(name, SCHEMA.domainIncludes))
        if not domains & types_of(graph, subject, vocabulary):
            faults.append(f"{name} is no property of {sorted(graph.objects(subject, RDF.type))}")
        ranges = set(vocabulary.objects(name, SCHEMA.rangeIncludes))
        if not ranges & types_of(graph, value, vocabulary):
            faults.append(f"{name} takes no {value!r}")
    return faults


def types_of(graph, node, vocabulary):
    """Every type that node has, supertypes included; of a literal the types of data that it may be."""
    if isinstance(node, Literal):
        python = node.toPython()
        if isinstance(python, int | float):
            return {SCHEMA.Number, SCHEMA.Integer, SCHEMA.Text, XSD.nonNegativeInteger}
        return {SCHEMA.Text, SCHEMA.Date}
    own = set(graph.objects(node, RDF.type))
    if not own and isinstance(node, URIRef):
        return {SCHEMA.URL}
    return {above for kind in own for above in vocabulary.transitive_objects(kind, RDFS.subClassOf)}


def list_web_annotation_faults(graph, vocabulary):
    """What in graph is not of the Web Annotation Vocabulary, in words; other vocabularies' terms are not looked at."""
    faults = []
    for subject, name, value in graph:
        for term in (name, value):
            if term in OA and not list(vocabulary.objects(term, RDF.type)):
                faults.append(f"no term: {term}")
        for relation, node in ((RDFS.domain, subject), (RDFS.range, value)):
            demanded = set(vocabulary.objects(name, relation)) - {XSD.string}
            if demanded and not demanded & (
                types_of(graph, node, vocabulary) | set(vocabulary.objects(node, RDF.type))
            ):
                faults.append(f"{name} joins no {node!r}")
    return faults

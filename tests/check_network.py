"""Reads a network file with somebody else's library and prints as JSON what it understood.

Used by tests/suite/network_files.rs, which knows what ought to be in the file: {"nodes": {id: facts}, "edges":
[[source, target, facts]]}. CSV is read with Python's own csv module.

Needs: python3-networkx, for DOT python3-pydot.
"""

import csv
import json
import sys

import networkx
from networkx.readwrite import gexf


def as_is(graph):
    """Nodes and edges of a networkx graph."""
    nodes = {str(node): facts for node, facts in graph.nodes(data=True)}
    edges = [[str(source), str(target), facts] for source, target, facts in graph.edges(data=True)]
    return nodes, edges


def plain(text):
    """A value of pydot without its quotes."""
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return text


def read(form, path):
    if form == "graphml":
        return as_is(networkx.read_graphml(path, force_multigraph=True))
    if form == "gexf":
        # Versions before 3.5 do not know the name of the third version, which differs in nothing that they read.
        gexf.GEXF.versions.setdefault(
            "1.3",
            dict(
                gexf.GEXF.versions["1.2draft"],
                NS_GEXF="http://gexf.net/1.3",
                NS_VIZ="http://gexf.net/1.3/viz",
                VERSION="1.3",
            ),
        )
        return as_is(networkx.read_gexf(path, version="1.3"))
    if form == "dot":
        nodes, edges = as_is(networkx.nx_pydot.read_dot(path))
        # pydot takes the end of the file for a node.
        nodes.pop("\\n", None)
        clean = lambda facts: {name: plain(str(value)) for name, value in facts.items()}
        return (
            {plain(node): clean(facts) for node, facts in nodes.items()},
            [[plain(source), plain(target), clean(facts)] for source, target, facts in edges],
        )
    with open(path, encoding="utf-8", newline="") as file:
        if form == "node-link":
            data = json.load(file)
            # Up to 3.3 the edges are called links.
            data["links"] = data.pop("edges")
            try:
                return as_is(networkx.node_link_graph(data, edges="links"))
            except TypeError:
                return as_is(networkx.node_link_graph(data))
        rows = list(csv.DictReader(file, strict=True))
        edges = [[row["source_id"], row["target_id"], row] for row in rows]
        return {}, edges


nodes, edges = read(sys.argv[1], sys.argv[2])
json.dump({"nodes": nodes, "edges": edges}, sys.stdout)

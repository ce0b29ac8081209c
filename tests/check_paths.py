"""Answers questions about graphs with somebody else's library and prints the answers as JSON.

Used by tests/suite/network_judge.rs, which compares them with the program's own. Reads from standard input {"graphs":
[{"nodes": count, "edges": [[a, b, cost]], "met": [node], "questions": [[from, to, count]], "communities": [[node]]}]}.
Nodes are numbers from 0, and 0 is the owner of the book: joined to those who were met.

Prints for each graph: "paths", the costs of the cheapest paths without a loop for each question; "steps", how many steps
each node is from the first question's beginning; "cuts", for each person without whom others fall apart the sizes of the
pieces; "lost", for each person how many the owner cannot reach without them; "alone", who is joined to nobody; and
"modularity", of the communities that were handed in and of those that Louvain's algorithm finds.

Needs: python3-networkx.
"""

import itertools
import json
import sys

import networkx
from networkx.algorithms import community


def costs(graph, source, target, count):
    if source == target or not networkx.has_path(graph, source, target):
        return []
    paths = networkx.shortest_simple_paths(graph, source, target, weight="cost")
    best = itertools.islice(paths, count)
    return [sum(graph[a][b]["cost"] for a, b in zip(path, path[1:])) for path in best]


def graph_of(question):
    graph = networkx.Graph()
    graph.add_nodes_from(range(question["nodes"]))
    for a, b, cost in question["edges"]:
        # Of several edges between two nodes the cheapest counts; nobody is joined to themselves.
        if a != b and cost < graph.get_edge_data(a, b, {"cost": float("inf")})["cost"]:
            graph.add_edge(a, b, cost=cost)
    return graph


def answer(question):
    graph = graph_of(question)
    people = graph.subgraph(node for node in graph if node != 0).copy()
    cuts = {}
    for person in networkx.articulation_points(people):
        piece = networkx.node_connected_component(people, person) - {person}
        rest = people.subgraph(piece)
        cuts[person] = sorted((len(part) for part in networkx.connected_components(rest)), reverse=True)
    reached = graph.copy()
    reached.add_edges_from((0, person) for person in question["met"])
    whole = networkx.node_connected_component(reached, 0)
    lost = {}
    for person in whole - {0}:
        without = reached.subgraph(node for node in reached if node != person)
        left = networkx.node_connected_component(without, 0)
        if len(whole) - 1 - len(left):
            lost[person] = len(whole) - 1 - len(left)
    found = {
        "paths": [costs(graph, *one) for one in question["questions"]],
        "cuts": cuts,
        "lost": lost,
        "alone": sorted(node for node in people if people.degree(node) == 0),
    }
    if question["questions"]:
        found["steps"] = networkx.single_source_shortest_path_length(graph, question["questions"][0][0])
    if question["communities"]:
        best = community.louvain_communities(people, weight=None, seed=1)
        found["modularity"] = [
            community.modularity(people, question["communities"], weight=None),
            community.modularity(people, best, weight=None),
        ]
    return found


json.dump([answer(graph) for graph in json.load(sys.stdin)["graphs"]], sys.stdout)

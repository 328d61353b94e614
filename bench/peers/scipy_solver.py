"""scipy_solver.py sparse|dense < INSTANCE

Solves one instance of solver.h with scipy and prints "feasible total wall_seconds cpu_seconds". The instance is binary, in the
machine's own byte order: four int64 (left nodes, right nodes, edges, perfect), then the four arrays of PeerInstance.
"""
import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix, hstack, identity
from scipy.sparse.csgraph import min_weight_full_bipartite_matching


def read(file):
    lefts, rights, edges, perfect = numpy.fromfile(file, numpy.int64, 4)
    begins = numpy.fromfile(file, numpy.int64, lefts + 1)
    ends = numpy.fromfile(file, numpy.uint32, edges).astype(numpy.int64)
    weights = numpy.fromfile(file, numpy.int64, edges)
    capacities = numpy.fromfile(file, numpy.int32, rights).astype(numpy.int64)
    return bool(perfect), begins, ends, weights, capacities


def with_places(begins, ends, weights, capacities):
    """A column for each place, never more of them than a right node has edges."""
    capacities = numpy.minimum(capacities, numpy.bincount(ends, minlength=len(capacities)))
    first = numpy.concatenate(([0], numpy.cumsum(capacities)))
    copies = capacities[ends]
    copies_before = numpy.concatenate(([0], numpy.cumsum(copies)))
    nth_copy = numpy.arange(copies_before[-1]) - numpy.repeat(copies_before[:-1], copies)
    columns = numpy.repeat(first[ends], copies) + nth_copy
    shape = (len(begins) - 1, first[-1])
    return csr_matrix((numpy.repeat(weights, copies), columns, copies_before[begins]), shape)


def timed(solve):
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        answer = solve()
    except ValueError as error:  # "no full matching exists"; anything else is a fault.
        if "full matching" not in str(error):
            raise
        answer = None
    return answer, time.perf_counter() - wall, time.process_time() - cpu


def solve_sparse(perfect, begins, ends, weights, capacities):
    """To scipy a weight of 0 is no edge, so all of them are raised above 0, and by as much again the total is too large."""
    raised = 1 - (int(weights.min()) if perfect and len(weights) else 0)
    matrix = with_places(begins, ends, weights + raised, capacities)
    lefts = matrix.shape[0]
    if not perfect:  # Nobody is forced: each left node has a column of its own that is worth nothing.
        matrix.data[matrix.data < raised] = 0
        matrix.eliminate_zeros()
        matrix = csr_matrix(hstack([matrix, raised * identity(lefts, dtype=numpy.int64)]))
    as_floats = matrix.astype(numpy.float64)
    if perfect and matrix.shape[1] < lefts:
        return None, 0.0, 0.0
    answer, wall, cpu = timed(lambda: min_weight_full_bipartite_matching(as_floats, maximize=True))
    return answer and int(matrix[answer].sum()) - lefts * raised, wall, cpu


def solve_dense(perfect, begins, ends, weights, capacities):
    lefts = len(begins) - 1
    matrix = numpy.zeros((lefts, len(capacities)), numpy.int64)
    matrix[numpy.repeat(numpy.arange(lefts), numpy.diff(begins)), ends] = weights
    as_floats = matrix.astype(numpy.float64)
    answer, wall, cpu = timed(lambda: linear_sum_assignment(as_floats, maximize=True))
    return int(matrix[answer].sum()), wall, cpu


solve = {"sparse": solve_sparse, "dense": solve_dense}[sys.argv[1]]
total, wall, cpu = solve(*read(sys.stdin.buffer))
print(int(total is not None), total or 0, repr(wall), repr(cpu))

// Writes the instance to a file without a name, which is the standard input of a Python that solves it and prints the answer.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <string>

#include "peers/solver.h"

namespace jobcarve::bench {
namespace {

[[noreturn]] void Fail(const char* what) {
  perror(what);
  _exit(EXIT_FAILURE);
}

template <typename T>
void Write(FILE* file, const T* items, size_t count) {
  if (fwrite(items, sizeof(T), count, file) != count) {
    Fail("writing the instance for scipy");
  }
}

void WriteInstance(FILE* file, const PeerInstance& instance) {
  const size_t edge_count = instance.edge_count();
  const size_t header[] = {instance.left_count, instance.right_count, edge_count, instance.is_perfect ? size_t{1} : size_t{0}};
  Write(file, header, 4);
  Write(file, instance.row_begins, instance.left_count + 1);
  Write(file, instance.rights, edge_count);
  Write(file, instance.weights, edge_count);
  Write(file, instance.capacities, instance.right_count);
  rewind(file);
}

PeerAnswer SolveByScipy(const char* form, const PeerInstance& instance) {
  FILE* file = tmpfile();
  if (file == nullptr) {
    Fail("a file for scipy");
  }
  WriteInstance(file, instance);
  if (dup2(fileno(file), STDIN_FILENO) < 0) {
    Fail("the standard input for scipy");
  }
  const std::string command = std::string("exec '" JOBCARVE_SCIPY_PYTHON "' '" JOBCARVE_SCIPY_SCRIPT "' ") + form;
  FILE* output = popen(command.c_str(), "r");
  if (output == nullptr) {
    Fail("starting Python");
  }
  int is_feasible = 0;
  PeerAnswer answer;
  long long total = 0;
  const int read = fscanf(output, "%d %lld %lf %lf", &is_feasible, &total, &answer.seconds.wall, &answer.seconds.cpu);
  if (pclose(output) != 0 || read != 4) {
    Fail("scipy");
  }
  answer.is_feasible = is_feasible != 0;
  answer.total = total;
  return answer;
}

}  // namespace

PeerAnswer SolveByScipySparse(const PeerInstance& instance) {
  return SolveByScipy("sparse", instance);
}

PeerAnswer SolveByScipyDense(const PeerInstance& instance) {
  return SolveByScipy("dense", instance);
}

}  // namespace jobcarve::bench

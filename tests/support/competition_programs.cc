#include "support/competition_programs.h"

#include <glpk.h>

#include <cmath>
#include <utility>
#include <vector>

namespace jobcarve::test {
namespace {

// A program that is built row by row and maximised.
class Program {
 public:
  Program() : program_(glp_create_prob()) { glp_set_obj_dir(program_, GLP_MAX); }
  ~Program() { glp_delete_prob(program_); }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  int AddBinary(int64_t value) {
    const int column = glp_add_cols(program_, 1);
    glp_set_col_kind(program_, column, GLP_BV);
    glp_set_obj_coef(program_, column, static_cast<double>(value));
    return column;
  }

  // sum of factor x column <= limit.
  void AddRow(const std::vector<std::pair<int, int64_t>>& terms, int64_t limit) {
    std::vector<int> columns = {0};  // GLPK counts from 1.
    std::vector<double> factors = {0};
    for (const auto& [column, factor] : terms) {
      columns.push_back(column);
      factors.push_back(static_cast<double>(factor));
    }
    const int row = glp_add_rows(program_, 1);
    glp_set_row_bnds(program_, row, GLP_UP, 0, static_cast<double>(limit));
    glp_set_mat_row(program_, row, static_cast<int>(terms.size()), columns.data(), factors.data());
  }

  ProgramAnswer Solve(int seconds, const std::string& path) {
    glp_term_out(GLP_OFF);
    if (!path.empty()) {
      glp_write_lp(program_, nullptr, path.c_str());
    }
    glp_iocp limits;
    glp_init_iocp(&limits);
    limits.presolve = GLP_ON;
    limits.gmi_cuts = GLP_ON;
    limits.cov_cuts = GLP_ON;
    limits.tm_lim = seconds * 1000;
    limits.cb_info = &bound_;
    limits.cb_func = [](glp_tree* its_tree, void* bound) {
      if (const int node = glp_ios_best_node(its_tree); node != 0) {
        *static_cast<double*>(bound) = glp_ios_node_bound(its_tree, node);
      }
    };

    const int ended = glp_intopt(program_, &limits);
    const int64_t value = glp_mip_status(program_) == GLP_UNDEF ? 0 : std::llround(glp_mip_obj_val(program_));
    const bool is_optimal = ended == 0 && glp_mip_status(program_) == GLP_OPT;
    return {.value = value, .bound = is_optimal ? value : static_cast<int64_t>(std::ceil(bound_))};
  }

 private:
  glp_prob* program_;
  double bound_ = 1e18;
};

using Terms = std::vector<std::pair<int, int64_t>>;

// The tasks, ways and window of one agent at one work.
void AddPair(const CarvingMarket& market, AgentIndex agent, size_t work, Program& program, Terms& its_ways,
             std::vector<Terms>& by_task) {
  const CarvingMarket::Pair& pair = market.pair(agent, work);
  std::vector<int> ways;
  for (const CarvingMarket::Way& way : pair.ways) {
    ways.push_back(program.AddBinary(-way.cost));
    its_ways.push_back({ways.back(), 1});
  }
  Terms least;
  Terms most;
  for (const int way : ways) {
    least.push_back({way, market.hours(agent).low});
    most.push_back({way, -market.hours(agent).high});
  }
  for (const Interest& interest : market.Interests(agent, work)) {
    const size_t task = interest.resource.value() - pair.pool * market.spec().pool_size;
    const int column = program.AddBinary(pair.values[task]);
    by_task[interest.resource.value()].push_back({column, 1});
    least.push_back({column, -market.units(interest.resource)});
    most.push_back({column, market.units(interest.resource)});
    Terms doable = {{column, 1}};
    for (size_t way = 0; way < ways.size(); ++way) {
      if (pair.ways[way].is_doable[task]) {
        doable.push_back({ways[way], -1});
      }
    }
    program.AddRow(doable, 0);
  }
  program.AddRow(least, 0);
  program.AddRow(most, 0);
}

}  // namespace

ProgramAnswer SolveProgram(const ListedBundles& bundles, int seconds) {
  Program program;
  std::vector<Terms> by_resource(bundles.capacities().size());
  for (const AgentIndex agent : IndexRange<AgentIndex>(bundles.agent_count())) {
    Terms its;
    for (size_t work = 0; work < bundles.work_count(agent); ++work) {
      for (const Bundle& bundle : bundles.Of(agent, work)) {
        const int column = program.AddBinary(bundle.value);
        its.push_back({column, 1});
        for (const Use& use : bundle.uses) {
          by_resource[use.resource.value()].push_back({column, use.amount});
        }
      }
    }
    program.AddRow(its, 1);
  }
  for (size_t r = 0; r < by_resource.size(); ++r) {
    program.AddRow(by_resource[r], bundles.capacities()[r]);
  }
  return program.Solve(seconds, "");
}

ProgramAnswer SolveProgram(const CarvingMarket& market, int seconds, const std::string& path) {
  Program program;
  std::vector<Terms> by_task(market.capacities().size());
  for (const AgentIndex agent : IndexRange<AgentIndex>(market.agent_count())) {
    Terms its_ways;
    for (size_t work = 0; work < market.work_count(agent); ++work) {
      AddPair(market, agent, work, program, its_ways, by_task);
    }
    program.AddRow(its_ways, 1);
  }
  for (size_t task = 0; task < by_task.size(); ++task) {
    program.AddRow(by_task[task], market.capacities()[task]);
  }
  return program.Solve(seconds, path);
}

}  // namespace jobcarve::test

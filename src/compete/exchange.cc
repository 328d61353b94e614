// Iterated local search. In a round each member has one neighbourhood searched. Those of a batch are searched side by side, each
// against the choices before the batch; then improvements are taken over in turn, but for those that no longer fit. The size of a
// batch depends on the component alone, so the number of threads changes nothing. After some rounds without an improvement a few
// members lose what they hold, and the rounds go on from there, until that has led to nothing better many times; the best
// selection met is kept (H. R. Lourenco, O. C. Martin, T. Stutzle, "Iterated local search", 2003). Tested by
// tests/compete/compete_oracle_test.cc.
#include "compete/exchange.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::compete {
namespace {

constexpr size_t kMembersPerSearch = 32;  // In a component, for each search of a batch: then they seldom meet.
constexpr size_t kMaxBatch = 32;
constexpr int kMaxIdleRounds = 3;
constexpr int kMaxFruitless = 25;  // Times that the search sets out anew without meeting a better selection.
constexpr int64_t kLosersPermille = 300;
constexpr int64_t kSeeds = int64_t{1} << 60;

class Exchanging {
 public:
  Exchanging(const Contest& contest, std::span<const Member> members, const ExchangeLimits& limits, const RunControl& run,
             Columns& columns, Desks& desks, State& state)
      : members_(members),
        limits_(limits),
        run_(run),
        columns_(columns),
        desks_(desks),
        state_(state),
        neighbourhoods_(contest, members, columns, state),
        batch_(std::clamp<size_t>(members.size() / kMembersPerSearch, 1, kMaxBatch)),
        rng_(limits.seed),
        searches_left_(limits.searches) {}

  absl::Status Run() {
    Selection best = Choices();
    std::vector<size_t> order(members_.size());
    std::iota(order.begin(), order.end(), size_t{0});
    int idle = 0;
    int fruitless = 0;
    while (searches_left_ > 0 && fruitless <= kMaxFruitless && ValueOf(best) < limits_.bound) {
      const int64_t before = ValueOf(Choices());
      rng_.Shuffle(order);
      JOBCARVE_RETURN_IF_ERROR(SearchRound(order));
      Selection after = Choices();
      idle = ValueOf(after) > before ? 0 : idle + 1;
      if (ValueOf(after) > ValueOf(best)) {
        best = std::move(after);
        fruitless = 0;
      }
      if (idle == kMaxIdleRounds) {
        Choose(WithoutSome(Choices()));
        idle = 0;
        ++fruitless;
      }
    }
    Choose(std::move(best));
    return absl::OkStatus();
  }

 private:
  Selection Choices() const {
    Selection choices;
    for (const Member& member : members_) {
      choices.push_back(state_.choices[member.agent.value()]);
    }
    return choices;
  }

  void Choose(Selection choices) {
    for (size_t i = 0; i < choices.size(); ++i) {
      Rechoose(members_[i].agent, std::move(choices[i]), state_);
    }
  }

  // Where bundles make room for each other, a half may not be feasible without the other; then nobody keeps anything.
  Selection WithoutSome(Selection choices) {
    for (std::optional<Offer>& choice : choices) {
      if (rng_.Chance(kLosersPermille)) {
        choice.reset();
      }
    }
    Selection before = Choices();
    Choose(choices);
    const bool is_feasible = std::all_of(choices.begin(), choices.end(), [&](const auto& choice) { return HasRoom(choice); }) &&
                             std::all_of(before.begin(), before.end(), [&](const auto& choice) { return HasRoom(choice); });
    return is_feasible ? choices : Selection(choices.size());
  }

  bool HasRoom(const std::optional<Offer>& offer) const {
    return !offer.has_value() || std::all_of(offer->bundle.uses.begin(), offer->bundle.uses.end(),
                                             [&](const Use& use) { return state_.room[use.resource.value()] >= 0; });
  }

  absl::Status SearchRound(std::span<const size_t> order) {
    for (size_t begin = 0; begin < order.size() && searches_left_ > 0; begin += batch_) {
      JOBCARVE_RETURN_IF_ERROR(SearchBatch(order.subspan(begin, std::min(batch_, order.size() - begin))));
    }
    return absl::OkStatus();
  }

  absl::Status SearchBatch(std::span<const size_t> batch) {
    searches_left_ -= std::ssize(batch);
    const uint64_t seed = static_cast<uint64_t>(rng_.Below(kSeeds));
    std::vector<absl::StatusOr<std::optional<Improvement>>> found(batch.size(), std::nullopt);
    const RunControl alone = {.threads = 1, .deadline = run_.deadline, .cancel = run_.cancel};
    const RunControl together = {
        .threads = batch.size() > 1 ? run_.threads : 1, .deadline = run_.deadline, .cancel = run_.cancel};
    JOBCARVE_RETURN_IF_ERROR(ParallelFor(std::ssize(batch), "compete", together, [&](int64_t i) {
      const size_t position = static_cast<size_t>(i);
      std::unique_ptr<Desk> desk = desks_.Take();
      found[position] = neighbourhoods_.Search(batch[position], Rng(seed + position), alone, *desk);
      desks_.Return(std::move(desk));
    }));
    for (absl::StatusOr<std::optional<Improvement>>& improvement : found) {
      JOBCARVE_RETURN_IF_ERROR(improvement.status());
      if (improvement->has_value()) {
        TakeOver(**std::move(improvement));
      }
    }
    return absl::OkStatus();
  }

  // Unless an improvement of the same batch was faster.
  void TakeOver(Improvement improvement) {
    Selection before;
    for (size_t i = 0; i < improvement.agents.size(); ++i) {
      before.push_back(state_.choices[improvement.agents[i].value()]);
      Rechoose(improvement.agents[i], improvement.choices[i], state_);
    }
    bool is_better = ValueOf(improvement.choices) > ValueOf(before);
    for (size_t i = 0; i < before.size(); ++i) {
      is_better = is_better && HasRoom(before[i]) && HasRoom(improvement.choices[i]);
    }
    for (size_t i = 0; i < before.size(); ++i) {
      const AgentIndex agent = improvement.agents[i];
      if (!is_better) {
        Rechoose(agent, std::move(before[i]), state_);
      } else if (improvement.choices[i].has_value()) {
        columns_.Keep(state_.member[agent.value()], improvement.choices[i]->work, improvement.choices[i]->bundle);
      }
    }
  }

  const std::span<const Member> members_;
  const ExchangeLimits& limits_;
  const RunControl& run_;
  Columns& columns_;
  Desks& desks_;
  State& state_;
  const Neighbourhoods neighbourhoods_;
  const size_t batch_;
  Rng rng_;
  int64_t searches_left_;
};

}  // namespace

absl::Status Exchange(const Contest& contest, std::span<const Member> members, const ExchangeLimits& limits,
                      const RunControl& run, Columns& columns, Desks& desks, State& state) {
  return Exchanging(contest, members, limits, run, columns, desks, state).Run();
}

}  // namespace jobcarve::compete

// Tested by tests/compete/compete_oracle_test.cc.
#include "compete/columns.h"

namespace jobcarve::compete {
namespace {

// FNV-1a over whole words: the same on every platform. Equal hashes are followed by a comparison.
uint64_t HashOf(size_t work, const Bundle& bundle) {
  uint64_t hash = 0xcbf29ce484222325U;
  const auto mix = [&hash](uint64_t word) { hash = (hash ^ word) * 0x100000001b3U; };
  mix(work);
  for (const Use& use : bundle.uses) {
    mix(use.resource.value());
    mix(static_cast<uint64_t>(use.amount));
  }
  return hash;
}

}  // namespace

void Columns::Keep(size_t member, size_t work, const Bundle& bundle) {
  const uint64_t hash = HashOf(work, bundle);
  std::vector<Column>& columns = columns_[member];
  for (size_t i = 0; i < columns.size(); ++i) {
    if (hashes_[member][i] == hash && columns[i].work == work && columns[i].bundle.uses == bundle.uses) {
      if (columns[i].bundle.value < bundle.value) {
        columns[i].bundle = bundle;
      }
      return;
    }
  }
  columns.push_back({.work = work, .bundle = bundle});
  hashes_[member].push_back(hash);
}

}  // namespace jobcarve::compete

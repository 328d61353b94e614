// arguments.h: how every command reads its words, so that all of them look and fail alike. Example: command.h.
//
// Flags are `--name VALUE` or `--name=VALUE`, never abbreviated, each at most once unless it fills a list. Errors are
// InvalidArgument and name the flag, what was found and what is allowed. `--help` prints a page on the standard output.
#ifndef JOBCARVE_CLI_ARGUMENTS_H_
#define JOBCARVE_CLI_ARGUMENTS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"

namespace jobcarve::cli {

enum class Parsed {
  kRun,   // The targets are filled; go on.
  kHelp,  // The page has been printed; the command is done.
};

// Whole numbers from low to high, both included.
struct Range {
  int64_t low = 0;
  int64_t high = INT64_MAX;
};

class Arguments {
 public:
  struct Place {
    std::string value;  // What stands there, in capitals: "MARKET".
    std::string help;
  };
  struct Flag {
    std::string name;   // Without the dashes.
    std::string value;  // What follows it, in capitals: "PLAN".
    std::string help;
    bool is_required = false;
  };
  struct Switch {
    std::string name;  // Without the dashes.
    std::string help;
  };
  // A word that can be given, and what it means.
  template <typename T>
  using Words = std::vector<std::pair<std::string, T>>;

  // `paragraph` says what the command does and what comes out, for people.
  Arguments(absl::string_view command, absl::string_view paragraph) : command_(command), paragraph_(paragraph) {}

  // Targets keep their value, the default, unless their flag is given; they must live until Parse has returned.
  void Positional(Place place, std::string* target);
  void Positionals(Place place, std::vector<std::string>* target);  // The rest of the line, at least one; declared last.
  void Option(Flag flag, std::string* target);
  void Option(Flag flag, std::vector<std::string>* target);  // May be given several times.
  void Option(Flag flag, int64_t* target, Range range);
  void Option(Flag flag, int* target, Range range);
  void Option(Switch flag, bool* target);
  template <typename T>
  void Choice(Flag flag, T* target, Words<T> words);

  // A line that can be typed as it stands.
  void Example(absl::string_view line) { examples_.emplace_back(line); }

  absl::StatusOr<Parsed> Parse(const std::vector<std::string>& words) const;

  // The page that --help prints.
  std::string Help() const;

  // What a declaration above has noted; only arguments.cc looks into it.
  using Setter = std::function<absl::Status(const std::string& value)>;
  struct Declared {
    Flag flag;  // For a positional, `name` is empty.
    Setter set;
    bool is_repeatable = false;
    bool is_switch = false;
  };

 private:
  void Declare(Flag flag, Setter set) { flags_.push_back({.flag = std::move(flag), .set = std::move(set)}); }
  const Declared* Find(absl::string_view name) const;
  absl::Status FillFlag(const Declared& declared, const std::vector<std::string>& values) const;
  absl::Status FillPositionals(const std::vector<std::string>& values) const;
  std::vector<std::string> FlagNames() const;

  std::string command_;
  std::string paragraph_;
  std::vector<std::string> examples_;
  std::vector<Declared> positionals_;
  std::vector<Declared> flags_;
};

// ------------------------------------------------------------------------------------------------ implementation

template <typename T>
void Arguments::Choice(Flag flag, T* target, Words<T> words) {
  const auto append_word = [](std::string* out, const std::pair<std::string, T>& word) { out->append(word.first); };
  const std::string allowed = absl::StrJoin(words, ", ", append_word);
  absl::StrAppend(&flag.help, ": ", allowed);
  Declare(std::move(flag), [target, allowed, words = std::move(words)](const std::string& value) -> absl::Status {
    for (const std::pair<std::string, T>& word : words) {
      if (word.first == value) {
        *target = word.second;
        return absl::OkStatus();
      }
    }
    return absl::InvalidArgumentError(absl::StrCat("'", value, "' is none of ", allowed));
  });
}

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_ARGUMENTS_H_

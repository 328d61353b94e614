// Boost.Program_options splits the words and lays out the page; what a value may be is decided here, so that every error
// reads the same. Tested by tests/cli/arguments_test.cc.
#include "cli/arguments.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <cstddef>
#include <iostream>
#include <map>
#include <sstream>

#include "absl/strings/numbers.h"
#include "cli/nearest.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::cli {
namespace {

namespace po = boost::program_options;

constexpr unsigned kPageWidth = 100;
// Abbreviated flags would break scripts on the day a longer flag is added.
constexpr int kStyle = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;

absl::Status InvalidNumber(absl::string_view value, const Range& range) {
  return absl::InvalidArgumentError(absl::StrCat("'", value, "' is not a whole number in [", range.low, ", ", range.high, "]"));
}

template <typename Integer>
auto NumberSetter(Integer* target, Range range) {
  return [target, range](const std::string& value) -> absl::Status {
    int64_t number = 0;
    if (!absl::SimpleAtoi(value, &number) || number < range.low || number > range.high) {
      return InvalidNumber(value, range);
    }
    *target = static_cast<Integer>(number);
    return absl::OkStatus();
  };
}

po::options_description DescriptionOf(const std::vector<Arguments::Declared>& flags) {
  po::options_description description("Flags", kPageWidth);
  for (const Arguments::Declared& declared : flags) {
    const Arguments::Flag& flag = declared.flag;
    if (declared.is_switch) {
      description.add_options()(flag.name.c_str(), flag.help.c_str());
    } else {
      description.add_options()(flag.name.c_str(), po::value<std::string>()->value_name(flag.value), flag.help.c_str());
    }
  }
  description.add_options()("help", "prints this page");
  return description;
}

// What stood on the line: values by flag, and the words that belong to no flag.
struct Line {
  std::map<std::string, std::vector<std::string>> values;
  std::vector<std::string> positionals;
};

absl::StatusOr<Line> SplitLine(const std::vector<std::string>& words, const po::options_description& description,
                               const std::vector<std::string>& flag_names) {
  try {
    Line line;
    for (const po::option& option : po::command_line_parser(words).options(description).style(kStyle).run().options) {
      if (option.position_key >= 0) {
        line.positionals.insert(line.positionals.end(), option.value.begin(), option.value.end());
        continue;
      }
      std::vector<std::string>& values = line.values[option.string_key];
      values.push_back(option.value.empty() ? "" : option.value.front());
    }
    return line;
  } catch (const po::unknown_option& error) {
    const std::string name = error.get_option_name();
    return absl::InvalidArgumentError(absl::StrCat("there is no flag ", name, DidYouMean(name, flag_names)));
  } catch (const po::error& error) {
    return absl::InvalidArgumentError(error.what());
  }
}

absl::Status Prefixed(absl::string_view where, const absl::Status& status) {
  return status.ok() ? status : absl::Status(status.code(), absl::StrCat(where, ": ", status.message()));
}

}  // namespace

void Arguments::Positional(Place place, std::string* target) {
  const auto set = [target](const std::string& value) { return *target = value, absl::OkStatus(); };
  positionals_.push_back({.flag = {.name = "", .value = place.value, .help = place.help}, .set = set});
}

void Arguments::Positionals(Place place, std::vector<std::string>* target) {
  const auto set = [target](const std::string& value) { return target->push_back(value), absl::OkStatus(); };
  positionals_.push_back({.flag = {.name = "", .value = place.value, .help = place.help}, .set = set, .is_repeatable = true});
}

void Arguments::Option(Flag flag, std::string* target) {
  Declare(std::move(flag), [target](const std::string& value) { return *target = value, absl::OkStatus(); });
}

void Arguments::Option(Flag flag, std::vector<std::string>* target) {
  Declare(std::move(flag), [target](const std::string& value) { return target->push_back(value), absl::OkStatus(); });
  flags_.back().is_repeatable = true;
}

void Arguments::Option(Flag flag, int64_t* target, Range range) {
  Declare(std::move(flag), NumberSetter(target, range));
}

void Arguments::Option(Flag flag, int* target, Range range) {
  Declare(std::move(flag), NumberSetter(target, range));
}

void Arguments::Option(Switch flag, bool* target) {
  const auto set = [target](const std::string&) { return *target = true, absl::OkStatus(); };
  flags_.push_back({.flag = {.name = flag.name, .value = "", .help = flag.help}, .set = set, .is_switch = true});
}

const Arguments::Declared* Arguments::Find(absl::string_view name) const {
  const auto has_name = [name](const Declared& declared) { return declared.flag.name == name; };
  const auto found = std::find_if(flags_.begin(), flags_.end(), has_name);
  return found == flags_.end() ? nullptr : &*found;
}

std::vector<std::string> Arguments::FlagNames() const {
  std::vector<std::string> names = {"--help"};
  for (const Declared& declared : flags_) {
    names.push_back(absl::StrCat("--", declared.flag.name));
  }
  return names;
}

absl::Status Arguments::FillFlag(const Declared& declared, const std::vector<std::string>& values) const {
  const std::string name = absl::StrCat("--", declared.flag.name);
  if (values.empty() && declared.flag.is_required) {
    return absl::InvalidArgumentError(absl::StrCat(name, " ", declared.flag.value, " is missing: ", declared.flag.help));
  }
  if (values.size() > 1 && !declared.is_repeatable) {
    return absl::InvalidArgumentError(absl::StrCat(name, " is given ", values.size(), " times"));
  }
  for (const std::string& value : values) {
    JOBCARVE_RETURN_IF_ERROR(Prefixed(name, declared.set(value)));
  }
  return absl::OkStatus();
}

absl::Status Arguments::FillPositionals(const std::vector<std::string>& values) const {
  for (size_t i = 0; i < std::max(values.size(), positionals_.size()); ++i) {
    if (i >= values.size()) {
      return absl::InvalidArgumentError(absl::StrCat(positionals_[i].flag.value, " is missing: ", positionals_[i].flag.help));
    }
    const bool is_rest = !positionals_.empty() && positionals_.back().is_repeatable && i >= positionals_.size();
    if (i >= positionals_.size() && !is_rest) {
      return absl::InvalidArgumentError(absl::StrCat("'", values[i], "' is one word too many"));
    }
    const Declared& declared = is_rest ? positionals_.back() : positionals_[i];
    JOBCARVE_RETURN_IF_ERROR(Prefixed(declared.flag.value, declared.set(values[i])));
  }
  return absl::OkStatus();
}

absl::StatusOr<Parsed> Arguments::Parse(const std::vector<std::string>& words) const {
  JOBCARVE_ASSIGN_OR_RETURN(const Line line, SplitLine(words, DescriptionOf(flags_), FlagNames()));
  if (line.values.count("help") > 0) {
    std::cout << Help() << std::flush;
    return Parsed::kHelp;
  }
  JOBCARVE_RETURN_IF_ERROR(FillPositionals(line.positionals));
  for (const Declared& declared : flags_) {
    const auto values = line.values.find(declared.flag.name);
    JOBCARVE_RETURN_IF_ERROR(FillFlag(declared, values == line.values.end() ? std::vector<std::string>() : values->second));
  }
  return Parsed::kRun;
}

std::string Arguments::Help() const {
  std::ostringstream page;
  page << "Usage: jobcarve " << command_;
  for (const Declared& declared : positionals_) {
    page << ' ' << declared.flag.value << (declared.is_repeatable ? "..." : "");
  }
  for (const Declared& declared : flags_) {
    if (declared.flag.is_required) {
      page << " --" << declared.flag.name << ' ' << declared.flag.value;
    }
  }
  page << " [flags]\n\n" << paragraph_ << "\n\n";
  for (const Declared& declared : positionals_) {
    page << "  " << declared.flag.value << ": " << declared.flag.help << "\n";
  }
  page << (positionals_.empty() ? "" : "\n");
  page << DescriptionOf(flags_);
  for (const std::string& example : examples_) {
    page << "\nExample: " << example << "\n";
  }
  return page.str();
}

}  // namespace jobcarve::cli

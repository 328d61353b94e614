// market_io.h: markets, options and plans from and to files and protobuf. The only module that sees protobuf.
//
//   JOBCARVE_ASSIGN_OR_RETURN(const Market market, io::ReadMarket("hospital.json"));
//   ...
//   JOBCARVE_RETURN_IF_ERROR(io::WritePlan("hospital.plan.json", plan));
//
// The format follows the file's ending: .json, .txtpb (text), .pb (binary). Unknown fields are refused.
// Errors: InvalidArgument or NotFound that begins with the path and says where in the file and what is wrong; never a crash,
// whatever the bytes. Reading checks form only (types, enum names, dates, encodings); Validate checks sense. Deterministic: the
// same value gives the same bytes.
#ifndef JOBCARVE_IO_MARKET_IO_H_
#define JOBCARVE_IO_MARKET_IO_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "jobcarve/model/market.h"
#include "jobcarve/model/options.h"
#include "jobcarve/plan/frontier.h"
#include "jobcarve/plan/inquiry.h"
#include "jobcarve/plan/plan.h"

namespace jobcarve::io {

enum class Format { kJson, kText, kBinary };

// By the ending of the path; InvalidArgument naming the three endings otherwise.
absl::StatusOr<Format> FormatOf(absl::string_view path);

absl::StatusOr<Market> ParseMarket(absl::string_view contents, Format format);
absl::StatusOr<std::string> FormatMarket(const Market& market, Format format);
absl::StatusOr<SolveOptions> ParseOptions(absl::string_view contents, Format format);
absl::StatusOr<std::string> FormatOptions(const SolveOptions& options, Format format);  // Every field present.
absl::StatusOr<Plan> ParsePlan(absl::string_view contents, Format format);
absl::StatusOr<std::string> FormatPlan(const Plan& plan, Format format);
absl::StatusOr<std::string> FormatPairAnswer(const PairAnswer& answer, Format format);
absl::StatusOr<std::string> FormatFrontier(const Frontier& frontier, Format format);
absl::StatusOr<std::string> FormatInquiries(const Inquiries& inquiries, Format format);

absl::StatusOr<Market> ReadMarket(const std::string& path);
absl::Status WriteMarket(const std::string& path, const Market& market);
absl::StatusOr<SolveOptions> ReadOptions(const std::string& path);
absl::StatusOr<Plan> ReadPlan(const std::string& path);
absl::Status WritePlan(const std::string& path, const Plan& plan);

// SHA-256 of the market's deterministic binary encoding, 64 hexadecimal digits: the same for the same market in any of the
// formats.
std::string Fingerprint(const Market& market);

}  // namespace jobcarve::io

#endif  // JOBCARVE_IO_MARKET_IO_H_

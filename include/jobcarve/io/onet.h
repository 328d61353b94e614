// onet.h: a market out of O*NET tables and a list of jobs.
//
//   JOBCARVE_ASSIGN_OR_RETURN(const io::OnetTables tables, io::ReadOnetTables({.directory = "db_29_3_text"}));
//   JOBCARVE_ASSIGN_OR_RETURN(const std::vector<io::JobPost> posts, io::ReadJobPosts("jobs.csv"));
//   JOBCARVE_ASSIGN_OR_RETURN(io::OnetImport import, io::ImportOnet(tables, posts, {.title = "Ours", .as_of = "2026-11-02"}));
//
// O*NET says which tasks an occupation has and how much of each ability it needs; it says neither how long a task takes nor
// what each single task needs. Those figures are computed here, by rules that src/io/onet_mapping.h writes down, and each says
// so in its `source`: a level the tables publish is STATED, one computed from importance is IMPUTED; minutes computed from task
// ratings are IMPUTED, minutes for want of anything better are PRIOR. An employer's own figures always beat them.
//
// Two layouts of the tables are read: the text release (tab-separated, "Task Statements.txt") and a plain one ("tasks.tsv");
// src/io/onet_tables.cc lists both names of every table and column.
// Errors: InvalidArgument or NotFound that says where ("tasks.tsv line 12: ..."), what was found and what is allowed.
// Deterministic: the same files give the same market, byte for byte. O(size of the tables + tasks of the jobs x links).
#ifndef JOBCARVE_IO_ONET_H_
#define JOBCARVE_IO_ONET_H_

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "jobcarve/base/units.h"
#include "jobcarve/model/market.h"

namespace jobcarve::io {

struct OnetPaths {
  std::string directory;  // Where the tables are.
  // Where tables are looked for that `directory` does not have (work context, work activities). Empty: the folder
  // "onet_18_1_context" beside `directory`, if there is one.
  std::string context_directory;
  // Which abilities become dimensions, under which heading. Empty: "engine_mapping/dimensions.tsv" beside `directory`, if there
  // is one; else every ability of the content model.
  std::string dimensions_path;
};

// How many workers in a hundred say that they do a task, and how often.
struct OnetTaskRating {
  double relevance = 0;                  // Scale RT, 0..100.
  std::array<double, 7> frequency = {};  // Scale FT: percent in each of the classes "yearly or less" .. "hourly or more".
};

struct OnetTask {
  std::string id;
  std::string text;
  bool is_core = false;
  std::vector<std::string> activity_ids;  // Work activities ("4.A.3.b.6") of its detailed ones; ascending, no repeats.
  std::optional<OnetTaskRating> rating;
};

// Ratings by element id; what is not rated is not there.
struct OnetOccupation {
  std::string title;
  std::vector<OnetTask> tasks;                        // In the order of the table.
  std::map<std::string, double> ability_importance;   // 1..5.
  std::map<std::string, double> ability_level;        // 0..7; 0 where the tables say "not relevant".
  std::map<std::string, double> activity_importance;  // 1..5.
  std::map<std::string, double> context;              // Mean answer, 1..5.
  std::optional<Level> job_zone;                      // Preparation usually needed, 1..5.
};

// An ability or a work-context item that becomes a dimension.
struct OnetElement {
  std::string id;  // "1.A.1.a.1" or "4.C.2.b.1.a".
  std::string name;
  std::string group;
  std::map<double, std::string> anchors;  // Texts by level 0..7 or by answer 1..5; may be empty.
};

struct OnetTables {
  std::map<std::string, OnetOccupation> occupations;                      // By code ("43-4171.00").
  std::map<std::string, std::vector<std::string>> abilities_by_activity;  // Published links; ascending.
  std::vector<OnetElement> elements;                                      // By id.
};

absl::StatusOr<OnetTables> ReadOnetTables(const OnetPaths& paths);

// One line of the jobs file.
struct JobPost {
  std::string where;  // "jobs.csv line 4", for messages.
  std::string occupation;
  std::string id;
  std::string title;
  std::string employer;
  std::string site;
  std::optional<Location> location;
  int64_t openings = 0;
  Minutes weekly_minutes;
  Pence pay_per_hour;
  std::optional<Pence> carved_pay_per_hour;
  Minutes min_role_minutes;
  std::vector<Form> forms;
  std::vector<CoWorker> co_workers;
  std::string earliest_start;
  std::string latest_start;
};

// The jobs of a file: .csv (commas, "quotes" around cells with commas) or anything else (tabs); one header line, columns in any
// order, no others:
//   occupation          O*NET-SOC code. Required.
//   employer, site      names. Required; lines with the same name mean the same one. A site's coordinates must not differ.
//   openings            vacant posts, 0 or more. Required.
//   weekly_hours        of the post, in quarters of an hour up to 168. Required.
//   pay_pence_per_hour  Required.
//   job                 id; empty: site and occupation, in small letters with dashes.
//   title               empty: the occupation's.
//   latitude, longitude decimal degrees, both or neither.
//   carved_pay_pence_per_hour   of a carved role; empty: the job's pay.
//   min_role_hours      smallest carved role, in quarters of an hour; empty: 0.
//   forms               any of whole;stripped;carved; empty: all three.
//   co_workers          who could take marginal tasks over, with minutes a week: "shift colleague:90;supervisor:30".
//   earliest_start, latest_start   dates; may be empty.
// Every fault of the file is in the error, one a line.
absl::StatusOr<std::vector<JobPost>> ReadJobPosts(const std::string& path);

struct OnetImportOptions {
  std::string title;
  std::string as_of;  // "YYYY-MM-DD".
};

struct OnetImport {
  Market market;
  std::vector<std::string> notes;  // What a person should know: tasks left without demands, hours that are a prior, ...
};

absl::StatusOr<OnetImport> ImportOnet(const OnetTables& tables, const std::vector<JobPost>& posts,
                                      const OnetImportOptions& options);

// Adds the contents of `other` to `market`: a catalogue of adjustments, candidates, more jobs. A dimension that both have stays
// as `market` has it; of anything else both must not have the same id. Title and date stay.
absl::Status MergeMarket(const Market& other, Market& market);

}  // namespace jobcarve::io

#endif  // JOBCARVE_IO_ONET_H_

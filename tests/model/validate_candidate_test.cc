#include "support/fault_cases.h"

namespace jobcarve {
namespace {

using test::ExpectFaults;
using test::ExpectSound;

Candidate& Ada(Market& market) {
  return market.candidates[0];
}

TEST(ValidateCandidateTest, OwnFields) {
  ExpectFaults({
      {"no id", [](Market& m) { Ada(m).id = ""; }, "candidates[0].id", "is missing"},
      {"repeated", [](Market& m) { m.candidates.push_back(Ada(m)); }, "candidates[1].id",
       "'ada' is already the id of candidates[0] (candidate 'ada')"},
      {"reduced weeks", [](Market& m) { Ada(m).reduced_weeks = Permille{-1}; }, "candidates[0].reduced_weeks_permille",
       "-1 is outside 0..1000 (candidate 'ada')"},
      {"pay floor", [](Market& m) { Ada(m).min_pay_per_hour = Pence{1'000'001}; }, "candidates[0].min_pay_pence_per_hour",
       "1000001 is outside 0..1000000 (candidate 'ada')"},
      {"earnings cap", [](Market& m) { Ada(m).max_weekly_earnings = Pence{0}; }, "candidates[0].max_weekly_earnings_pence",
       "0 is outside 1..2147483647 (candidate 'ada')"},
      {"date", [](Market& m) { Ada(m).available_from = "1899-01-01"; }, "candidates[0].available_from",
       "'1899-01-01': year outside [1900, 2199] (candidate 'ada')"},
      {"support", [](Market& m) { Ada(m).max_support_minutes = Minutes{-1}; }, "candidates[0].max_support_minutes",
       "-1 is outside 0..2147483647 (candidate 'ada')"},
      {"availability",
       [](Market& m) {
         Ada(m).availability = {{Minutes{0}, Minutes{9}}, {Minutes{8}, Minutes{10}}};
       },
       "candidates[0].availability[1]", "overlaps availability[0] (candidate 'ada')"},
  });
  ExpectSound({{"every limit at its end", [](Market& m) {
                  Ada(m).reduced_weeks = Permille{1000};
                  Ada(m).min_pay_per_hour = Pence{1'000'000};
                  Ada(m).max_weekly_earnings = Pence{1};
                  Ada(m).max_support_minutes = Minutes{0};
                  Ada(m).available_from = "2199-12-31";
                }}});
}

TEST(ValidateCandidateTest, Phases) {
  const auto set = [](Market& m, int64_t weeks, int64_t first, int64_t second) {
    Ada(m).phases = {{.weeks = weeks, .max_weekly_minutes = Minutes{first}}, {.weeks = 1, .max_weekly_minutes = Minutes{second}}};
  };
  ExpectFaults({
      {"no week", [=](Market& m) { set(m, 0, 60, 120); }, "candidates[0].phases[0].weeks",
       "0 is outside 1..52 (candidate 'ada')"},
      {"above a year", [=](Market& m) { set(m, 53, 60, 120); }, "candidates[0].phases[0].weeks",
       "53 is outside 1..52 (candidate 'ada')"},
      {"no work", [=](Market& m) { set(m, 1, 0, 120); }, "candidates[0].phases[0].max_weekly_minutes",
       "0 is outside 1..10080 (candidate 'ada')"},
      {"no more than before", [=](Market& m) { set(m, 1, 60, 60); }, "candidates[0].phases[1].max_weekly_minutes",
       "60 is outside 61..10080 (candidate 'ada')"},
      {"thirteen",
       [](Market& m) {
         for (int64_t i = 1; i <= 13; ++i) {
           Ada(m).phases.push_back({.weeks = 1, .max_weekly_minutes = Minutes{i}});
         }
       },
       "candidates[0].phases", "13 entries, allowed are 0..12 (candidate 'ada')"},
  });
  ExpectSound({{"at their ends", [=](Market& m) { set(m, 52, 1, 10'080); }}});
}

TEST(ValidateCandidateTest, Capabilities) {
  ExpectFaults({
      {"unknown", [](Market& m) { Ada(m).capabilities[0].dimension_id = "flying"; }, "candidates[0].capabilities[0].dimension_id",
       "there is no dimension 'flying' (candidate 'ada')"},
      {"above", [](Market& m) { Ada(m).capabilities[0].level = Level{6}; }, "candidates[0].capabilities[0].level",
       "6 is outside 0..5 (candidate 'ada')"},
      {"below", [](Market& m) { Ada(m).capabilities[0].level = Level{-1}; }, "candidates[0].capabilities[0].level",
       "-1 is outside 0..5 (candidate 'ada')"},
      {"twice", [](Market& m) { Ada(m).capabilities[1].dimension_id = "lifting"; }, "candidates[0].capabilities[1].dimension_id",
       "'lifting' already has a level in capabilities[0] (candidate 'ada')"},
      {"more on reduced days", [](Market& m) { Ada(m).capabilities[0].reduced_level = Level{3}; },
       "candidates[0].capabilities[0].reduced_level", "3 is outside 0..2 (candidate 'ada')"},
  });
  ExpectSound({{"ends of the scale", [](Market& m) {
                  Ada(m).capabilities[0].level = Level{5};
                  Ada(m).capabilities[0].reduced_level = Level{5};
                  Ada(m).capabilities[1].level = Level{0};
                  Ada(m).capabilities[1].reduced_level = Level{0};
                }}});
}

TEST(ValidateCandidateTest, Preferences) {
  const auto set = [](Market& m, int64_t strength, bool is_non_negotiable) {
    Ada(m).preferences = {{.tag = "wet", .strength = Permille{strength}, .is_non_negotiable = is_non_negotiable}};
  };
  ExpectFaults({
      {"no tag",
       [=](Market& m) {
         set(m, 1, false);
         Ada(m).preferences[0].tag = "";
       },
       "candidates[0].preferences[0].tag", "is missing (candidate 'ada')"},
      {"twice",
       [=](Market& m) {
         set(m, 1, false);
         Ada(m).preferences.push_back(Ada(m).preferences[0]);
       },
       "candidates[0].preferences[1].tag", "'wet' already has a preference in preferences[0] (candidate 'ada')"},
      {"too strong", [=](Market& m) { set(m, 1001, false); }, "candidates[0].preferences[0].strength",
       "1001 is outside -1000..1000 (candidate 'ada')"},
      {"nothing", [=](Market& m) { set(m, 0, false); }, "candidates[0].preferences[0].strength",
       "0 says nothing: allowed are -1000..-1 and 1..1000 (candidate 'ada')"},
      {"non-negotiable liking", [=](Market& m) { set(m, 1, true); }, "candidates[0].preferences[0].non_negotiable",
       "is only for a negative strength (candidate 'ada')"},
  });
  ExpectSound({{"likes", [=](Market& m) { set(m, 1000, false); }}, {"never", [=](Market& m) { set(m, -1000, true); }}});
}

TEST(ValidateCandidateTest, Hours) {
  const auto set = [](Market& m, int64_t least, int64_t preferred, int64_t most) {
    Ada(m).min_weekly_minutes = Minutes{least};
    Ada(m).preferred_weekly_minutes = Minutes{preferred};
    Ada(m).max_weekly_minutes = Minutes{most};
  };
  ExpectFaults({
      {"no week is that long", [=](Market& m) { set(m, 0, 600, 10081); }, "candidates[0].max_weekly_minutes",
       "10081 is outside 1..10080 (candidate 'ada')"},
      {"least above most", [=](Market& m) { set(m, 601, 600, 600); }, "candidates[0].min_weekly_minutes",
       "601 is outside 0..600 (candidate 'ada')"},
      {"preferred below least", [=](Market& m) { set(m, 300, 299, 600); }, "candidates[0].preferred_weekly_minutes",
       "299 is outside 300..600 (candidate 'ada')"},
      {"preferred above most", [=](Market& m) { set(m, 300, 601, 600); }, "candidates[0].preferred_weekly_minutes",
       "601 is outside 300..600 (candidate 'ada')"},
  });
  ExpectSound(
      {{"all the same", [=](Market& m) { set(m, 10080, 10080, 10080); }}, {"least", [=](Market& m) { set(m, 0, 0, 1); }}});
}

TEST(ValidateCandidateTest, Travel) {
  const auto mode = [](const std::string& name, int64_t speed, int64_t fixed) {
    return TravelMode{.name = name, .metres_per_minute = speed, .fixed = Minutes{fixed}};
  };
  ExpectFaults({
      {"home",
       [](Market& m) {
         Ada(m).home = {0, 180.5};
       },
       "candidates[0].home.longitude", "180.5 is outside -180..180 (candidate 'ada')"},
      {"no name", [=](Market& m) { Ada(m).travel_modes = {mode("", 80, 0)}; }, "candidates[0].travel_modes[0].name",
       "is missing (candidate 'ada')"},
      {"standing still", [=](Market& m) { Ada(m).travel_modes = {mode("bus", 0, 0)}; },
       "candidates[0].travel_modes[0].metres_per_minute", "0 is outside 1..5000 (candidate 'ada')"},
      {"waiting", [=](Market& m) { Ada(m).travel_modes = {mode("bus", 1, 1441)}; }, "candidates[0].travel_modes[0].fixed_minutes",
       "1441 is outside 0..1440 (candidate 'ada')"},
      {"limit", [](Market& m) { Ada(m).max_travel = Minutes{1441}; }, "candidates[0].max_travel_minutes",
       "1441 is outside 0..1440 (candidate 'ada')"},
  });
  ExpectSound({{"fastest", [=](Market& m) { Ada(m).travel_modes = {mode("jet", 5000, 1440)}; }},
               {"from home only", [](Market& m) { Ada(m).max_travel = Minutes{0}; }}});
}

TEST(ValidateCandidateTest, OwnAdjustments) {
  ExpectFaults({
      {"unknown", [](Market& m) { Ada(m).own_adjustment_ids = {"ramp"}; }, "candidates[0].own_adjustment_ids[0]",
       "there is no adjustment 'ramp' (candidate 'ada')"},
      {"twice",
       [](Market& m) {
         Ada(m).own_adjustment_ids = {"reader", "reader"};
       },
       "candidates[0].own_adjustment_ids[1]", "'reader' repeats own_adjustment_ids[0] (candidate 'ada')"},
      {"without what it needs",
       [](Market& m) {
         m.adjustments[1].requires_ids = {"trolley"};
         Ada(m).own_adjustment_ids = {"reader"};
       },
       "candidates[0].own_adjustment_ids[0]", "'reader' requires 'trolley', which is not listed (candidate 'ada')"},
      {"that exclude each other",
       [](Market& m) {
         m.adjustments[1].excludes_ids = {"trolley"};
         Ada(m).own_adjustment_ids = {"trolley", "reader"};
       },
       "candidates[0].own_adjustment_ids[1]", "'reader' and own_adjustment_ids[0] exclude each other (candidate 'ada')"},
      {"too many",
       [](Market& m) {
         for (int i = 0; i < 65; ++i) {
           m.adjustments.push_back(test::AdjustmentOf("a" + std::to_string(i), "lifting", 1));
           Ada(m).own_adjustment_ids.push_back("a" + std::to_string(i));
         }
       },
       "candidates[0].own_adjustment_ids", "65 entries, allowed are 0..64 (candidate 'ada')"},
  });
  ExpectSound({{"with what it needs", [](Market& m) {
                  m.adjustments[1].requires_ids = {"trolley"};
                  Ada(m).own_adjustment_ids = {"reader", "trolley"};
                }}});
}

TEST(ValidateCandidateTest, HeldJobs) {
  ExpectFaults({
      {"unknown", [](Market& m) { Ada(m).holds_job_id = "nurse"; }, "candidates[0].holds_job_id",
       "there is no job 'nurse' (candidate 'ada')"},
      {"vacant", [](Market& m) { Ada(m).holds_job_id = "porter"; }, "candidates[0].holds_job_id",
       "jobs[0] 'porter' has 1 openings: a job that somebody holds has none (candidate 'ada')"},
      {"held by two",
       [](Market& m) {
         m.jobs[0].openings = 0;
         Ada(m).holds_job_id = "porter";
         m.candidates.push_back(Ada(m));
         m.candidates[1].id = "bob";
       },
       "candidates[1].holds_job_id", "jobs[0] 'porter' is already held by candidates[0] (candidate 'bob')"},
  });
  ExpectSound({{"held", [](Market& m) {
                  m.jobs[0].openings = 0;
                  Ada(m).holds_job_id = "porter";
                }}});
}

}  // namespace
}  // namespace jobcarve

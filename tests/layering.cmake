# cmake -D ROOT=<repository> -P tests/layering.cmake
# Fails when a file of include/ or src/ includes a module that it may not know, sees protobuf or Boost where it may not, or
# uses a word that the house forbids. Prints every fault, not only the first.
cmake_minimum_required(VERSION 3.25)

cmake_path(ABSOLUTE_PATH ROOT)

# In layer order. Each module may include itself and the modules it names, all of which stand above it.
set(ABOVE_base "")
set(ABOVE_model base)
set(ABOVE_match base)
set(ABOVE_compete base)
set(ABOVE_screen base model)
set(ABOVE_synth base model)
set(ABOVE_carve base model screen)
set(ABOVE_explain base model screen carve match)
set(ABOVE_plan base model screen carve match compete explain)
set(ABOVE_measure base model screen carve match explain plan)
set(ABOVE_io base model match screen synth carve explain plan measure)
set(ABOVE_report base model explain plan measure)
set(ABOVE_cli base model match compete screen synth carve explain plan measure io report)
set(MODULES base model match compete screen synth carve explain plan measure io report cli)

# What no file may say, and why; each word is a regular expression.
set(FORBIDDEN
  "std::string_view"   # Does not convert to and from absl::string_view on Debian.
  "std::views"         # Does not compile with clang 14.
  "std::ranges"        # Not there in every compiler we support: absl::c_*.
  "absl::BitGen"       # Randomness comes from base/rng.h ...
  "absl::Uniform"      # ... so that it means the same on every platform.
  "_distribution"
  "std::shuffle"
  "TODO"               # An issue, or the thing itself.
  "FIXME")

# The one public header that shows Boost: it adapts Boost.Graph graphs to our solver.
set(BOOST_HEADER include/jobcarve/match/boost_graph.h)

set(FAULTS 0)
function(report path fault)
  message("${path}: ${fault}")
  math(EXPR count "${FAULTS} + 1")
  set(FAULTS ${count} PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE FILES RELATIVE ${ROOT} ${ROOT}/include/*.h ${ROOT}/src/*.h ${ROOT}/src/*.cc)
list(SORT FILES)
if(NOT FILES)
  message(FATAL_ERROR "no sources below ROOT = '${ROOT}'")
endif()

foreach(FILE IN LISTS FILES)
  string(REGEX MATCH "^(include/jobcarve|src)/([^/]+)/" MATCHED ${FILE})
  set(MODULE ${CMAKE_MATCH_2})
  if(NOT FILE STREQUAL include/jobcarve/jobcarve.h AND NOT MODULE IN_LIST MODULES)
    report(${FILE} "belongs to no module; add it to tests/layering.cmake")
    continue()
  endif()

  file(STRINGS ${ROOT}/${FILE} INCLUDES REGEX "^#include ")
  foreach(INCLUDE IN LISTS INCLUDES)
    if(INCLUDE MATCHES "\"(jobcarve/)?([a-z_]+)/[^\"]*\"" AND CMAKE_MATCH_2 IN_LIST MODULES)
      set(INCLUDED ${CMAKE_MATCH_2})
      if(MODULE AND NOT INCLUDED STREQUAL MODULE AND NOT INCLUDED IN_LIST ABOVE_${MODULE})
        report(${FILE} "module ${MODULE} may not include ${INCLUDED}")
      endif()
    endif()
    if(INCLUDE MATCHES "google/protobuf|\\.pb\\.h" AND NOT MODULE STREQUAL io)
      report(${FILE} "only io sees protobuf")
    endif()
    if(INCLUDE MATCHES "[<\"]boost/" AND FILE MATCHES "\\.h$" AND NOT FILE STREQUAL BOOST_HEADER)
      report(${FILE} "Boost stays in .cc files")
    endif()
  endforeach()

  foreach(WORD IN LISTS FORBIDDEN)
    file(STRINGS ${ROOT}/${FILE} LINES REGEX "${WORD}" LIMIT_COUNT 1)
    if(LINES)
      report(${FILE} "says ${WORD}")
    endif()
  endforeach()
endforeach()

if(FAULTS GREATER 0)
  message(FATAL_ERROR "${FAULTS} faults of layering")
endif()
list(LENGTH FILES COUNT)
message("${COUNT} files keep to their layers")

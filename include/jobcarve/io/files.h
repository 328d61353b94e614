// files.h: whole files in, whole files out.
//
//   JOBCARVE_ASSIGN_OR_RETURN(const std::string text, io::ReadFile("market.json"));
//   JOBCARVE_RETURN_IF_ERROR(io::WriteFile("plan.json", text));
//
// Every error names the path and the reason in the system's words.
#ifndef JOBCARVE_IO_FILES_H_
#define JOBCARVE_IO_FILES_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace jobcarve::io {

// Everything in the file at `path`; "-" is the standard input.
// Errors: NotFound when there is no such file; InvalidArgument when it is a directory or cannot be read.
absl::StatusOr<std::string> ReadFile(const std::string& path);

// Puts `contents` at `path`; "-" and "" are the standard output.
// The file appears whole or not at all: it is written beside its place, flushed to the disk and renamed, so on failure an
// older file at `path` is untouched and nothing is left behind. A symbolic link stays, its target is replaced. What is no
// regular file (a pipe, /dev/null) is written to directly.
// Errors: NotFound when the folder does not exist; InvalidArgument when the file cannot be written.
absl::Status WriteFile(const std::string& path, absl::string_view contents);

}  // namespace jobcarve::io

#endif  // JOBCARVE_IO_FILES_H_

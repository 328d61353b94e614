// starter_catalogue_text.h: src/io/catalogue/starter.json as it is, put into the binary by CMake.
#ifndef JOBCARVE_SRC_IO_STARTER_CATALOGUE_TEXT_H_
#define JOBCARVE_SRC_IO_STARTER_CATALOGUE_TEXT_H_

namespace jobcarve::io {

extern const char kStarterCatalogueText[];

}  // namespace jobcarve::io

#endif  // JOBCARVE_SRC_IO_STARTER_CATALOGUE_TEXT_H_

# SPDX-License-Identifier: EUPL-1.2
# cmake -DFOLDER=… -DOUTPUT=… -P embed_schema.cmake: writes the files NNNN_name[.sqlite|.postgres].sql as one C++ table, in
# the order in which they are applied: by number, and within a number the common file before those of the drivers.
file(GLOB names RELATIVE ${FOLDER} ${FOLDER}/*.sql)
list(SORT names)
set(common ${names})
list(FILTER common EXCLUDE REGEX "\\.(sqlite|postgres)\\.sql$")
set(rows "")
foreach(base ${common})
  string(REGEX MATCH "^[0-9][0-9][0-9][0-9]" digits ${base})
  math(EXPR number "1${digits} - 10000")
  string(REGEX REPLACE "\\.sql$" "" stem ${base})
  foreach(driver any sqlite postgres)
    set(name ${base})
    if(NOT driver STREQUAL any)
      set(name ${stem}.${driver}.sql)
    endif()
    list(REMOVE_ITEM names ${base})
    if(EXISTS ${FOLDER}/${name})
      list(REMOVE_ITEM names ${name})
      file(READ ${FOLDER}/${name} sql)
      string(APPEND rows "    {${number}, \"${name}\", SchemaDialect::${driver}, R\"~~~(${sql})~~~\"},\n")
    endif()
  endforeach()
endforeach()
if(names)
  message(FATAL_ERROR "no common file for: ${names}")
endif()
file(WRITE ${OUTPUT} "// Written by embed_schema.cmake.
#include \"store/schema.h\"

namespace koers {

std::span<const SchemaFile> schema_files() {
  static constexpr SchemaFile kFiles[] = {
${rows}  };
  return kFiles;
}

}  // namespace koers
")

# lexbor, the HTML5 parser, from source: the modules that parsing and decoding need.

if(NOT EXISTS "${LECTERN_LEXBOR_DIR}/lexbor/html/parser.h")
  message(FATAL_ERROR "lexbor's sources are not at ${LECTERN_LEXBOR_DIR}.\n"
    "Run scripts/install_dependencies, or set LECTERN_LEXBOR_DIR to a folder that holds lexbor/html/parser.h.")
endif()

set(lexbor_sources)
foreach(module core dom html ns tag encoding ports/posix)
  file(GLOB_RECURSE module_sources "${LECTERN_LEXBOR_DIR}/lexbor/${module}/*.c")
  list(APPEND lexbor_sources ${module_sources})
endforeach()
# What would pull in the CSS engine or writes HTML, which we do ourselves.
list(FILTER lexbor_sources EXCLUDE REGEX "html/(serialize|style)\\.c$")

add_library(lexbor STATIC EXCLUDE_FROM_ALL ${lexbor_sources})
target_include_directories(lexbor SYSTEM PUBLIC "${LECTERN_LEXBOR_DIR}")
target_compile_definitions(lexbor PUBLIC LEXBOR_STATIC)
target_compile_options(lexbor PRIVATE -w)

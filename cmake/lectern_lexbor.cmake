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

# We decode and never encode. lexbor's table of encodings names both ways; without the second, half a
# megabyte of tables stays out of what is linked.
set(encodings_source "${CMAKE_BINARY_DIR}/lexbor/encodings.c")
file(READ "${LECTERN_LEXBOR_DIR}/lexbor/encoding/res.c" encodings)
string(REGEX REPLACE "lxb_encoding_encode_[a-z0-9_]+" "NULL" encodings "${encodings}")
string(APPEND encodings [[

lxb_status_t lxb_encoding_encode_iso_2022_jp_eof(lxb_encoding_encode_t* context) {
  return LXB_STATUS_ERROR;
}
int8_t lxb_encoding_encode_iso_2022_jp_eof_single(lxb_encoding_encode_t* context, lxb_char_t** data,
                                                  const lxb_char_t* end) {
  return LXB_ENCODING_ENCODE_ERROR;
}
]])
file(CONFIGURE OUTPUT "${encodings_source}" CONTENT "${encodings}" @ONLY)
list(FILTER lexbor_sources EXCLUDE REGEX "encoding/(encode|res)\\.c$")
list(APPEND lexbor_sources "${encodings_source}")

# The tree of named character references is 138 kB that compress badly; of its names, 25 kB, it is made again when a page
# has the first one.
if(EMSCRIPTEN)
  set(state_source "${CMAKE_BINARY_DIR}/lexbor/html/tokenizer/state.c")
  file(READ "${LECTERN_LEXBOR_DIR}/lexbor/html/tokenizer/state.c" state)
  set(first_use "tkz->entity = &lxb_html_tokenizer_res_entities_sbst[1];")
  if(NOT state MATCHES "res_entities_sbst.1.;")
    message(FATAL_ERROR "lexbor's tokenizer begins a character reference in another way than was known.")
  endif()
  string(REPLACE "${first_use}" "lectern_need_entities(); ${first_use}" state "${state}")
  string(REPLACE "#include \"lexbor/html/tokenizer/res.h\"" "#include \"lexbor/core/sbst.h\"
extern lexbor_sbst_entry_static_t lectern_entities[];
void lectern_need_entities(void);
#define lxb_html_tokenizer_res_entities_sbst lectern_entities" state "${state}")
  file(CONFIGURE OUTPUT "${state_source}" CONTENT "${state}" @ONLY)
  list(FILTER lexbor_sources EXCLUDE REGEX "html/tokenizer/state\\.c$")
  list(APPEND lexbor_sources "${state_source}")
endif()

add_library(lexbor STATIC EXCLUDE_FROM_ALL ${lexbor_sources})
target_include_directories(lexbor SYSTEM PUBLIC $<BUILD_INTERFACE:${LECTERN_LEXBOR_DIR}>)
target_compile_definitions(lexbor PUBLIC LEXBOR_STATIC)
target_compile_options(lexbor PRIVATE -w)

# As one source where no link does it: its smallest functions, of memory and of the tree, are in files of their own, and
# called once or more for each node they take a twenty-fifth of the parse. What decodes is seldom called.
if(NOT EMSCRIPTEN)
  set(seldom_sources ${lexbor_sources})
  list(FILTER seldom_sources INCLUDE REGEX "/(encoding|ports)/|lexbor/encodings\\.c$")
  set_source_files_properties(${seldom_sources} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  set_target_properties(lexbor PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
endif()

# The fuzz targets: every tests/fuzz/*_fuzzer.cpp is one program. Needs clang, which brings libFuzzer;
# the library is instrumented for it in the whole build.

file(GLOB fuzz_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/fuzz/*_fuzzer.cpp")
file(GLOB fuzz_support CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/support/*.cpp")

add_library(lectern_fuzz_support STATIC EXCLUDE_FROM_ALL ${fuzz_support})
target_include_directories(lectern_fuzz_support PUBLIC
  "${PROJECT_SOURCE_DIR}/core/src" "${PROJECT_SOURCE_DIR}/tests" "${lectern_data_dir}")
target_link_libraries(lectern_fuzz_support
  PUBLIC lectern lexbor lectern_options lectern_system_headers)

add_custom_target(lectern_fuzzers)
foreach(source ${fuzz_sources})
  get_filename_component(name "${source}" NAME_WE)
  add_executable(${name} EXCLUDE_FROM_ALL "${source}")
  target_link_libraries(${name} PRIVATE lectern_fuzz_support)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  add_dependencies(lectern_fuzzers ${name})
endforeach()

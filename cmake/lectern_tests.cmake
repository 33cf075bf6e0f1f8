# The unit tests: every tests/**/*_test.cpp, with the builders in tests/support.

file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS
     "${PROJECT_SOURCE_DIR}/tests/unit/*_test.cpp" "${PROJECT_SOURCE_DIR}/tests/unit/*_test_*.cpp"
     "${PROJECT_SOURCE_DIR}/tests/support/*.cpp")
file(GLOB top_test_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/*_test.cpp")
list(APPEND test_sources ${top_test_sources})
# These call extract(), which may not be there while the engine grows.
if(NOT EXISTS "${PROJECT_SOURCE_DIR}/core/src/extract.cpp")
  list(FILTER test_sources EXCLUDE REGEX "/unit/(corpus|attacks)/")
endif()
if(NOT test_sources)
  return()
endif()
if(NOT EXISTS "${LECTERN_CATCH2_DIR}/CMakeLists.txt")
  message(FATAL_ERROR "Catch2's sources are not at ${LECTERN_CATCH2_DIR}.\n"
    "Run scripts/install_dependencies, set LECTERN_CATCH2_DIR, or configure with -DLECTERN_TESTS=OFF.")
endif()

enable_testing()
add_subdirectory("${LECTERN_CATCH2_DIR}" "${CMAKE_BINARY_DIR}/catch2" EXCLUDE_FROM_ALL SYSTEM)

add_executable(lectern_tests ${test_sources})
target_include_directories(lectern_tests
  PRIVATE "${PROJECT_SOURCE_DIR}/core/src" "${PROJECT_SOURCE_DIR}/tests" "${lectern_data_dir}")
target_compile_definitions(lectern_tests PRIVATE
  LECTERN_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
  LECTERN_BINARY_DIR="${CMAKE_BINARY_DIR}")
target_link_libraries(lectern_tests
  PRIVATE lectern lexbor lectern_options lectern_system_headers Catch2::Catch2WithMain Threads::Threads)
if(TARGET lectern_command)
  add_dependencies(lectern_tests lectern_command)
endif()
add_test(NAME lectern_tests COMMAND lectern_tests)

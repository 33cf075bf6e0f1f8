# The packaged header-only libraries, seen through a folder that holds links to them and nothing else:
# with all of /usr/include on the path, em++ would take the machine's own C headers.

find_path(LECTERN_NLOHMANN_DIR nlohmann/json.hpp REQUIRED NO_CMAKE_FIND_ROOT_PATH
          PATHS /usr/include /usr/local/include)
set(system_headers "${CMAKE_BINARY_DIR}/system_headers")
file(MAKE_DIRECTORY "${system_headers}")
file(CREATE_LINK "${LECTERN_NLOHMANN_DIR}/nlohmann" "${system_headers}/nlohmann" SYMBOLIC)

if(NOT EMSCRIPTEN)
  find_path(LECTERN_CLI11_DIR CLI/CLI.hpp)
  if(LECTERN_CLI11_DIR)
    file(CREATE_LINK "${LECTERN_CLI11_DIR}/CLI" "${system_headers}/CLI" SYMBOLIC)
  endif()
endif()

add_library(lectern_system_headers INTERFACE)
target_include_directories(lectern_system_headers SYSTEM INTERFACE "${system_headers}")

# Phrases, class names, rules and weights are text in core/data; scripts/compile_data.py writes them as
# C++ tables. It runs while configuring, and every change of a data file configures anew, so that a new
# table needs no list kept here. Files that come out the same keep their time and are not recompiled.

set(lectern_data_dir "${CMAKE_BINARY_DIR}/generated")
set(lectern_data_sources)
set(data_script "${PROJECT_SOURCE_DIR}/scripts/compile_data.py")

if(EXISTS "${data_script}")
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  file(GLOB_RECURSE data_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/core/data/*"
       "${PROJECT_SOURCE_DIR}/scripts/data_compilers/*.py")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${data_files} "${data_script}")

  set(fresh_dir "${CMAKE_BINARY_DIR}/generated.new")
  file(REMOVE_RECURSE "${fresh_dir}")
  file(MAKE_DIRECTORY "${fresh_dir}" "${lectern_data_dir}")
  execute_process(
    COMMAND "${Python3_EXECUTABLE}" "${data_script}" "${PROJECT_SOURCE_DIR}/core/data" "${fresh_dir}"
    RESULT_VARIABLE data_result)
  if(NOT data_result EQUAL 0)
    message(FATAL_ERROR "scripts/compile_data.py failed: see its message above.")
  endif()

  file(GLOB_RECURSE fresh_files RELATIVE "${fresh_dir}" "${fresh_dir}/*")
  file(GLOB_RECURSE known_files RELATIVE "${lectern_data_dir}" "${lectern_data_dir}/*")
  foreach(name ${known_files})
    if(NOT name IN_LIST fresh_files)
      file(REMOVE "${lectern_data_dir}/${name}")
    endif()
  endforeach()
  foreach(name ${fresh_files})
    get_filename_component(folder "${lectern_data_dir}/${name}" DIRECTORY)
    file(MAKE_DIRECTORY "${folder}")
    file(COPY_FILE "${fresh_dir}/${name}" "${lectern_data_dir}/${name}" ONLY_IF_DIFFERENT)
    if(name MATCHES "\\.cpp$")
      list(APPEND lectern_data_sources "${lectern_data_dir}/${name}")
    endif()
  endforeach()
  file(REMOVE_RECURSE "${fresh_dir}")
  # A page needs the phrases of its language alone, and only plain text needs the model for it: the WebAssembly package
  # has them as files.
  if(EMSCRIPTEN)
    list(FILTER lectern_data_sources EXCLUDE REGEX "/(lexicon|model)_data\\.cpp$")
  else()
    list(FILTER lectern_data_sources EXCLUDE REGEX "/(lexicon|model)_data_apart\\.cpp$")
  endif()
else()
  file(GLOB_RECURSE data_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/scripts/compile_data.py")
endif()

# Options of our own code alone: `lectern_options` for all of it, `lectern_no_exceptions` for the core.

add_library(lectern_options INTERFACE)
target_compile_options(lectern_options INTERFACE -Wall -Wextra -Wpedantic -Wno-overlength-strings -Wshadow -Wnon-virtual-dtor)
# Clang counts sign conversions in too, which indexing of vectors makes unbearable.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(lectern_options INTERFACE -Wconversion)
  # g++ 12 warns of every `"literal" + std::string`, wrongly (its bug 105651).
  target_compile_options(lectern_options INTERFACE -Wno-restrict)
endif()
if(LECTERN_WARNINGS_AS_ERRORS)
  target_compile_options(lectern_options INTERFACE -Werror)
endif()
# Everywhere, so that nlohmann's inline functions are the same in every object.
target_compile_definitions(lectern_options INTERFACE JSON_NOEXCEPTION)

add_library(lectern_no_exceptions INTERFACE)
target_compile_options(lectern_no_exceptions INTERFACE -fno-exceptions)

# Every browser that runs extensions of manifest version 3 in the background has vector instructions.
if(EMSCRIPTEN)
  add_compile_options(-msimd128)
  # Loops are short here: names, words, the blocks of a page. Unrolled and made of vectors by the compiler they are a
  # twentieth slower, and 35 kB more. What gains from vectors is written with them.
  add_compile_options(-fno-vectorize -fno-slp-vectorize -fno-unroll-loops)
  # Optimised once more as a whole when it is linked: pages take 5 to 7 % less time, and it is 19 kB less (brotli). What is
  # worth it was inlined before: this threshold takes back what LLVM counts for a function of one caller, which would
  # make functions of 47 kB, for whose compilation a browser's first page waits.
  add_compile_options(-flto)
  add_link_options(-flto -Wl,-mllvm,-inline-threshold=-15000)
  # How much each source is optimised is up to lectern_wasm_speed.cmake.
  set(CMAKE_C_FLAGS_RELEASE -DNDEBUG)
  set(CMAKE_CXX_FLAGS_RELEASE -DNDEBUG)
endif()

if(NOT EMSCRIPTEN)
  set(THREADS_PREFER_PTHREAD_FLAG ON)
  find_package(Threads REQUIRED)
endif()

if(LECTERN_LTO)
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
endif()

if(LECTERN_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(LECTERN_SANITIZE)
  add_compile_options(-fsanitize=${LECTERN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${LECTERN_SANITIZE})
endif()

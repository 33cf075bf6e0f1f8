# How the WebAssembly module's sources are optimised: what runs for every byte, every node or every word of a
# page for speed, the rest for size. Measured on 60 pages of the corpus: with all for size the engine takes
# 1.28 times as long, with this 1.10 times, and the code shrinks from 282 to 229 kB (brotli).

set(LECTERN_FAST_SOURCES
  "lexbor/(core|tag|ns|html/tokenizer|html/tree|dom/interfaces)/"
  "lexbor/html/(token|tree|tokenizer|tag|interface|encoding|parser)[a-z_]*\\.c$"
  "src/annotate/"
  "src/base/(text|utf8|float)"
  "src/rules/(word_reader|lexicon|class_names|language)"
  "src/classify/(block_model|neighbour)"
  "src/document/(build_document|text_lines|element)"
  "src/parse/(html_parser|bounded_parser|dom|name_tables|tags)")

function(lectern_optimise target)
  if(NOT EMSCRIPTEN)
    return()
  endif()
  get_target_property(sources ${target} SOURCES)
  foreach(source ${sources})
    # em++ turns inlining off with -Oz, even of what costs less than its call.
    set(options -Oz -finline-functions)
    foreach(pattern ${LECTERN_FAST_SOURCES})
      if(source MATCHES "${pattern}")
        set(options -O3)
      endif()
    endforeach()
    set_source_files_properties("${source}" PROPERTIES COMPILE_OPTIONS "${options}")
  endforeach()
endfunction()

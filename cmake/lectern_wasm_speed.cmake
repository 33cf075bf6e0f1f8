# How the WebAssembly module's sources are optimised: what runs for every byte, every node or every word of a
# page for speed, the rest for size. Measured on 40 pages of the corpus, with code warm: with all of the engine
# for speed it takes 1.0 to 1.08 times as long, and 33 kB more (brotli, of 497); with nothing of
# metadata/, assemble/ and render/ for speed and half of the other folders, 1.14 to 1.16 times, and 21 kB less.

set(LECTERN_FAST_SOURCES
  "lexbor/(core|tag|ns|html/tokenizer|html/tree|dom/interfaces)/"
  "lexbor/html/(token|tree|tokenizer|tag|interface|encoding|parser)[a-z_]*\\.c$"
  "src/annotate/"
  "src/base/"
  "src/rules/(word_reader|lexicon|class_names|language|name_words|byline_announcements)"
  "src/classify/(block_model|neighbour|line_words)"
  "src/document/"
  "src/metadata/(page_facts|claim_text)"
  "src/assemble/(word_count|inline|images|markup_hints)"
  "src/render/json_text"
  "src/parse/(html_parser|bounded_parser|dom|name_tables|plain|tags)")

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

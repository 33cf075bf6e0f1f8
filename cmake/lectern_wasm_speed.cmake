# How the WebAssembly module's sources are optimised: what runs for every byte, every node or every word of a
# page for speed, the rest for size. Chosen by profile, and measured on 40 pages of the corpus with code warm: all of
# rules/, base/, classify/ and document/ for speed is no faster and 11 kB more (brotli, of 486), all of the engine
# no faster and 44 kB more. The extension has to stay below 1.5 MB.

set(LECTERN_FAST_SOURCES
  "lexbor/(core|tag|ns|dom/interfaces)/"
  "lexbor/html/tokenizer/state\\.c$"
  "lexbor/html/tree/[a-z_]*\\.c$"
  "lexbor/html/tree/insertion_mode/(in_body|in_table|in_row|in_cell|text)"
  "lexbor/html/(token|tree|tokenizer|tag|interface|encoding|parser)[a-z_]*\\.c$"
  "src/annotate/[^l]"
  "src/annotate/link"
  "src/base/(text|utf8|float|url\\.)"
  "src/rules/(word_reader|lexicon|class_names|language|name_words|byline_announcements|date_parts)"
  "src/classify/(block_model|packed_model|neighbour|line_words|passes/judge)"
  "src/document/(build_document|text_lines|element|block_|line_form|join_lines)"
  "src/metadata/(page_facts|claim_text)"
  "src/assemble/(word_count|inline|markup_hints)"
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

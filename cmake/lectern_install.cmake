# `cmake --install`: the command, the headers, the library and what find_package(lectern) reads. lexbor is linked into
# what uses the library, so it lies beside it, in a folder of our own that no other lexbor looks into.

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/lectern")
install(TARGETS lectern EXPORT lectern_targets ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(TARGETS lexbor EXPORT lectern_targets ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}/lectern")
install(EXPORT lectern_targets NAMESPACE lectern:: DESTINATION "${package_folder}" FILE lecternConfig.cmake)
install(DIRECTORY core/include/lectern DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(FILES core/data/article.schema.json DESTINATION "${CMAKE_INSTALL_DATADIR}/lectern")
install(FILES LICENSE THIRD_PARTY_NOTICES.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
if(TARGET lectern_command)
  install(TARGETS lectern_command RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()

write_basic_package_version_file("${CMAKE_BINARY_DIR}/lecternConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_BINARY_DIR}/lecternConfigVersion.cmake" DESTINATION "${package_folder}")

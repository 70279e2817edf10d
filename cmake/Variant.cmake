# What a variant is: the compiler and linker options that everything of ours, and every library we
# depend on, is built with. A preset sets RACELAB_VARIANT.
set(RACELAB_VARIANT plain CACHE STRING "plain, asan or tsan")
set_property(CACHE RACELAB_VARIANT PROPERTY STRINGS plain asan tsan)

set(racelab_options_plain -O2)
set(racelab_options_asan -O1 -fno-omit-frame-pointer -fsanitize=address,undefined
    -fno-sanitize-recover=undefined)
set(racelab_options_tsan -O1 -fno-omit-frame-pointer -fsanitize=thread)
if(NOT DEFINED racelab_options_${RACELAB_VARIANT})
  message(FATAL_ERROR "RACELAB_VARIANT is '${RACELAB_VARIANT}'. It must be plain, asan or tsan.")
endif()
set(racelab_variant_options ${racelab_options_${RACELAB_VARIANT}})

find_package(Threads REQUIRED)

# Options of the variant, for what we build ourselves.
add_library(racelab_variant INTERFACE)
# RACELAB_COLD: a target whose code is never slow, and is built without optimization.
target_compile_options(racelab_variant INTERFACE ${racelab_variant_options} -g
                       $<$<BOOL:$<TARGET_PROPERTY:RACELAB_COLD>>:-O0>)
target_compile_definitions(racelab_variant INTERFACE RACELAB_VARIANT="${RACELAB_VARIANT}")
target_link_libraries(racelab_variant INTERFACE Threads::Threads)
if(NOT RACELAB_VARIANT STREQUAL "plain")
  target_link_options(racelab_variant INTERFACE ${racelab_variant_options})
endif()

# Warnings are errors for the engine, and ordinary for students.
set(racelab_warnings -Wall -Wextra)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  list(APPEND racelab_warnings -Wthread-safety)
endif()
add_library(racelab_engine_warnings INTERFACE)
target_compile_options(racelab_engine_warnings INTERFACE ${racelab_warnings} -Werror)
add_library(racelab_student_warnings INTERFACE)
target_compile_options(racelab_student_warnings INTERFACE ${racelab_warnings})
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # The judge knows what ThreadSanitizer does not model (fences); a warning would only frighten.
  target_compile_options(racelab_student_warnings INTERFACE -Wno-tsan)
  target_compile_options(racelab_engine_warnings INTERFACE -Wno-tsan)
endif()

# A fast linker, when there is one. Not mold 1.10, which Debian 12 has: depending on the length of the
# paths in a file it begins the read-only relocations before the first mapped page, so that the
# loader refuses the program, and without them (-z norelro) it may never end.
foreach(linker gold lld)
  find_program(racelab_linker_${linker} NAMES ld.${linker})
  if(racelab_linker_${linker})
    add_link_options(-fuse-ld=${linker})
    break()
  endif()
endforeach()

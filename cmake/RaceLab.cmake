# race_lab(): the one call that a lab's CMakeLists.txt makes. It holds all that is known of the lab,
# builds the student file as a shared object and the check that loads it, and writes the lab into
# labs.json, which the grader reads.
#
#   race_lab(NN-name TITLE … PART II STUDENT_FILE x.cc CONTRACT x.h CHECK x_check.cc
#            VARIANTS plain asan tsan explore POINTS 10 MINUTES 15 STARTER_VERDICT data-race
#            CONCEPTS … PREREQUISITES … SEEN_BY tsan explore [TIME_LIMIT_S 20] [MEMORY_MIB 512] [PROCESSES 64]
#            [EXPLORER threads|faults] [DRAFT])
#
# DRAFT: the lab is not part of the course until its bank verifies. Configure with
# -DRACELAB_DRAFTS=ON to work on it.
# SEEN_BY: the variants that see the starter's bug every time; `racelab verify` holds them to it.
# EXPLORER faults: a lab of processes. src/faults runs its scenarios, in every variant.

# What a submission is built with: its variant, the lab's contract, and every library of the course.
add_library(racelab_submission INTERFACE)
target_link_libraries(racelab_submission INTERFACE racelab_variant racelab_student_warnings
                      absl::synchronization absl::flat_hash_map absl::strings TBB::tbb)

# What student files include, compiled once: parsing it is most of a compilation. A file that does not
# compile with it is judged without (src/grader/build_replay.cc).
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/submission_pch.cc
     CONTENT "// Carries the precompiled header.\n")
add_library(racelab_submission_pch OBJECT ${PROJECT_BINARY_DIR}/submission_pch.cc)
target_link_libraries(racelab_submission_pch PRIVATE racelab_submission)
target_precompile_headers(racelab_submission_pch PRIVATE <atomic> <chrono> <condition_variable>
  <deque> <functional> <future> <map> <memory> <mutex> <optional> <queue> <semaphore>
  <shared_mutex> <string> <thread> <unordered_map> <vector> <absl/synchronization/mutex.h>)

# The tests of a check, "Suite.Name", read from its source: a manifest that no submission can change.
function(race_lab_manifest source result)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  file(STRINGS ${source} lines REGEX "^TEST(_F)?\\(")
  list(TRANSFORM lines REPLACE "^TEST(_F)?\\( *([A-Za-z0-9_]+) *, *([A-Za-z0-9_]+) *\\).*" "\\2.\\3")
  if(NOT lines)
    message(FATAL_ERROR "${source} has no line that starts with TEST( or TEST_F(.")
  endif()
  set(${result} "${lines}" PARENT_SCOPE)
endfunction()

# One library and one check that loads it; `runner` is what runs scenarios (threads or explorer).
function(race_lab_targets name library check runner folder)
  add_library(${library} SHARED $<TARGET_OBJECTS:${name}_object>)
  target_link_libraries(${library} PRIVATE absl::synchronization absl::flat_hash_map absl::strings
                        TBB::tbb)
  add_executable(${check} $<TARGET_OBJECTS:${name}_check_object>)
  target_link_libraries(${check} PRIVATE ${runner} ${library} GTest::gtest absl::synchronization
                        absl::flat_hash_map absl::strings TBB::tbb)
  set_target_properties(${library} ${check} PROPERTIES
    LIBRARY_OUTPUT_DIRECTORY ${folder} RUNTIME_OUTPUT_DIRECTORY ${folder} ENABLE_EXPORTS ON)
  set_target_properties(${library} PROPERTIES OUTPUT_NAME ${name} LINK_DEPENDS_NO_SHARED ON)
  set_target_properties(${check} PROPERTIES OUTPUT_NAME ${name}_check LINK_DEPENDS_NO_SHARED ON)
endfunction()

option(RACELAB_DRAFTS "Also build the labs that are marked DRAFT" OFF)

function(race_lab name)
  cmake_parse_arguments(PARSE_ARGV 1 LAB "DRAFT"
    "TITLE;PART;STUDENT_FILE;CONTRACT;CHECK;POINTS;MINUTES;STARTER_VERDICT;TIME_LIMIT_S;MEMORY_MIB;PROCESSES;EXPLORER"
    "VARIANTS;CONCEPTS;PREREQUISITES;SEEN_BY")
  foreach(argument TITLE PART STUDENT_FILE CONTRACT CHECK POINTS MINUTES STARTER_VERDICT VARIANTS CONCEPTS)
    if(NOT LAB_${argument})
      message(FATAL_ERROR "race_lab(${name}) needs ${argument}.")
    endif()
  endforeach()
  if(LAB_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "race_lab(${name}) does not know: ${LAB_UNPARSED_ARGUMENTS}")
  endif()
  if(LAB_DRAFT AND NOT RACELAB_DRAFTS)
    return()
  endif()
  foreach(file ${LAB_STUDENT_FILE} ${LAB_CONTRACT} ${LAB_CHECK})
    if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
      # Somebody is writing this lab: the others go on.
      message(WARNING "labs/${name} is left out: race_lab() names ${file}, which is not there.")
      return()
    endif()
  endforeach()
  set(folder ${CMAKE_CURRENT_BINARY_DIR})
  if(NOT LAB_EXPLORER)
    set(LAB_EXPLORER threads)
  endif()
  if(LAB_EXPLORER STREQUAL "threads")
    set(runner racelab_threads_check)
    set(explorer racelab_explorer)
    get_property(wrapped GLOBAL PROPERTY racelab_wrapped_calls)
  elseif(LAB_EXPLORER STREQUAL "faults")
    set(runner racelab_undisturbed_check)
    set(explorer racelab_faults)
    get_property(wrapped GLOBAL PROPERTY racelab_wrapped_system_calls)
  else()
    message(FATAL_ERROR "race_lab(${name}) has EXPLORER ${LAB_EXPLORER}. It must be threads or faults.")
  endif()

  add_library(${name}_object OBJECT ${LAB_STUDENT_FILE})
  target_link_libraries(${name}_object PRIVATE racelab_submission)
  target_compile_options(${name}_object PRIVATE "SHELL:-iquote ${CMAKE_CURRENT_SOURCE_DIR}")
  target_precompile_headers(${name}_object REUSE_FROM racelab_submission_pch)
  # The judge replays this command: a submission meets the compiler itself, not a developer's cache.
  set_target_properties(${name}_object PROPERTIES CXX_COMPILER_LAUNCHER "")

  add_library(${name}_check_object OBJECT ${LAB_CHECK})
  target_link_libraries(${name}_check_object PRIVATE racelab_variant racelab_student_warnings
                        GTest::gtest absl::synchronization TBB::tbb)
  target_include_directories(${name}_check_object PRIVATE ${PROJECT_SOURCE_DIR}/src/scenario/include
                             ${PROJECT_SOURCE_DIR}/src/faults/include)
  target_precompile_headers(${name}_check_object REUSE_FROM racelab_check_pch)

  race_lab_targets(${name} ${name} ${name}_check ${runner} ${folder})
  target_link_libraries(${name} PRIVATE racelab_variant)
  target_link_options(${name} PRIVATE "-Wl,@${wrapped}")
  set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS ${wrapped})
  set(explore OFF)
  if("explore" IN_LIST LAB_VARIANTS AND RACELAB_VARIANT STREQUAL "tsan" AND TARGET ${explorer})
    set(explore ON)
    race_lab_targets(${name} ${name}_explore ${name}_check_explore ${explorer}_check ${folder}/explore)
    if(LAB_EXPLORER STREQUAL "faults")
      target_link_options(${name}_explore PRIVATE "-Wl,@${wrapped}")
      set_property(TARGET ${name}_explore APPEND PROPERTY LINK_DEPENDS ${wrapped})
    endif()
  endif()

  foreach(variant ${RACELAB_VARIANT} explore)
    if(NOT variant IN_LIST LAB_VARIANTS OR (variant STREQUAL "explore" AND NOT explore))
      continue()
    endif()
    set(check ${name}_check)
    set(test ${name})
    if(variant STREQUAL "explore")
      set(check ${name}_check_explore)
      set(test ${name}.explore)
    endif()
    add_test(NAME ${test} COMMAND ${check})
    set_tests_properties(${test} PROPERTIES LABELS "${name};lab" TIMEOUT 60
      ENVIRONMENT "TSAN_OPTIONS=detect_deadlocks=0;ASAN_OPTIONS=detect_leaks=1;UBSAN_OPTIONS=print_stacktrace=1")
  endforeach()
  race_lab_describe(${name})
endfunction()

# A list as a JSON array of strings.
function(race_lab_json_list result)
  list(TRANSFORM ARGN REPLACE "(.+)" "\"\\1\"")
  list(JOIN ARGN ", " joined)
  set(${result} "[${joined}]" PARENT_SCOPE)
endfunction()

# Remembers the lab's entry of labs.json. Reads the variables of race_lab().
function(race_lab_describe name)
  race_lab_manifest(${CMAKE_CURRENT_SOURCE_DIR}/${LAB_CHECK} tests)
  race_lab_json_list(tests ${tests})
  race_lab_json_list(variants ${LAB_VARIANTS})
  race_lab_json_list(concepts ${LAB_CONCEPTS})
  race_lab_json_list(prerequisites ${LAB_PREREQUISITES})
  race_lab_json_list(seen_by ${LAB_SEEN_BY})
  foreach(default TIME_LIMIT_S:20 MEMORY_MIB:512 PROCESSES:64)
    string(REGEX MATCH "(.*):(.*)" _ ${default})
    if(NOT LAB_${CMAKE_MATCH_1})
      set(LAB_${CMAKE_MATCH_1} ${CMAKE_MATCH_2})
    endif()
  endforeach()
  file(RELATIVE_PATH folder ${PROJECT_BINARY_DIR} ${CMAKE_CURRENT_BINARY_DIR})
  set(explore "null")
  if(TARGET ${name}_explore)
    set(explore "{\"library\": \"${CMAKE_CURRENT_BINARY_DIR}/explore/lib${name}.so\",
        \"check_executable\": \"${CMAKE_CURRENT_BINARY_DIR}/explore/${name}_check\",
        \"check_target\": \"${name}_check_explore\", \"library_target\": \"${folder}/explore/lib${name}.so\"}")
  endif()
  set_property(GLOBAL APPEND PROPERTY racelab_labs "{
      \"name\": \"${name}\", \"title\": \"${LAB_TITLE}\", \"part\": \"${LAB_PART}\",
      \"student_file\": \"${LAB_STUDENT_FILE}\", \"contract\": \"${LAB_CONTRACT}\", \"check\": \"${LAB_CHECK}\",
      \"lab_dir\": \"${CMAKE_CURRENT_SOURCE_DIR}\",
      \"solutions_dir\": \"${PROJECT_SOURCE_DIR}/solutions/${name}\",
      \"variants\": ${variants}, \"points\": ${LAB_POINTS}, \"starter_verdict\": \"${LAB_STARTER_VERDICT}\",
      \"concepts\": ${concepts}, \"minutes\": ${LAB_MINUTES}, \"prerequisites\": ${prerequisites},
      \"seen_by\": ${seen_by},
      \"time_limit_s\": ${LAB_TIME_LIMIT_S}, \"memory_mib\": ${LAB_MEMORY_MIB}, \"processes\": ${LAB_PROCESSES},
      \"tests\": ${tests},
      \"library\": \"${CMAKE_CURRENT_BINARY_DIR}/lib${name}.so\",
      \"check_executable\": \"${CMAKE_CURRENT_BINARY_DIR}/${name}_check\",
      \"check_target\": \"${name}_check\",
      \"object_target\": \"${folder}/CMakeFiles/${name}_object.dir/${LAB_STUDENT_FILE}.o\",
      \"library_target\": \"${folder}/lib${name}.so\",
      \"explore\": ${explore}}")
endfunction()

# Every folder labs/NN-name with a CMakeLists.txt is a lab; no list to keep.
function(race_lab_add_all folder)
  file(GLOB labs CONFIGURE_DEPENDS ${folder}/[0-9][0-9]-*/CMakeLists.txt)
  foreach(lab ${labs})
    cmake_path(GET lab PARENT_PATH lab)
    cmake_path(GET lab FILENAME name)
    add_subdirectory(${lab} ${PROJECT_BINARY_DIR}/labs/${name})
  endforeach()
endfunction()

function(race_lab_write_catalog path)
  get_property(labs GLOBAL PROPERTY racelab_labs)
  list(JOIN labs ",\n    " labs)
  file(CONFIGURE OUTPUT ${path} CONTENT "{
  \"variant\": \"${RACELAB_VARIANT}\",
  \"compiler\": \"${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}\",
  \"labs\": [
    @labs@
  ]
}
" @ONLY)
endfunction()

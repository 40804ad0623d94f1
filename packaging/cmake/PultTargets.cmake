# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The three kinds of target Pult is made of. Every compiler option stands here, on one
# interface target, so that no target and no folder carries options of its own.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
set(CMAKE_CXX_FLAGS_SANITIZED "-Og -g1 -fno-omit-frame-pointer")

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(GTest REQUIRED)
find_package(fmt REQUIRED)

add_library(pult_options INTERFACE)
target_compile_options(pult_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Woverloaded-virtual
  -Wnon-virtual-dtor
  $<$<BOOL:${PULT_WERROR}>:-Werror>
  # A false alarm of g++ 12 in optimised std::string and coroutine frames (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  # Another one, in coroutine frames at -Og: half of their own new and delete gets inlined.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Sanitized>>:-Wno-mismatched-new-delete>)
# Not by a generator expression: the list of sanitizers has a comma, which would split it.
if(PULT_SANITIZE)
  target_compile_options(pult_options INTERFACE
    -fsanitize=${PULT_SANITIZE} -fno-sanitize-recover=all)
  target_link_options(pult_options INTERFACE -fsanitize=${PULT_SANITIZE})
endif()
if(PULT_SANITIZE STREQUAL "thread")
  # Asio's fences mean nothing to the thread sanitizer: let it count references without them.
  target_compile_definitions(pult_options INTERFACE
    BOOST_ASIO_DISABLE_STD_ATOMIC BOOST_ASIO_DISABLE_FENCED_BLOCK)
endif()
target_compile_definitions(pult_options INTERFACE
  BOOST_ASIO_NO_DEPRECATED
  # Coroutine frames need no alignment beyond new's, whose memory comes and goes more quickly.
  BOOST_ASIO_DISABLE_BOOST_ALIGN
  BOOST_ASIO_DISABLE_STD_ALIGNED_ALLOC
  BOOST_ASIO_SEPARATE_COMPILATION
  BOOST_BEAST_SEPARATE_COMPILATION
  QT_NO_CAST_FROM_ASCII
  QT_NO_KEYWORDS
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  $<$<CONFIG:Sanitized>:_GLIBCXX_ASSERTIONS>
  PULT_VERSION="${PROJECT_VERSION}")

# pult_library(ROOM SOURCES file… [PUBLIC lib…] [PRIVATE lib…] [QT])
#
# One room of src/, e.g. pult_library(service/store …), as Pult::service_store. A room's include
# root shows that room alone, so including a room that is not linked does not compile.
# QT: the room holds QObjects, forms or resources.
function(pult_library room)
  cmake_parse_arguments(arg "QT" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  string(REPLACE "/" "_" name ${room})
  cmake_path(SET root NORMALIZE "${PROJECT_BINARY_DIR}/../rooms/${name}")
  cmake_path(GET room PARENT_PATH parent)
  file(MAKE_DIRECTORY ${root}/${parent})
  file(CREATE_LINK ${PROJECT_SOURCE_DIR}/src/${room} ${root}/${room} SYMBOLIC)

  add_library(pult_${name} STATIC ${arg_SOURCES})
  add_library(Pult::${name} ALIAS pult_${name})
  target_include_directories(pult_${name} PUBLIC ${root})
  target_link_libraries(pult_${name}
    PUBLIC Boost::headers ${arg_PUBLIC}
    PRIVATE pult_options Threads::Threads ${arg_PRIVATE})
  if(arg_QT)
    set_target_properties(pult_${name} PROPERTIES
      AUTOMOC ON AUTOUIC ON AUTORCC ON
      AUTOUIC_SEARCH_PATHS ${PROJECT_SOURCE_DIR}/ui)
  endif()
endfunction()

# pult_program(NAME SOURCES file… LIBRARIES lib…)
function(pult_program name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE pult_options ${arg_LIBRARIES})
  install(TARGETS ${name})
endfunction()

# pult_test_headers(NAME HEADERS header… LIBRARIES lib… [QT])
#
# Headers of others that many tests include, compiled once for all tests of a folder that sets
# PULT_TEST_HEADERS to NAME. Only where sources are compiled in batches: elsewhere each test has to
# include what it uses.
function(pult_test_headers name)
  cmake_parse_arguments(arg "QT" "" "LIBRARIES;HEADERS" ${ARGN})
  if(CMAKE_UNITY_BUILD)
    add_library(${name} OBJECT ${PROJECT_SOURCE_DIR}/tests/support/headers.cpp)
    target_link_libraries(${name} PRIVATE pult_options Threads::Threads ${arg_LIBRARIES})
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
    target_compile_options(${name} PRIVATE -O0)
    if(NOT arg_QT)
      # As in the programs that use them. Qt has all of its users compiled with -fPIC.
      target_compile_options(${name} PRIVATE -fPIE)
    endif()
  endif()
endfunction()

# pult_test(FILE LIBRARIES lib… [QT] [WINDOW] [LABELS label…] [ENVIRONMENT VAR=value…]
#           [NEEDS target…])
#
# One file tst_NAME.cpp as one ctest test NAME of the calling folder. Without QT it is a GoogleTest;
# with QT it is a Qt Test on the offscreen platform; with WINDOW too, in real windows on a virtual
# X display of its own.
# NEEDS: programs that the test starts; their paths come as PULT_<NAME>_PATH.
function(pult_test file)
  cmake_parse_arguments(arg "QT;WINDOW" "" "LIBRARIES;LABELS;ENVIRONMENT;NEEDS" ${ARGN})
  cmake_path(GET file STEM stem)
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/tests
    OUTPUT_VARIABLE room)
  string(REPLACE "tst_" "" short ${stem})
  string(REPLACE "/" "_" prefix ${room})
  set(target tst_${prefix}_${short})
  add_executable(${target} ${file})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE pult_options Threads::Threads ${arg_LIBRARIES})
  # What is tested is optimised as the preset has it; the tests themselves compile faster without.
  target_compile_options(${target} PRIVATE -O0)
  foreach(program IN LISTS arg_NEEDS)
    string(TOUPPER ${program} upper)
    target_compile_definitions(${target} PRIVATE PULT_${upper}_PATH="$<TARGET_FILE:${program}>")
    add_dependencies(${target} ${program})
  endforeach()
  set_target_properties(${target} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  if(arg_WINDOW)
    add_test(NAME ${room}/${short}
      COMMAND xvfb-run -a -s "-screen 0 1280x800x24 -nolisten tcp" $<TARGET_FILE:${target}>)
    # One at a time: xvfb-run's search for a free display races.
    set_tests_properties(${room}/${short} PROPERTIES RESOURCE_LOCK display)
    list(PREPEND arg_ENVIRONMENT QT_QPA_PLATFORM=xcb)
  else()
    add_test(NAME ${room}/${short} COMMAND ${target})
    if(arg_QT)
      list(PREPEND arg_ENVIRONMENT QT_QPA_PLATFORM=offscreen)
    endif()
  endif()
  if(arg_QT)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_link_libraries(${target} PRIVATE Qt6::Test)
  else()
    target_link_libraries(${target} PRIVATE GTest::gmock GTest::gtest_main)
  endif()
  if(CMAKE_UNITY_BUILD)
    # Precompiled headers are refused when a macro of their libraries is missing.
    target_link_libraries(${target} PRIVATE
      $<TARGET_PROPERTY:${PULT_TEST_HEADERS},LINK_LIBRARIES>)
    target_precompile_headers(${target} REUSE_FROM ${PULT_TEST_HEADERS})
    # False alarms of g++ 12 in std::string, which it takes for ours when it comes precompiled.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      target_compile_options(${target} PRIVATE
        -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
    endif()
  endif()
  set_tests_properties(${room}/${short} PROPERTIES
    LABELS "${arg_LABELS}" ENVIRONMENT "${arg_ENVIRONMENT}")
endfunction()

# SPDX-License-Identifier: GPL-3.0-or-later
# A folder is a layer and a target: pd_layer(core LINK Qt6::Core) makes the static library pd_core, with the alias Pd::core,
# of every .cpp and .h beside the CMakeLists.txt that calls it.

add_library(pd_flags INTERFACE)
target_compile_options(pd_flags INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wundef
    -fno-omit-frame-pointer -fstack-protector-strong)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 14 sees dangling temporaries in coroutine frames that are none.
    target_compile_options(pd_flags INTERFACE -Wno-dangling-reference -Wno-maybe-uninitialized)
endif()
target_compile_definitions(pd_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY QT_NO_KEYWORDS
    QT_NO_FOREACH QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_UP_TO=0x060800 PD_VERSION="${PROJECT_VERSION}")
target_include_directories(pd_flags INTERFACE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/ui)
find_program(PD_MOLD mold)
if(PD_MOLD)
    target_link_options(pd_flags INTERFACE -fuse-ld=mold)
endif()
if(PD_SANITIZE)
    target_compile_options(pd_flags INTERFACE -fsanitize=${PD_SANITIZE} -fno-sanitize-recover=all)
    target_link_options(pd_flags INTERFACE -fsanitize=${PD_SANITIZE})
    target_compile_definitions(pd_flags INTERFACE PD_SANITIZED=1)
endif()

function(pd_layer name)
    cmake_parse_arguments(arg "" "" "LINK;PUBLIC;FOLDERS;WITHOUT" ${ARGN})
    set(patterns *.cpp *.h *.ui *.qrc)
    foreach(folder IN LISTS arg_FOLDERS)
        list(APPEND patterns ${folder}/*.cpp ${folder}/*.h)
    endforeach()
    file(GLOB sources CONFIGURE_DEPENDS ${patterns})
    foreach(file IN LISTS arg_WITHOUT)
        list(REMOVE_ITEM sources ${CMAKE_CURRENT_SOURCE_DIR}/${file})
    endforeach()
    add_library(pd_${name} STATIC ${sources})
    add_library(Pd::${name} ALIAS pd_${name})
    target_link_libraries(pd_${name} PUBLIC pd_flags ${arg_PUBLIC} PRIVATE ${arg_LINK})
    pd_precompile(pd_${name})
endfunction()

# One precompiled header for all that knows QtCore alone, shared, so that it is compiled once.
function(pd_precompile target)
    if(NOT TARGET pd_pch)
        file(WRITE ${PROJECT_BINARY_DIR}/pch/pch.cpp "")
        add_library(pd_pch OBJECT ${PROJECT_BINARY_DIR}/pch/pch.cpp)
        target_link_libraries(pd_pch PRIVATE pd_flags Qt6::Core QCoro::Core)
        target_precompile_headers(pd_pch PRIVATE
            <QtCore> <QCoroTask> <algorithm> <chrono> <coroutine> <deque> <expected> <functional> <memory> <mutex> <optional>
            <ranges> <span> <stop_token> <string> <string_view> <unordered_map> <utility> <variant> <vector>)
        set_target_properties(pd_pch PROPERTIES AUTOMOC OFF AUTOUIC OFF)
    endif()
    target_precompile_headers(${target} REUSE_FROM pd_pch)
endfunction()

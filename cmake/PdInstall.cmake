# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` brings to a system.
set(PD_APP_ID io.github.policydesk.PolicyDesk)
foreach(program policydesk policydeskctl)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
endforeach()
if(TARGET pd_lazyproxy)
    install(TARGETS pd_lazyproxy LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/policydesk NAMELINK_SKIP)
endif()
install(FILES packaging/${PD_APP_ID}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/${PD_APP_ID}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/${PD_APP_ID}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)

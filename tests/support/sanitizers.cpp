// SPDX-License-Identifier: GPL-3.0-or-later
// Part of every test executable: what the sanitizers should know before main. The environment's own options come after these.

#if defined(__SANITIZE_ADDRESS__)
extern "C" const char *__asan_default_options()
{
    return "detect_stack_use_after_return=1:strict_string_checks=1:check_initialization_order=1";
}

extern "C" const char *__ubsan_default_options()
{
    return "print_stacktrace=1";
}
#endif

#if defined(__SANITIZE_THREAD__)
extern "C" const char *__tsan_default_options()
{
    // Debian's Qt is not instrumented: its own locks are not seen, and without this every event loop would be a race.
    return "ignore_noninstrumented_modules=1:second_deadlock_stack=1";
}
#endif

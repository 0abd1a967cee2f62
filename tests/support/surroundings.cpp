// SPDX-License-Identifier: GPL-3.0-or-later
#include "surroundings.h"

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <csignal>
#include <unistd.h>

extern char **environ;

namespace pd::test {

namespace fs = std::filesystem;

namespace {

// What could lead a test to the user's own accounts, proxies or displays.
constexpr std::string_view Unwanted[] = {"http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY",
    "ALL_PROXY", "NO_PROXY", "DOCKER_CONFIG", "DOCKER_AUTH_CONFIG", "REGISTRY_AUTH_FILE", "GITHUB_TOKEN", "GH_TOKEN", "GH_CONFIG_DIR",
    "SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE", "LANGUAGE", "LC_ALL", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_LOGGING_RULES",
    "QT_SCALE_FACTOR", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "XDG_CONFIG_DIRS", "XDG_STATE_HOME", "OPA_CAPABILITIES"};

void cleanEnvironment()
{
    for (const std::string_view name : Unwanted)
        unsetenv(name.data());
    std::vector<std::string> ours;
    for (char **entry = environ; *entry; ++entry) {
        const std::string_view line(*entry);
        if (line.starts_with("POLICYDESK_"))
            ours.emplace_back(line.substr(0, line.find('=')));
    }
    for (const std::string &name : ours)
        unsetenv(name.c_str());
    setenv("LANG", "C.UTF-8", 1);
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    setenv("QTEST_FUNCTION_TIMEOUT", "120000", 0);
}

std::string makeHome()
{
    // Short, since the path of a unix socket has 107 bytes.
    std::string path = "/tmp/pd-XXXXXX";
    if (!mkdtemp(path.data())) {
        std::perror("mkdtemp");
        std::exit(2);
    }
    return path;
}

void enterHome(const std::string &home)
{
    const struct {
        const char *name;
        const char *folder;
    } places[] = {{"HOME", ""}, {"XDG_CONFIG_HOME", "/.config"}, {"XDG_DATA_HOME", "/.local/share"}, {"XDG_CACHE_HOME", "/.cache"},
        {"XDG_STATE_HOME", "/.local/state"}, {"XDG_RUNTIME_DIR", "/run"}, {"TMPDIR", "/tmp"}};
    for (const auto &place : places) {
        const std::string path = home + place.folder;
        fs::create_directories(path);
        fs::permissions(path, fs::perms::owner_all);
        setenv(place.name, path.c_str(), 1);
    }
}

std::vector<pid_t> children()
{
    std::vector<pid_t> found;
    for (const auto &thread : fs::directory_iterator("/proc/self/task")) {
        std::ifstream list(thread.path() / "children");
        found.insert(found.end(), std::istream_iterator<pid_t>(list), {});
    }
    return found;
}

std::string commandLine(pid_t pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/cmdline", std::ios::binary);
    std::string line((std::istreambuf_iterator<char>(file)), {});
    for (char &c : line)
        c = c == '\0' ? ' ' : c;
    return std::to_string(pid) + ' ' + line;
}

void reap()
{
    while (waitpid(-1, nullptr, WNOHANG) > 0) { }
}

} // namespace

Surroundings::Surroundings()
{
    const char *given = std::getenv("PD_TEST_HOME");
    m_own = !given;
    m_home = given ? given : makeHome();
    cleanEnvironment();
    if (m_own) {
        enterHome(m_home);
        unsetenv("DISPLAY");
        unsetenv("WAYLAND_DISPLAY");
        setenv("DBUS_SESSION_BUS_ADDRESS", ("unix:path=" + m_home + "/no-bus").c_str(), 1);
        setenv("QT_QPA_PLATFORM", "offscreen", 1);
    }
}

Surroundings::~Surroundings()
{
    if (!m_own)
        return;
    std::error_code ignored; // a folder that a test made read-only
    for (const auto &entry : fs::recursive_directory_iterator(m_home, fs::directory_options::skip_permission_denied, ignored)) {
        if (entry.is_directory(ignored) && !entry.is_symlink(ignored))
            fs::permissions(entry.path(), fs::perms::owner_all, fs::perm_options::add, ignored);
    }
    fs::remove_all(m_home, ignored);
}

void adoptOrphans()
{
    prctl(PR_SET_CHILD_SUBREAPER, 1);
}

std::vector<std::string> endLeftovers()
{
    reap();
    for (int i = 0; i < 100 && !children().empty(); ++i) {
        usleep(20'000);
        reap();
    }
    std::vector<std::string> names;
    // Killing a parent hands its children to us: until none is left.
    for (std::vector<pid_t> left = children(); !left.empty(); left = children()) {
        for (const pid_t pid : left) {
            names.push_back(commandLine(pid));
            kill(pid, SIGKILL);
            waitpid(pid, nullptr, 0);
        }
    }
    return names;
}

} // namespace pd::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace pd::test {

/// The private home of one test class: made and put into the environment at once, removed at the end. Before any Qt object.
///
/// Under `support/desktop.sh` (PD_TEST_HOME is set) the home, bus and display are those of the script, which also removes them.
class Surroundings {
public:
    Surroundings();
    ~Surroundings();
    Surroundings(const Surroundings &) = delete;
    Surroundings &operator=(const Surroundings &) = delete;

    [[nodiscard]] const std::string &home() const { return m_home; }

private:
    std::string m_home;
    bool m_own = false;
};

/// Makes this process the parent of every orphan below it, so that none escapes `endLeftovers`.
void adoptOrphans();

/// Waits a moment for processes below this one that are about to end, then kills those that stay. Their command lines.
[[nodiscard]] std::vector<std::string> endLeftovers();

} // namespace pd::test

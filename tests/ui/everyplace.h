// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/thread.h"
#include "core/workerpool.h"
#include "desk/desk.h"
#include "support/servers/registryserver.h"
#include "widgets/theme.h"

#include <QTemporaryDir>
#include <QWidget>

namespace pd::ui {
class DeskWindow;
}

namespace pd::desk {
class Engine;
}

namespace pd::test {

/// The real window over a desk of its own, with something in every part: images, a package on a registry, a folder that builds and one that does not,
/// receipts, failures. `visit` leads through all of it.
class EveryPlace final {
public:
    /// Called at each place: what it is called, and the window or dialog that shows.
    using Look = std::function<void(const QString &where, QWidget &window)>;

    EveryPlace();
    ~EveryPlace();
    EveryPlace(const EveryPlace &) = delete;
    EveryPlace &operator=(const EveryPlace &) = delete;

    /// Opens a window of that size and goes through it; false where a place did not come up (`missing` names it).
    [[nodiscard]] bool visit(QSize size, const Look &given);
    [[nodiscard]] QString missing() const { return m_missing; }
    /// What is data here: names, hosts, paths, tags.
    [[nodiscard]] QStringList data() const;
    [[nodiscard]] ui::Theme &theme() { return m_theme; }

private:
    bool seed();
    bool until(const QString &what, const std::function<bool()> &there);
    bool visitImages(ui::DeskWindow &window, const Look &look);
    bool visitDialogs(ui::DeskWindow &window, const Look &look);
    bool visitFolders(ui::DeskWindow &window, const Look &look);
    bool visitRegistry(ui::DeskWindow &window, const Look &look);
    bool visitTry(ui::DeskWindow &window, const Look &look);
    bool visitSettings(ui::DeskWindow &window, const Look &look);
    bool visitAround(ui::DeskWindow &window, const Look &look);

    QTemporaryDir m_folder;
    ui::Theme m_theme{ui::ThemeChoice{ui::Scheme::Light, false, 1.0}};
    RegistryServer m_registry;
    WorkerPool m_pool;
    SystemClock m_clock;
    EventThread m_thread{QStringLiteral("engine")};
    std::unique_ptr<desk::Engine> m_engine;
    std::unique_ptr<desk::Desk> m_desk;
    QString m_missing;
};

} // namespace pd::test

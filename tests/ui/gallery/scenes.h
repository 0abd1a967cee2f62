// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pd::ui {
class MainWindow;
}

namespace pd::gallery {

[[nodiscard]] QStringList scenes();
/// Puts the window into a situation; false for one that is not known.
[[nodiscard]] bool show(pd::ui::MainWindow *window, const QString &scene);

} // namespace pd::gallery

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QCoreApplication;

namespace pd {

/// Installs the texts of the language that the person reads: the first of `locale`'s languages (on Linux LANGUAGE, LC_ALL, LC_MESSAGES,
/// LANG) that the program has; English, which knows one and many, where it has none of them. Qt's own texts come with it where Qt's
/// translations are installed. The texts are resources below `:/languages`, which the target pd_translations brings; a program without it
/// shows the texts of the sources. Once, on the GUI thread, after the application exists and before the first text is made.
void installTranslations(QCoreApplication &application, const QLocale &locale = QLocale());

} // namespace pd

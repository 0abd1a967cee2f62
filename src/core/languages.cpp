// SPDX-License-Identifier: GPL-3.0-or-later
#include "languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace pd {

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    const auto install = [&application](const auto &load) {
        auto *translator = new QTranslator(&application);
        if (load(*translator) && QCoreApplication::installTranslator(translator))
            return;
        delete translator;
    };
    const QString folder = QStringLiteral(":/languages");
    // What was installed last is asked first.
    install([&](QTranslator &english) { return english.load(QStringLiteral("policydesk_en"), folder); });
    install([&](QTranslator &ofQt) {
        return ofQt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    });
    install([&](QTranslator &own) { return own.load(locale, QStringLiteral("policydesk"), QStringLiteral("_"), folder); });
}

} // namespace pd

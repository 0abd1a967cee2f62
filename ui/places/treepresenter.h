// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "models/navigationfacts.h"

namespace pd::ui {

/// The tree at the left: what the settings and the reading so far know. Reads what is opened in it for the first time.
class TreePresenter final : public QObject {
    Q_OBJECT
public:
    explicit TreePresenter(Context &context);

private:
    void show();
    void wantChildren(const QString &id);
    [[nodiscard]] models::NavigationFacts facts() const;
    [[nodiscard]] models::NavigationFacts::Registry registry(const desk::RegistryEntry &entry) const;

    Context &m_context;
    QSet<QString> m_wholeOwners;
};

} // namespace pd::ui

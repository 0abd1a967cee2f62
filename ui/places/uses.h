// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace pd::ui {

/// *Use* on the first page: signs in with what another program on this computer has, one account after the other.
class Uses final : public QObject {
    Q_OBJECT
public:
    Uses(Context &context, QObject *parent);

    /// All accounts of a program that was found.
    void use(desk::FoundRow::Kind kind);
    /// Those of every program.
    void useAll();

private:
    void add(desk::FoundRow::Kind kind);
    void next();
    void follow(const desk::TakeOverRequest &request, desk::Operation *operation);
    void ended(const desk::TakeOverRequest &request, desk::Operation *operation);
    void keep(const QString &host);

    Context &m_context;
    QList<desk::TakeOverRequest> m_queue;
    bool m_runs = false;
};

} // namespace pd::ui

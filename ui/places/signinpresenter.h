// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presenter.h"

namespace pd::ui {

class SignInPane;

/// Signing in to a registry.
class SignInPresenter final : public Presenter {
    Q_OBJECT
public:
    explicit SignInPresenter(Context &context);

    /// `signin:HOST`; an empty host is asked for.
    [[nodiscard]] static bool handles(const models::Place &place);
    void open(const models::Place &place) override;
    bool act(const QString &id) override;

private:
    SignInPane *m_pane;
};

} // namespace pd::ui

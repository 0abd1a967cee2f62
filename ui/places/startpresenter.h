// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presenter.h"

namespace pd::ui {

class StartPage;

/// The first page: what is already on this computer, and four ways to begin.
class StartPresenter final : public Presenter {
    Q_OBJECT
public:
    explicit StartPresenter(Context &context);

    [[nodiscard]] static bool handles(const models::Place &place);
    void open(const models::Place &place) override;
    bool act(const QString &id) override;

private:
    void fill();
    void explain(const QString &typed);

    StartPage *m_page;
};

} // namespace pd::ui

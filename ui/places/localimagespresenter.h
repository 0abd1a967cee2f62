// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presenter.h"

namespace pd::ui {

class LocalImagesPane;

/// *Local images*: what is in the store, and what can be done with it.
class LocalImagesPresenter final : public Presenter {
    Q_OBJECT
public:
    explicit LocalImagesPresenter(Context &context);

    [[nodiscard]] bool handles(const models::Place &place) const override;
    /// `local`, or `image:REFERENCE`: with that image selected.
    void open(const models::Place &place) override;
    bool act(const QString &id) override;
    [[nodiscard]] QString tryable() const override;

private:
    void inspect();
    void save(const QString &reference);

    LocalImagesPane *m_pane;
};

} // namespace pd::ui

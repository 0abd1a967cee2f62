// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presenter.h"

namespace pd::ui {

/// A registry, or an owner at a registry: its packages.
class RegistryPresenter final : public Presenter {
    Q_OBJECT
public:
    explicit RegistryPresenter(Context &context);

    /// `registry:HOST`, `owner:HOST/OWNER`.
    [[nodiscard]] bool handles(const models::Place &place) const override;
    void open(const models::Place &place) override;
    bool act(const QString &id) override;

private:
    void show();
    void inspect();

    QString m_host;
    QString m_owner; ///< Empty: all of the registry.
};

} // namespace pd::ui

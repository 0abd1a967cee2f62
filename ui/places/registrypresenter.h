// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presenter.h"

#include <stop_token>

namespace pd::ui {

class OwnerPane;

/// A registry, or an owner at a registry: its packages, their newest tags as they come into sight.
class RegistryPresenter final : public Presenter {
    Q_OBJECT
public:
    explicit RegistryPresenter(Context &context);
    ~RegistryPresenter() override;

    /// `registry:HOST`, `owner:HOST/OWNER`.
    [[nodiscard]] static bool handles(const models::Place &place);
    void open(const models::Place &place) override;
    void leave() override;
    bool act(const QString &id) override;

private:
    void show();
    void inspect();
    void name();
    void openTyped(const QString &typed);
    void wantNewest(const QStringList &keys);
    [[nodiscard]] std::optional<desk::RemotePackage> chosen() const;
    [[nodiscard]] QString ownerPage() const;
    static Task<void> readNewest(QPointer<RegistryPresenter> self, QStringList keys, std::stop_token stop);

    OwnerPane *m_pane;
    QString m_host;
    QString m_owner; ///< Empty: all of the registry.
    std::stop_source m_newest;
};

} // namespace pd::ui

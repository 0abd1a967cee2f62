// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presenter.h"

#include <stop_token>

namespace pd::ui {

class LocalImagesPane;

/// *Local images*: what is in the store, and what can be done with it.
class LocalImagesPresenter final : public Presenter {
    Q_OBJECT
public:
    explicit LocalImagesPresenter(Context &context);
    ~LocalImagesPresenter() override;

    [[nodiscard]] static bool handles(const models::Place &place);
    /// `local`, or `image:REFERENCE`: with that image selected.
    void open(const models::Place &place) override;
    bool act(const QString &id) override;
    [[nodiscard]] QString tryable() const override;

private:
    void inspect();
    void save(const QString &reference);
    void compare();
    static Task<void> follow(QPointer<LocalImagesPresenter> self, QList<desk::LocalImage> images, std::stop_token stop);

    LocalImagesPane *m_pane;
    QHash<QString, QString> m_compared; ///< References that were asked for, and the digest that they had here.
    QSet<QString> m_foreign; ///< Those that were not asked for, as their registry is none of the user's.
    QStringList m_inSight;
    std::stop_source m_comparing;
};

} // namespace pd::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presenter.h"

#include <stop_token>

namespace pd::ui {

class RepositoryPane;

/// A package: its tags, their details as they come into sight.
class PackagePresenter final : public Presenter {
    Q_OBJECT
public:
    explicit PackagePresenter(Context &context);
    ~PackagePresenter() override;

    /// `package:HOST/REPOSITORY`, or `opened:REFERENCE` with a tag to select.
    [[nodiscard]] static bool handles(const models::Place &place);
    void open(const models::Place &place) override;
    void leave() override;
    bool act(const QString &id) override;
    [[nodiscard]] QString tryable() const override;

private:
    void inspect();
    /// Badge and buttons of the package, whichever of its tags is chosen.
    void showHead();
    bool actOnPackage(const QString &id);
    void readAgain();
    void readMore();
    void wantDetails(const QStringList &tags);
    [[nodiscard]] desk::RemotePackage package() const;
    [[nodiscard]] QString repositoryName() const;
    [[nodiscard]] bool isShown(const QString &host, const QString &repository) const;

    [[nodiscard]] bool wantsMore(qsizetype before, const QList<desk::RemoteTag> &rows) const;
    static Task<void> readTags(QPointer<PackagePresenter> self, QString host, QString repository, QString page, std::stop_token stop);
    static Task<void> readPackage(QPointer<PackagePresenter> self, QString host, QString repository, std::stop_token stop);
    static Task<void> readDetails(
        QPointer<PackagePresenter> self, QString host, QString repository, QStringList tags, std::stop_token stop);

    RepositoryPane *m_pane;
    QString m_host;
    QString m_repository;
    desk::RemotePackage m_package; ///< As it was read by itself.
    QString m_wanted; ///< A tag that is to be selected, on whatever page it is.
    QString m_next; ///< The page after those that are read; empty: all are.
    bool m_readsTags = false;
    QHash<QString, desk::RemoteTag> m_tags;
    QList<desk::RemoteTag> m_rows; ///< Those that are read, in the registry's order.
    std::stop_source m_reading;
    std::stop_source m_details;
};

} // namespace pd::ui

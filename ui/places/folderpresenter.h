// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presenter.h"

#include <stop_token>

namespace pd::ui {

class PublishPane;
class SourcePane;

/// A folder with Rego: publishing and building it, and reading the places that a build complains of.
class FolderPresenter final : public Presenter {
    Q_OBJECT
public:
    explicit FolderPresenter(Context &context);
    ~FolderPresenter() override;

    /// `folder:PATH`.
    [[nodiscard]] static bool handles(const models::Place &place);
    void open(const models::Place &place) override;
    bool act(const QString &id) override;
    [[nodiscard]] QString tryable() const override { return m_path; }

private:
    void showTabs(const QString &current);
    void openSource(const Diagnostic &place);
    [[nodiscard]] QString pathOf(const Diagnostic &place) const;
    void publish(const desk::PublishRequest &request);
    void build(const desk::PublishRequest &request);
    void remember(const QString &destination);
    [[nodiscard]] QStringList destinations() const;

    static Task<void> read(QPointer<FolderPresenter> self, QString path, std::stop_token stop);
    static Task<void> readSource(QPointer<FolderPresenter> self, QString path);
    static Task<void> plan(QPointer<FolderPresenter> self, desk::PublishRequest request, std::stop_token stop);

    PublishPane *m_pane;
    SourcePane *m_source;
    QString m_path;
    bool m_sourceOpen = false; ///< The tab is there.
    std::optional<desk::FolderRow> m_folder;
    desk::PublishPlan m_plan;
    std::stop_source m_reading;
    std::stop_source m_planning;
};

} // namespace pd::ui

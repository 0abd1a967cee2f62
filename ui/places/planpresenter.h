// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presenter.h"

#include <stop_token>

namespace pd::ui {

class PlanPane;

/// What a delete on a registry would take along: made anew whenever it is opened, carried out by the one red button, and then as it was shown.
class PlanPresenter final : public Presenter {
    Q_OBJECT
public:
    explicit PlanPresenter(Context &context);
    ~PlanPresenter() override;

    /// `plan:HOST/REPOSITORY`, with `:TAG` or `@DIGEST` for one version.
    [[nodiscard]] static bool handles(const models::Place &place);
    void open(const models::Place &place) override;
    void leave() override;
    bool act(const QString &id) override;

private:
    void planAgain();
    void inspect();
    [[nodiscard]] QString packagePlace() const;
    static Task<void> make(QPointer<PlanPresenter> self, desk::DeleteRequest request, std::stop_token stop);

    PlanPane *m_pane;
    desk::DeleteRequest m_request;
    std::optional<desk::DeletePlan> m_plan;
    std::stop_source m_planning;
};

} // namespace pd::ui

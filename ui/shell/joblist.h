// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pd::ui {

/// The room for the rows of Activity. Assistive technology sees a list with a row for each job.
class JobList final : public QWidget {
    Q_OBJECT
public:
    explicit JobList(QWidget *parent = nullptr);
};

} // namespace pd::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "tagdialog.h"

class QTimer;

namespace pd::ui {

class TokenField;

/// *Push to…*: copies an image of this computer to any registry and owner, under one or several tags, which it gets here in the same act. What is
/// there already is asked for (`planWanted`), so that a tag that moves is named before.
class PushDialog final : public FormDialog {
    Q_OBJECT
public:
    struct Registry {
        QString host;
        QString label; ///< "Practice registry"; empty: the host
        QString icon;
    };
    struct Content {
        desk::LocalImage image;
        QString destination; ///< `host/repository` to begin with; empty: the image's own
        QList<Registry> registries; ///< Offered, each a chip
    };
    PushDialog(Content content, ReadReference read, QWidget *parent);

    void setPlan(const desk::PublishPlan &plan);
    void setPlanProblem(const QString &destination, const Error &error);

Q_SIGNALS:
    /// `destination` complete. A newer wish replaces the older one.
    void planWanted(const QString &destination, const QStringList &tags);
    void pushRequested(const pd::desk::PushRequest &request);

protected:
    [[nodiscard]] bool act() override;

private:
    void buildRows();
    QWidget *makeRegistries();
    void useRegistry(const QString &host);
    void changed();
    void explain();
    [[nodiscard]] desk::ReferenceReading reading() const;
    [[nodiscard]] QString destination() const;

    Content m_content;
    ReadReference m_read;
    QLineEdit *m_destination;
    QLabel *m_hint;
    TokenField *m_tags;
    QTimer *m_settle;
    std::optional<desk::PublishPlan> m_plan;
    QString m_problem; ///< Why what is there cannot be known; the push may work all the same.
};

} // namespace pd::ui

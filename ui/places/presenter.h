// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "models/navigationfacts.h"

namespace pd::ui {

/// Joins one kind of place to the desk: shows what the desk answers in its pane and in the inspector, and turns what is chosen there into acts. One
/// presenter at a time is *current*; only that one touches the inspector and the tabs. GUI thread.
class Presenter : public QObject {
    Q_OBJECT
public:
    explicit Presenter(Context &context)
        : m_context(context)
    {
    }

    /// The place becomes current: its page, tabs, breadcrumb and inspector.
    virtual void open(const models::Place &place) = 0;
    /// Another place becomes current.
    virtual void leave() { }
    /// A button, verb or key on what is shown. False: it is not this presenter's.
    virtual bool act(const QString &id) = 0;
    /// What is selected, as *Try* takes it: `host/repository:tag`, or the path of a folder; empty where nothing can be tried.
    [[nodiscard]] virtual QString tryable() const { return {}; }

    [[nodiscard]] bool isCurrent() const { return m_current; }
    void setCurrent(bool current) { m_current = current; }

protected:
    [[nodiscard]] Context &context() const { return m_context; }
    [[nodiscard]] desk::Desk &desk() const { return m_context.desk(); }
    [[nodiscard]] MainWindow &window() const { return m_context.window(); }
    [[nodiscard]] Known &known() const { return m_context.known(); }

private:
    Context &m_context;
    bool m_current = false;
};

} // namespace pd::ui

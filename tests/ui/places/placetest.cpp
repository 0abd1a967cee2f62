// SPDX-License-Identifier: GPL-3.0-or-later
#include "placetest.h"

#include "shell/inspector.h"
#include "shell/navigationtree.h"
#include "widgets/rowview.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QProcess>

namespace pd::test {

namespace {

constexpr int Patience = 20'000;

bool clickIn(QAbstractItemView &view, const QString &text, int column)
{
    const QAbstractItemModel *model = view.model();
    const QModelIndexList found = model->match(model->index(0, column), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive);
    if (found.isEmpty())
        return false;
    view.scrollTo(found.first());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(found.first()).center());
    return true;
}

} // namespace

Place::Place(const PlaceOptions &options)
    : m_theme(std::make_unique<ui::Theme>(ui::ThemeChoice{ui::Scheme::Light, false, 1.0}))
    , m_thread(std::make_unique<EventThread>(QStringLiteral("engine")))
{
    desk::EngineOptions engine;
    engine.githubApi = options.githubApi;
    auto made
        = await(runIn(m_thread->mailbox(), [engine, gui = Mailbox::current(), this] { return desk::Engine::make(engine, *gui, m_pool); }));
    if (!made)
        qFatal("no engine: %s", qPrintable(made.error().cause));
    m_engine = std::move(*made);
    m_desk = std::make_unique<desk::Desk>(m_thread->mailbox(), *m_engine, m_pool, engine.paths, options.settings, QString());
    m_window = std::make_unique<ui::DeskWindow>(*m_desk, m_pool, m_clock);
}

Place::~Place()
{
    m_desk->cancelAll();
    m_window.reset();
    m_desk.reset();
    QEventLoop done;
    const auto end = [this, &done]() -> Task<void> {
        co_await desk::Engine::end(m_thread->mailbox(), m_engine);
        done.quit();
    };
    end();
    done.exec();
    m_thread.reset();
}

desk::Services &Place::services()
{
    return m_engine->services();
}

bool Place::show()
{
    window().resize(1440, 900);
    window().resetLayout();
    m_window->open(QStringLiteral("start"));
    window().show();
    return QTest::qWaitForWindowActive(&window());
}

QWidget *Place::shownWidget(const QString &id)
{
    QCoreApplication::processEvents(); // what was put into a layout just now shows
    // The dialog on top comes first: it is what the pointer reaches.
    QWidgetList tops = QApplication::topLevelWidgets();
    std::ranges::stable_sort(tops, [](const QWidget *a, const QWidget *b) { return a->isModal() > b->isModal(); });
    for (const QWidget *top : std::as_const(tops)) {
        if (!top->isVisible())
            continue;
        const auto found = top->findChildren<QWidget *>(id);
        for (QWidget *widget : found) {
            if (widget->isVisible())
                return widget;
        }
    }
    return nullptr;
}

bool Place::isOffered(const QString &id)
{
    const QWidget *widget = shownWidget(id);
    const QWidget *modal = QApplication::activeModalWidget();
    return widget && widget->isEnabled() && (!modal || widget->window() == modal);
}

bool Place::click(const QString &id)
{
    if (!QTest::qWaitFor([&id] { return isOffered(id); }, Patience))
        return false;
    QTest::mouseClick(shownWidget(id), Qt::LeftButton);
    return true;
}

bool Place::type(const QString &id, const QString &text)
{
    auto *edit = shown<QLineEdit>(id);
    if (!edit || !edit->isEnabled())
        return false;
    QTest::mouseClick(edit, Qt::LeftButton);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
    return edit->text() == text;
}

bool Place::clickRow(const QString &viewId, const QString &text, int column)
{
    return QTest::qWaitFor(
        [&] {
            auto *view = shown<QAbstractItemView>(viewId);
            return view && clickIn(*view, text, column);
        },
        Patience);
}

bool Place::says(const QString &words)
{
    QCoreApplication::processEvents();
    for (const QWidget *top : QApplication::topLevelWidgets()) {
        const auto labels = top->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && (label->text().contains(words) || label->accessibleName().contains(words)))
                return true;
        }
    }
    return false;
}

namespace {

void collect(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &texts)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        texts.append(index.data().toString());
        collect(model, index, texts);
    }
}

} // namespace

QStringList Place::tree()
{
    QStringList texts;
    collect(*window().tree()->view()->model(), {}, texts);
    return texts;
}

QStringList Place::offers()
{
    QStringList ids;
    const models::InspectorContent content = window().inspector()->content();
    for (const QList<models::ActionValue> &actions : {content.buttons, content.verbs, content.more}) {
        for (const models::ActionValue &action : actions)
            ids.append(action.id);
    }
    return ids;
}

bool Place::chooseInTree(const QString &label)
{
    return QTest::qWaitFor([&] { return clickIn(*window().tree()->view(), label, 0); }, Patience);
}

void Place::picture(const QString &name)
{
    const QString folder = qEnvironmentVariable("PD_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(200);
    for (const auto &[scheme, word] : {std::pair(ui::Scheme::Light, "light"), std::pair(ui::Scheme::Dark, "dark")}) {
        m_theme->setChoice({scheme, false, 1.0});
        QTest::qWait(100);
        const QWidget *modal = QApplication::activeModalWidget();
        window().grab().save(QDir(folder).filePath(name + QLatin1Char('-') + QLatin1StringView(word) + QStringLiteral(".png")));
        if (modal)
            const_cast<QWidget *>(modal)->grab().save(
                QDir(folder).filePath(name + QStringLiteral("-dialog-") + QLatin1StringView(word) + QStringLiteral(".png")));
    }
    m_theme->setChoice({ui::Scheme::Light, false, 1.0});
}

std::optional<QByteArray> output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 20'000) || process.exitCode() != 0)
        return std::nullopt;
    return process.readAllStandardOutput().trimmed();
}

QByteArray keyringToken(const QString &key)
{
    return output(QStringLiteral("secret-tool"),
        {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("policydesk"), QStringLiteral("user"), key})
        .value_or(QByteArray());
}

bool writeHome(const QString &path, const QByteArray &bytes, bool executable)
{
    const QString whole = QDir::homePath() + QLatin1Char('/') + path;
    QFile file(whole);
    if (!QDir().mkpath(QFileInfo(whole).absolutePath()) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return false;
    file.close();
    return !executable || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

Browser::Browser()
{
    QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "open");
    QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open");
}

Browser::~Browser()
{
    QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
}

} // namespace pd::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyplace.h"

#include "desk/engine.h"
#include "dialogs/closedialog.h"
#include "models/navigationfacts.h"
#include "places/deskwindow.h"
#include "shell/gotoanything.h"
#include "shell/panehost.h"
#include "support/await.h"
#include "support/opa.h"
#include "widgets/rowview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace pd::test {

namespace {

constexpr int Patience = 30'000;
const QString Repository = u"acme/policy-rbac"_s;

template <typename T>
T *shown(QWidget &window, const QString &id)
{
    for (T *each : window.findChildren<T *>(id)) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

int rows(QWidget &window, const QString &id)
{
    const auto *view = shown<ui::RowView>(window, id);
    return view && view->model() ? view->model()->rowCount() : 0;
}

/// The dialog that `act` opens is looked at and closed.
bool lookAtDialog(const QString &where, QWidget &window, const std::function<void()> &act, const EveryPlace::Look &look, const QString &id)
{
    act();
    QWidget *dialog = nullptr;
    if (!QTest::qWaitFor([&] { return (dialog = window.findChild<QWidget *>(id)) && dialog->isVisible(); }, Patience))
        return false;
    QTest::qWait(1);
    look(where, *dialog);
    dialog->close();
    return QTest::qWaitFor([gone = QPointer(dialog)] { return !gone; }, Patience);
}

/// Waits until nothing moves any more: layouts settle when the events that they posted are done, and what was asked for may come meanwhile.
void settle(const QWidget &window)
{
    const auto places = [&window] {
        QList<std::pair<const QWidget *, QRect>> all;
        for (const QWidget *each : window.findChildren<QWidget *>()) {
            if (each->isVisible())
                all.append({each, each->geometry()});
        }
        return all;
    };
    auto before = places();
    int still = 0;
    const bool atRest = QTest::qWaitFor(
        [&] {
            QTest::qWait(20);
            auto now = places();
            still = now == before ? still + 1 : 0;
            before = std::move(now);
            return still == 3;
        },
        Patience);
    if (!atRest)
        qWarning("the window does not come to rest");
}

/// A picture of what was looked at, in the folder that PD_TEST_PICTURES names.
void keep(const QString &where, QWidget &shown)
{
    const QString folder = qEnvironmentVariable("PD_TEST_PICTURES");
    if (folder.isEmpty())
        return;
    const QString row = QString::fromUtf8(QTest::currentDataTag() ? QTest::currentDataTag() : QTest::currentTestFunction());
    QDir().mkpath(folder);
    shown.grab().save(folder + u'/' + QString(row + u'-' + where).replace(u'/', u'-').replace(u' ', u'_') + u".png"_s);
}

} // namespace

EveryPlace::EveryPlace()
{
    desk::EngineOptions options;
    options.paths.config = m_folder.filePath(u"config"_s);
    options.store = m_folder.filePath(u"store"_s);
    options.mayPrompt = false;
    desk::Settings settings;
    settings.registries = {{m_registry.host(), {}, {u"acme"_s}, true, {}}, {u"ghcr.io"_s, u"mira"_s, {}, false, {}}};
    settings.folders = {{m_folder.filePath(u"rbac"_s), m_registry.host() + u'/' + Repository},
        {m_folder.filePath(u"broken"_s), m_registry.host() + u"/acme/broken"_s}};
    settings.practicePort = 5005;
    auto made
        = await(runIn(m_thread.mailbox(), [options, gui = Mailbox::current(), this] { return desk::Engine::make(options, *gui, m_pool); }));
    if (!made) {
        m_missing = u"the engine"_s;
        return;
    }
    m_engine = *std::move(made);
    m_desk = std::make_unique<desk::Desk>(m_thread.mailbox(), *m_engine, m_pool, options.paths, settings, QString());
    if (!seed() && m_missing.isEmpty())
        m_missing = u"the seed"_s;
}

EveryPlace::~EveryPlace()
{
    m_desk.reset();
    await(runIn(m_thread.mailbox(), [this]() -> Result<bool> {
        m_engine.reset();
        return true;
    }));
}

bool EveryPlace::until(const QString &what, const std::function<bool()> &there)
{
    if (QTest::qWaitFor(there, Patience))
        return true;
    m_missing = what;
    return false;
}

bool EveryPlace::seed()
{
    const QString folder = m_folder.filePath(u"rbac"_s);
    writeFile(folder + u"/rbac.rego"_s, "package rbac\n\ndefault allow := false\n\nallow if input.user == \"mira\"\n");
    writeFile(m_folder.filePath(u"broken/broken.rego"_s), "package broken\n\nallow if nothing(1)\n\ndeny if also(2)\n");
    const QString destination = m_registry.host() + u'/' + Repository;
    for (const QStringList &tags : {QStringList{u"1.0.0"_s}, QStringList{u"1.0.1"_s, u"latest"_s}}) {
        writeFile(folder + u"/data.json"_s, "{\"version\": \"" + tags.first().toUtf8() + "\"}");
        desk::PublishRequest request;
        request.folder = folder;
        request.destination = destination;
        request.tags = tags;
        const desk::Operation *published = m_desk->publish(request);
        if (!until(u"a publication"_s, [published] { return published->state() == desk::Operation::State::Done; }))
            return false;
    }
    const desk::Operation *alone = m_desk->build({{folder}, u"localhost:5005/only-here:0.1.0"_s, {}});
    const desk::Operation *saved = m_desk->save({destination + u":1.0.0"_s, m_folder.filePath(u"rbac.tar.gz"_s)});
    const desk::Operation *failed = m_desk->pull({u"127.0.0.1:1/nobody/nothing:1"_s});
    return until(u"the acts before"_s, [=] {
        return alone->state() == desk::Operation::State::Done && saved->state() == desk::Operation::State::Done
            && failed->state() == desk::Operation::State::Failed;
    });
}

QStringList EveryPlace::data() const
{
    return {m_folder.path(), m_registry.host(), Repository, u"policy-rbac"_s, u"acme"_s, u"rbac"_s, u"broken"_s, u"only-here"_s,
        u"localhost:5005"_s, u"latest"_s, u"ghcr.io"_s, u"mira"_s, u"nobody/nothing"_s, u"nobody"_s, u"nothing"_s, u"127.0.0.1:1"_s,
        u"allow"_s, u"version"_s}; // rules of the policy
}

bool EveryPlace::visit(QSize size, const Look &given)
{
    if (!m_missing.isEmpty())
        return false;
    const Look look = [&given](const QString &where, QWidget &shown) {
        settle(shown);
        given(where, shown);
        keep(where, shown);
    };
    ui::DeskWindow window(*m_desk, m_pool, m_clock);
    window.window().resize(size);
    window.window().resetLayout();
    window.open(models::startPlace());
    window.window().show();
    if (!until(u"the window"_s, [&] { return window.window().isActiveWindow(); }))
        return false;
    window.window().resize(size);
    QTest::qWait(1);
    look(u"start"_s, window.window());
    window.open(models::signInPlace(u"ghcr.io"_s));
    look(u"sign in"_s, window.window());
    return visitImages(window, look) && visitDialogs(window, look) && visitFolders(window, look) && visitRegistry(window, look)
        && visitTry(window, look) && visitSettings(window, look) && visitAround(window, look);
}

bool EveryPlace::visitImages(ui::DeskWindow &window, const Look &look)
{
    QWidget &frame = window.window();
    window.open(models::localPlace());
    if (!until(u"local images"_s, [&] { return rows(frame, u"localImagesView"_s) > 0 || rows(frame, u"Local images"_s) > 0; }))
        return false;
    look(u"local images"_s, frame);
    window.open(models::imagePlace(m_registry.host() + u'/' + Repository + u":1.0.0"_s));
    if (!until(u"an image's details"_s, [&] { return shown<QAbstractButton>(frame, u"pushButton"_s) != nullptr; }))
        return false;
    look(u"an image"_s, frame);
    auto *filter = shown<QLineEdit>(frame, u"filterEdit"_s);
    if (!filter)
        return until(u"filterEdit"_s, [] { return false; });
    filter->setText(u"0123"_s);
    if (!until(u"no image matches"_s, [&] { return shown<QAbstractButton>(frame, u"clearFilterButton"_s) != nullptr; }))
        return false;
    look(u"no image matches"_s, frame);
    filter->clear();
    return true;
}

bool EveryPlace::visitDialogs(ui::DeskWindow &window, const Look &look)
{
    QWidget &frame = window.window();
    const auto dialog = [&](const QString &where, const QString &id, const std::function<void()> &act) {
        return lookAtDialog(where, frame, act, look, id) || until(where, [] { return false; });
    };
    window.open(models::imagePlace(m_registry.host() + u'/' + Repository + u":1.0.0"_s));
    if (!until(u"an image's details"_s, [&] { return shown<QAbstractButton>(frame, u"pushButton"_s) != nullptr; }))
        return false;
    return dialog(u"tag"_s, u"tagDialog"_s, [&] { window.run(u"tag"_s); })
        && dialog(u"push to"_s, u"pushDialog"_s, [&] { window.run(u"push"_s); })
        && dialog(u"import"_s, u"importDialog"_s, [&] { window.openArgument(m_folder.filePath(u"rbac.tar.gz"_s)); })
        && dialog(u"closing"_s, u"closeDialog"_s, [&] {
               auto *closing = new ui::CloseDialog({{u"rbac"_s, u"1"_s, true}, {u"acme"_s, {}, false}}, &frame);
               closing->setAttribute(Qt::WA_DeleteOnClose);
               closing->open();
           });
}

bool EveryPlace::visitFolders(ui::DeskWindow &window, const Look &look)
{
    QWidget &frame = window.window();
    window.open(models::folderPlace(m_folder.filePath(u"rbac"_s)));
    if (!until(u"the form"_s, [&] {
            const auto *publish = shown<QAbstractButton>(frame, u"publishButton"_s);
            return publish && publish->isEnabled();
        }))
        return false;
    look(u"a folder"_s, frame);
    auto *more = window.window().panes()->page(u"publish"_s)->findChild<QAbstractButton *>(u"moreButton"_s);
    more->click();
    if (!until(u"more options"_s, [&] { return shown<QLineEdit>(frame, u"revisionEdit"_s) != nullptr; }))
        return false;
    look(u"a folder, more"_s, frame);
    window.open(models::folderPlace(m_folder.filePath(u"broken"_s)));
    if (!until(u"another form"_s, [&] {
            const auto *build = shown<QAbstractButton>(frame, u"buildButton"_s);
            const auto *destination = shown<QLineEdit>(frame, u"destinationEdit"_s);
            return build && build->isEnabled() && destination && destination->text().endsWith(u"/broken"_s);
        }))
        return false;
    shown<QAbstractButton>(frame, u"buildButton"_s)->click();
    if (!until(u"diagnostics"_s, [&] { return rows(frame, u"diagnosticsView"_s) > 0; }))
        return false;
    look(u"a build that fails"_s, frame);
    auto *view = shown<ui::RowView>(frame, u"diagnosticsView"_s);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(0, 0)).center());
    if (!until(u"the source"_s, [&] { return shown<QWidget>(frame, u"sourcePage"_s) != nullptr; }))
        return false;
    look(u"a place in the source"_s, frame);
    return true;
}

bool EveryPlace::visitRegistry(ui::DeskWindow &window, const Look &look)
{
    QWidget &frame = window.window();
    const QString host = m_registry.host();
    window.open(models::registryPlace(host));
    if (!until(u"repositories"_s, [&] { return shown<QWidget>(frame, u"ownerPage"_s) != nullptr; }))
        return false;
    QTest::qWait(200); // rows come from the pool, and nothing says that there are no more
    look(u"a registry"_s, frame);
    window.open(models::packagePlace(host, Repository) + u":1.0.1"_s);
    if (!until(u"a tag"_s, [&] { return shown<QAbstractButton>(frame, u"pullButton"_s) != nullptr; }))
        return false;
    QTest::qWait(200);
    look(u"a tag"_s, frame);
    window.open(models::planPlace(host + u'/' + Repository, u"1.0.1"_s));
    if (!until(u"a plan"_s, [&] { return shown<QAbstractButton>(frame, u"acceptButton"_s) != nullptr; }))
        return false;
    look(u"a plan"_s, frame);
    window.open(models::packagePlace(u"127.0.0.1:1"_s, u"nobody/nothing"_s));
    if (!until(u"an error"_s, [&] { return shown<QAbstractButton>(frame, u"retryButton"_s) != nullptr; }))
        return false;
    look(u"an error"_s, frame);
    return true;
}

bool EveryPlace::visitTry(ui::DeskWindow &window, const Look &look)
{
    QWidget &frame = window.window();
    window.open(models::folderPlace(m_folder.filePath(u"rbac"_s)));
    window.run(u"try"_s);
    if (!until(u"the prompt"_s, [&] { return shown<QPlainTextEdit>(frame, u"queryEdit"_s) != nullptr; }))
        return false;
    look(u"try"_s, frame);
    auto *query = shown<QPlainTextEdit>(frame, u"queryEdit"_s);
    for (const QString &text : {u"data"_s, u"data["_s, u"data.rbac.no"_s}) {
        query->setPlainText(text);
        QTest::keyClick(query, Qt::Key_Escape);
        QTest::keyClick(query, Qt::Key_Return);
        if (!until(u"an answer"_s, [&] { return shown<QAbstractButton>(frame, u"cancelQueryButton"_s) == nullptr; }))
            return false;
        QTest::qWait(400);
        look(u"try, "_s + text, frame);
    }
    return true;
}

bool EveryPlace::visitSettings(ui::DeskWindow &window, const Look &look)
{
    QWidget &frame = window.window();
    for (int tab = 0; tab < 4; ++tab) {
        if (!lookAtDialog(
                u"settings %1"_s.arg(tab), frame, [&] { window.run(u"settings"_s); },
                [&](const QString &where, QWidget &dialog) {
                    dialog.findChild<QTabBar *>(u"settingsTabs"_s)->setCurrentIndex(tab);
                    QTest::qWait(100);
                    look(where, dialog);
                },
                u"settingsDialog"_s))
            return until(u"the settings"_s, [] { return false; });
    }
    return lookAtDialog(
               u"about"_s, frame, [&] { window.run(u"about"_s); }, look, u"aboutDialog"_s)
        || until(u"about"_s, [] { return false; });
}

bool EveryPlace::visitAround(ui::DeskWindow &window, const Look &look)
{
    QWidget &frame = window.window();
    window.open(models::startPlace());
    window.window().setActivityShown(true);
    QTest::qWait(200);
    look(u"activity"_s, frame);
    window.window().setActivityShown(false);
    window.window().openGoTo();
    window.window().goToAnything()->edit()->setText(u"a"_s);
    QTest::qWait(200);
    look(u"go to anything"_s, frame);
    QTest::keyClick(window.window().goToAnything()->edit(), Qt::Key_Escape);
    shown<QAbstractButton>(frame, u"menuButton"_s)->click();
    if (!until(u"the menu"_s, [] { return QApplication::activePopupWidget() != nullptr; }))
        return false;
    look(u"the menu"_s, *QApplication::activePopupWidget());
    QApplication::activePopupWidget()->close();
    return true;
}

} // namespace pd::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostiledesk.h"

#include "desk/services.h"
#include "support/await.h"
#include "support/opa.h"
#include "widgets/elidedlabel.h"
#include "widgets/rowview.h"
#include "widgets/sentencelabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>

#include <filesystem>
#include <sys/mount.h>

namespace pd::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

HostileDesk::HostileDesk(const QString &home, const QStringList &registries)
    : m_theme(ui::ThemeChoice{ui::Scheme::Light, false, 1.0})
    , m_thread(std::make_unique<EventThread>(u"engine"_s))
{
    desk::EngineOptions options;
    options.paths = {home + u"/config"_s, home + u"/data"_s, home + u"/state"_s, home + u"/cache"_s,
        qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/policydesk"_s, home};
    options.store = storeOf(home);
    options.mayPrompt = false;
    auto made = await(
        runIn(m_thread->mailbox(), [options, gui = Mailbox::current(), this] { return desk::Engine::make(options, *gui, m_pool); }));
    if (!made) {
        m_problem = made.error().cause;
        return;
    }
    m_engine = std::move(*made);
    desk::Settings settings;
    for (const QString &host : registries)
        settings.registries.append({host, {}, {}, true, {}});
    m_desk = std::make_unique<desk::Desk>(
        m_thread->mailbox(), *m_engine, m_pool, options.paths, settings, m_engine->services().defaultRegistry);
    m_window = std::make_unique<ui::DeskWindow>(*m_desk, m_pool, m_clock);
    m_window->window().resize(1440, 900);
    m_window->window().resetLayout();
    m_window->open(u"start"_s);
    m_window->window().show();
    if (!QTest::qWaitForWindowActive(&m_window->window()))
        m_problem = u"the window does not get the keyboard"_s;
}

HostileDesk::~HostileDesk()
{
    if (m_desk)
        m_desk->cancelAll();
    m_window.reset();
    m_desk.reset();
    await(runIn(m_thread->mailbox(), [this]() -> Result<bool> {
        m_engine.reset();
        return true;
    }));
}

QWidget *HostileDesk::find(const QString &id) const
{
    QList<QWidget *> places;
    if (QWidget *dialog = QApplication::activeModalWidget())
        places.append(dialog);
    else
        places.append(&m_window->window());
    for (const QWidget *place : std::as_const(places)) {
        for (QWidget *widget : place->findChildren<QWidget *>(id)) {
            if (widget->isVisible())
                return widget;
        }
    }
    return nullptr;
}

bool HostileDesk::press(const QString &id)
{
    const auto ready = [this, &id] {
        const QWidget *widget = find(id);
        return widget && widget->isEnabled();
    };
    if (!QTest::qWaitFor(ready, 20s))
        return false;
    QTest::mouseClick(find(id), Qt::LeftButton);
    return true;
}

bool HostileDesk::pressTwice(const QString &id)
{
    const auto ready = [this, &id] {
        const QWidget *widget = find(id);
        return widget && widget->isEnabled();
    };
    if (!QTest::qWaitFor(ready, 20s))
        return false;
    const QPointer<QWidget> widget(find(id));
    QTest::mouseClick(widget, Qt::LeftButton);
    // The second press of a hand comes as a double click, and only where the button still is.
    if (widget && widget->isVisible())
        QTest::mouseDClick(widget, Qt::LeftButton);
    return true;
}

bool HostileDesk::type(const QString &id, const QString &text, bool enter)
{
    if (!QTest::qWaitFor([this, &id] { return find(id) != nullptr; }, 20s))
        return false;
    QWidget *widget = find(id);
    auto *box = qobject_cast<QComboBox *>(widget);
    QWidget *field = box ? box->lineEdit() : widget;
    QTest::mouseClick(field, Qt::LeftButton);
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    // keyClicks knows no letters but Latin ones.
    for (const QChar letter : text) {
        if (letter.unicode() < 0x80)
            QTest::keyClick(field, letter.toLatin1());
        else
            QTest::sendKeyEvent(QTest::Click, field, Qt::Key_unknown, QString(letter), Qt::NoModifier);
    }
    if (enter)
        QTest::keyClick(field, Qt::Key_Return);
    return true;
}

bool HostileDesk::choose(const QString &view, const QString &text)
{
    const auto rowOf = [this, &view, &text] {
        auto *rows = qobject_cast<QAbstractItemView *>(find(view));
        const QModelIndexList found = rows
            ? rows->model()->match(rows->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive)
            : QModelIndexList();
        return found.value(0);
    };
    if (!QTest::qWaitFor([&rowOf] { return rowOf().isValid(); }, 20s))
        return false;
    auto *rows = qobject_cast<QAbstractItemView *>(find(view));
    rows->scrollTo(rowOf());
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, rows->visualRect(rowOf()).center());
    return rows->selectionModel()->isRowSelected(rowOf().row(), rowOf().parent());
}

void HostileDesk::answerFileDialog(const QString &path)
{
    auto *look = new QTimer(&m_window->window());
    QObject::connect(look, &QTimer::timeout, look, [look, path] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        auto *name = dialog ? dialog->findChild<QLineEdit *>(u"fileNameEdit"_s) : nullptr;
        if (!name)
            return;
        look->deleteLater();
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
    });
    look->start(20);
}

namespace {

void collect(const QWidget &top, QStringList &words)
{
    for (const QWidget *widget : top.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            words.append(label->text());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            words.append(button->text());
        else if (const auto *elided = qobject_cast<const ui::ElidedLabel *>(widget))
            words.append(elided->text());
        else if (const auto *sentence = qobject_cast<const ui::SentenceLabel *>(widget))
            words.append(sentence->accessibleName());
    }
}

} // namespace

QString HostileDesk::said() const
{
    QStringList words;
    for (const QWidget *top : QApplication::topLevelWidgets()) {
        if (top->isVisible())
            collect(*top, words);
    }
    words.removeAll(QString());
    return words.join(u'\n');
}

void HostileDesk::listen()
{
    const QString now = said();
    if (!m_heard.contains(now))
        m_heard.append(now);
}

bool HostileDesk::hears(const QString &words)
{
    return QTest::qWaitFor(
        [this, &words] {
            listen();
            return std::ranges::any_of(m_heard, [&words](const QString &text) { return text.contains(words); });
        },
        30s);
}

QByteArray HostileDesk::heard() const
{
    QStringList all;
    for (const QString &text : m_heard) {
        for (const QString &line : text.split(u'\n')) {
            if (!all.contains(line))
                all.append(line);
        }
    }
    for (const desk::Operation *operation : m_desk->operations())
        all.append(operation->verb() + u' '
            + (operation->error() ? QString(operation->error()->cause + u' ' + operation->error()->detail) : u"-"_s));
    return all.join(u'\n').toUtf8();
}

bool HostileDesk::answers() const
{
    for (int attempt = 0; attempt < 3; ++attempt) {
        bool handled = false;
        QElapsedTimer clock;
        clock.start();
        QMetaObject::invokeMethod(&m_window->window(), [&handled] { handled = true; }, Qt::QueuedConnection);
        if (QTest::qWaitFor([&handled] { return handled; }, 5s) && clock.elapsed() < 250)
            return true;
    }
    return false;
}

int HostileDesk::done(const QString &verb) const
{
    const QList<desk::Operation *> all = m_desk->operations();
    return static_cast<int>(std::ranges::count_if(
        all, [&verb](const desk::Operation *operation) { return operation->verb() == verb && operation->receipt().has_value(); }));
}

QByteArray fingerprint(const QString &folder)
{
    QStringList names;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext())
        names.append(files.next());
    names.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &name : std::as_const(names)) {
        if (name.endsWith(".lock"_L1))
            continue;
        hash.addData(name.sliced(folder.size()).toUtf8());
        hash.addData(readFile(name));
    }
    return hash.result().toHex();
}

bool writePolicy(const QString &folder)
{
    return writeFile(folder + u"/rbac.rego"_s, "package rbac\n\ndefault allow := false\n\nallow if input.admin\n");
}

bool writeSparse(const QString &path, qint64 size, const QByteArray &head)
{
    QFile file(path);
    return writeFile(path, head) && file.resize(path, size);
}

TemplateHome::TemplateHome()
{
    HostileDesk desk(m_folder.path());
    m_problem = desk.problem();
    if (!m_problem.isEmpty())
        return;
    const QString policy = m_folder.filePath(u"policy"_s);
    if (!writePolicy(policy)) {
        m_problem = u"no policy could be written"_s;
        return;
    }
    desk::Operation *build = desk.desk().build({{policy}, u"localhost/acme/rbac:1.0.0"_s, {}});
    if (!QTest::qWaitFor([build] { return build->state() != desk::Operation::State::Running; }, 40s) || !build->receipt())
        m_problem = build->error() ? build->error()->cause + u' ' + build->error()->detail : u"the build did not end"_s;
}

bool TemplateHome::copyTo(const QString &home) const
{
    std::error_code problem;
    std::filesystem::copy(m_folder.path().toStdString(), home.toStdString(), std::filesystem::copy_options::recursive, problem);
    return !problem;
}

SmallDisk::SmallDisk(const QString &folder)
    : m_folder(folder.toLocal8Bit())
{
    QDir().mkpath(folder);
    m_there = mount("tmpfs", m_folder.constData(), "tmpfs", 0, "size=8m") == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_there)
        umount2(m_folder.constData(), MNT_DETACH);
}

bool SmallDisk::fill()
{
    QFile ballast(QString::fromLocal8Bit(m_folder) + u"/ballast"_s);
    if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return false;
    const QByteArray page(4096, 'x');
    while (ballast.write(page) == page.size()) { }
    return true;
}

bool SmallDisk::setReadOnly()
{
    return mount(nullptr, m_folder.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

} // namespace pd::test

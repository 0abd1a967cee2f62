// SPDX-License-Identifier: GPL-3.0-or-later
#include "trypresenter.h"

#include "desk/trysession.h"
#include "panes/trytalk.h"
#include "shell/panehost.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

namespace pd::ui {

namespace {

const QString Page = QStringLiteral("try");
constexpr qint64 LargestInput = 16 << 20;

bool isFolder(const QString &subject)
{
    return subject.startsWith(QLatin1Char('/'));
}

/// Versions of one package share their queries and what was being typed.
QString withoutTag(const QString &subject)
{
    const qsizetype colon = subject.lastIndexOf(QLatin1Char(':'));
    return isFolder(subject) || colon <= subject.lastIndexOf(QLatin1Char('/')) ? subject : subject.first(colon);
}

} // namespace

TryPresenter::TryPresenter(Context &context, std::function<QString()> tryable)
    : m_context(context)
    , m_tryable(std::move(tryable))
    , m_pane(new TryPane)
    , m_talk(new TryTalk(*m_pane, context.pool(), context.desk().paths().state + QStringLiteral("/try-history.json")))
{
    m_talk->setParent(this);
    context.window().panes()->setPage(Page, m_pane);
    connect(m_talk, &TryTalk::failed, &context, &Context::tellProblem);
    connect(m_pane, &TryPane::openInputRequested, this, &TryPresenter::openInput);
    connect(m_pane, &TryPane::saveRequested, this, &TryPresenter::saveResult);
    connect(m_pane, &TryPane::triggered, this, [this](const QString &id) {
        if (id == QLatin1StringView("retry")) {
            keepDraft();
            load();
        } else if (id == QLatin1StringView("reload")) {
            reload();
        } else if (id != QLatin1StringView("startAgain")) {
            m_context.run(id);
        }
    });
}

TryPresenter::~TryPresenter()
{
    m_starting.request_stop();
}

bool TryPresenter::act(const QString &id)
{
    PaneHost *panes = m_context.window().panes();
    if (id == QLatin1StringView("refresh") && panes->current() == Page && !m_subject.isEmpty()) {
        reload();
        return true;
    }
    if (id == QLatin1StringView("retry") && panes->current() == Page && !m_subject.isEmpty()) {
        keepDraft();
        load();
        return true;
    }
    if (id != Page || m_tryable().isEmpty())
        return false;
    panes->choose(Page);
    return true;
}

void TryPresenter::show()
{
    start(m_tryable());
}

void TryPresenter::placeChanged()
{
    if (m_subject.isEmpty() || m_subject == m_tryable())
        return;
    keepDraft();
    m_starting.request_stop();
    m_subject.clear();
    m_talk->begin({});
}

void TryPresenter::start(const QString &subject)
{
    if (subject == m_subject && m_talk->session() && !subject.isEmpty()) {
        m_pane->focusQuery();
        return;
    }
    keepDraft();
    m_subject = subject;
    load();
}

void TryPresenter::load()
{
    m_starting.request_stop();
    m_starting = {};
    m_talk->begin(withoutTag(m_subject));
    m_pane->begin(m_subject, m_drafts.value(withoutTag(m_subject)));
    m_pane->focusQuery();
    if (m_subject.isEmpty())
        m_pane->setNothing();
    else
        begin(this, m_subject, {}, m_starting.get_token());
}

void TryPresenter::keepDraft()
{
    if (!m_subject.isEmpty())
        m_drafts.insert(withoutTag(m_subject), m_pane->draft());
}

Task<void> TryPresenter::begin(QPointer<TryPresenter> self, QString subject, QList<desk::TryDefinition> definitions, std::stop_token stop)
{
    Task<Result<std::shared_ptr<desk::TrySession>>> starting
        = isFolder(subject) ? self->m_context.desk().tryFolder(subject, stop) : self->m_context.desk().tryImage(subject, stop);
    const auto session = co_await starting;
    if (!self || stop.stop_requested() || subject != self->m_subject)
        co_return;
    if (!session) {
        if (!session.error().isCancelled())
            self->m_pane->setFailed(session.error());
        co_return;
    }
    // What was defined on the version before holds on: where it does not fit any more, it is said when it is used.
    for (const desk::TryDefinition &definition : std::as_const(definitions)) {
        const Result<void> kept = co_await (*session)->define(definition.text, stop);
        if (!self || stop.stop_requested())
            co_return;
        if (!kept)
            self->m_context.tellProblem(kept.error());
    }
    self->m_talk->setSession(*session);
}

void TryPresenter::reload()
{
    const std::shared_ptr<desk::TrySession> before = m_talk->session();
    keepDraft();
    if (!before) {
        load();
        return;
    }
    // At once: what is typed from now on is meant for the policy as it is then.
    m_starting.request_stop();
    m_starting = {};
    m_talk->begin(withoutTag(m_subject));
    m_pane->begin(m_subject, m_drafts.value(withoutTag(m_subject)));
    beginAfter(this, before, m_subject, m_starting.get_token());
}

Task<void> TryPresenter::beginAfter(
    QPointer<TryPresenter> self, std::shared_ptr<desk::TrySession> before, QString subject, std::stop_token stop)
{
    const auto definitions = co_await before->definitions();
    before.reset(); // its OPA need not run beside the new one
    if (self && !stop.stop_requested())
        begin(self, subject, definitions.value_or(QList<desk::TryDefinition>()), stop);
}

void TryPresenter::openInput()
{
    const QString folder = isFolder(m_subject) ? m_subject : m_context.desk().paths().home;
    const QString path = QFileDialog::getOpenFileName(
        &m_context.window(), tr("Open an input"), folder, tr("JSON (*.json);;All files (*)"), nullptr, QFileDialog::DontUseNativeDialog);
    if (!path.isEmpty())
        readInput(this, path);
}

Task<void> TryPresenter::readInput(QPointer<TryPresenter> self, QString path)
{
    const Result<QByteArray> text = co_await self->m_context.desk().readText(path, LargestInput);
    if (!self)
        co_return;
    if (text)
        self->m_pane->setInput(QString::fromUtf8(*text), QFileInfo(path).fileName());
    else
        self->m_context.tellProblem(text.error());
}

void TryPresenter::saveResult(const QString &text)
{
    const QString path = QFileDialog::getSaveFileName(&m_context.window(), tr("Save the result"),
        m_context.desk().paths().home + QStringLiteral("/result.json"), tr("JSON (*.json)"), nullptr, QFileDialog::DontUseNativeDialog);
    if (!path.isEmpty())
        writeResult(this, path, text.toUtf8() + '\n');
}

static Result<QString> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(systemError(errno, QStringLiteral("file.write"), path));
    return path;
}

Task<void> TryPresenter::writeResult(QPointer<TryPresenter> self, QString path, QByteArray json)
{
    const Result<QString> written = co_await self->m_context.pool().run([path, json] { return writeFile(path, json); });
    if (!self)
        co_return;
    if (written)
        self->m_context.tell(QStringLiteral("document-save"), tr("Saved %1").arg(path));
    else
        self->m_context.tellProblem(written.error());
}

} // namespace pd::ui
